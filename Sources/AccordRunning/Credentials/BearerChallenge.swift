import AccordModel

/// What a server asks for in `WWW-Authenticate: Bearer …` (RFC 6750 section 3, RFC 9110 section 11).
struct BearerChallenge: Sendable, Hashable {
  /// The address of the endpoint that issues tokens.
  let realm: String

  /// The name of the service, where the server has one.
  let service: String?

  /// What the token has to be for, where the server says it.
  let scope: String?

  /// The most characters of a challenge.
  private static let longest = 4_096

  /// The first challenge of an answer that is one of Bearer with a realm; a server may send several,
  /// in one field or in several.
  init?(_ response: Exchange.Response) {
    for value in response.fields.values(of: "WWW-Authenticate")
    where value.utf8.count <= Self.longest {
      guard let parameters = Self.parameters(in: value) else { continue }
      func parameter(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
      }
      guard let realm = parameter("realm") else { continue }
      self.realm = realm
      service = parameter("service")
      scope = parameter("scope")
      return
    }
    return nil
  }

  /// The parameters of the challenge of Bearer in a field, names in lower case.
  private static func parameters(in value: String) -> [(name: String, value: String)]? {
    var rest = Substring(value)
    var isBearer = false
    var found: [(name: String, value: String)] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
      let word = rest.prefix { $0 != " " && $0 != "\t" && $0 != "," && $0 != "=" }
      guard !word.isEmpty else { break }
      rest = rest.dropFirst(word.count)
      let after = rest.drop { $0 == " " || $0 == "\t" }
      guard after.first == "=" else {
        // A word without a value is the name of the next scheme.
        if isBearer { break }
        isBearer = word.lowercased() == "bearer"
        continue
      }
      rest = after.dropFirst().drop { $0 == " " || $0 == "\t" }
      let text = Self.value(from: &rest)
      if isBearer { found.append((word.lowercased(), text)) }
    }
    return isBearer ? found : nil
  }

  /// A token or a quoted string (RFC 9110 section 5.6.4).
  private static func value(from rest: inout Substring) -> String {
    guard rest.first == "\"" else {
      let word = rest.prefix { $0 != "," && $0 != " " && $0 != "\t" }
      rest = rest.dropFirst(word.count)
      return String(word)
    }
    rest = rest.dropFirst()
    var text = ""
    while let character = rest.popFirst(), character != "\"" {
      if character == "\\", let escaped = rest.popFirst() {
        text.append(escaped)
      } else {
        text.append(character)
      }
    }
    return text
  }
}
