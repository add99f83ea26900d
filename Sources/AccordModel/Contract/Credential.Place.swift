import AccordSchema

extension Credential {
  /// Where a token goes on a request.
  public enum Place: Sendable, Hashable {
    /// A header field of this name; in its value `{token}` stands for the token:
    /// `.header("Authorization", "Bearer {token}")`.
    case header(String, String = "{token}")
    /// A parameter of the query, percent-encoded.
    case query(String)
    /// A cookie (RFC 6265 section 4.2), beside others that the request has.
    case cookie(String)

    /// `Authorization: Bearer {token}` (RFC 6750 section 2.1).
    public static var bearer: Place { .header("Authorization", "Bearer {token}") }
  }
}

extension Credential.Place {
  /// What a caller sends, as people read it: `api_key={token}`.
  package var text: String {
    switch self {
    case .header(let name, let template): "\(name): \(template)"
    case .query(let name): "\(name)={token}"
    case .cookie(let name): "Cookie: \(name)={token}"
    }
  }

  /// The name of the field, the parameter or the cookie.
  package var name: String {
    switch self {
    case .header(let name, _), .query(let name), .cookie(let name): name
    }
  }

  /// What it is called in sentences.
  package var noun: String {
    switch self {
    case .header(let name, _): "header \(name)"
    case .query(let name): "query parameter \(name)"
    case .cookie(let name): "cookie \(name)"
    }
  }

  /// The place, where a field Cookie whose value is one cookie is that cookie: other cookies of the
  /// request stand in the same field.
  package var resolved: Self {
    guard case .header(let name, let template) = self, name.lowercased() == "cookie",
      let equals = template.firstIndex(of: "="), template[equals...] == "={token}"
    else { return self }
    return .cookie(String(template[..<equals]))
  }

  /// Whether a text can stand there as it is, or encoded.
  package func canCarry(_ token: String) -> Bool {
    switch self {
    case .header: token.isFieldText
    case .query: true
    case .cookie:
      token.utf8.allSatisfy { byte in
        // cookie-octet of RFC 6265 section 4.1.1.
        (0x21...0x7E).contains(byte) && ![0x22, 0x2C, 0x3B, 0x5C].contains(byte)
      }
    }
  }
}

extension String {
  /// Whether it holds no line break and no other control character, which no field can carry.
  fileprivate var isFieldText: Bool {
    unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" }
  }
}

extension Exchange.Request {
  /// Puts a token into its place, instead of what stands there.
  public mutating func put(_ token: String, at place: Credential.Place) {
    switch place.resolved {
    case .header(let name, let template):
      let field = Field(name, template.replacing("{token}", with: token))
      let index = fields.firstIndex { $0.name.lowercased() == name.lowercased() }
      guard let index else { return fields.append(field) }
      fields[index] = field
    case .query(let name):
      remove(at: place)
      let pair = "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(token))"
      target += (target.contains("?") ? "&" : "?") + pair
    case .cookie(let name):
      remove(at: place)
      let pair = "\(name)=\(token)"
      let index = fields.firstIndex { $0.name.lowercased() == "cookie" }
      guard let index else { return fields.append(Field("Cookie", pair)) }
      fields[index].value += "; \(pair)"
    }
  }

  /// Takes what stands in a place away.
  package mutating func remove(at place: Credential.Place) {
    switch place.resolved {
    case .header(let name, _):
      fields.removeAll { $0.name.lowercased() == name.lowercased() }
    case .query(let name):
      guard let mark = target.firstIndex(of: "?") else { return }
      let begin = "\(PercentEncoding.encode(name))="
      let pairs = target[target.index(after: mark)...].split(
        separator: "&",
        omittingEmptySubsequences: false
      ).filter { !$0.hasPrefix(begin) }
      target = target[..<mark] + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    case .cookie(let name):
      fields = fields.compactMap { field in
        guard field.name.lowercased() == "cookie" else { return field }
        let pairs = field.value.split(separator: ";").filter { pair in
          !pair.drop { $0 == " " }.hasPrefix("\(name)=")
        }
        return pairs.isEmpty
          ? nil : Field(field.name, String(pairs.joined(separator: ";").drop { $0 == " " }))
      }
    }
  }
}

extension Credential {
  /// The token in its place of a request's target and fields; `nil` where none stands there, or it
  /// has not the form of the template.
  package func token(in target: String, _ fields: [Field]) -> String? {
    switch place.resolved {
    case .header(let name, _): return fields.values(of: name).first.flatMap { token(in: $0) }
    case .query(let name):
      let query = target.drop { $0 != "?" }.dropFirst()
      let begin = "\(PercentEncoding.encode(name))="
      return query.split(separator: "&").first { $0.hasPrefix(begin) }
        .map { pair in
          let bytes = PercentEscapes.octets(of: Array(pair.dropFirst(begin.count).utf8))
          return String(decoding: bytes, as: UTF8.self)
        }
    case .cookie(let name):
      return fields.values(of: "Cookie").flatMap { $0.split(separator: ";") }
        .map { $0.drop { $0 == " " } }.first { $0.hasPrefix("\(name)=") }
        .map { String($0.dropFirst(name.count + 1)) }
    }
  }

  /// The token in the value of the header, if the value has the form of the template.
  package func token(in value: String) -> String? {
    guard case .header(_, let template) = place else { return nil }
    let parts = template.split(separator: "{token}", omittingEmptySubsequences: false)
    guard parts.count == 2, value.count > parts[0].count + parts[1].count,
      value.lowercased().hasPrefix(parts[0].lowercased()), value.hasSuffix(parts[1])
    else { return nil }
    return String(value.dropFirst(parts[0].count).dropLast(parts[1].count))
  }
}
