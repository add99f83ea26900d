import AccordModel
import AccordSchema

/// The secrets that a server issues: cookies, tokens and keys in the answer to a login or to a call
/// that looks live data up.
enum IssuedSecrets {
  /// The deepest nesting that is looked at.
  private static let depth = 64

  /// The secrets in the answer to a call that gets a token: the token bears its own placeholder.
  static func secrets(
    in response: Exchange.Response,
    token: String?,
    _ placeholder: String
  ) -> [Secret] {
    let tokens = [token].compactMap(\.self).map { Secret($0, placeholder: placeholder) }
    return tokens
      + secrets(in: response).filter { other in !tokens.contains { $0.value == other.value } }
  }

  /// The secrets of an answer, by the names of fields and members.
  ///
  /// Once the run is ended nothing is sent or shown any more that could hold them, and the content is
  /// not looked through.
  static func secrets(in response: Exchange.Response) -> [Secret] {
    var secrets: [Secret] = []
    func add(_ value: String, _ name: String) {
      let found = Secret.parts(of: value, in: name, placeholder: "[\(name)]")
      secrets += found.filter { !$0.isShort }
    }
    for field in response.fields where CredentialName.matches(field.name) {
      add(field.value, field.name)
    }
    guard !Task.isCancelled, let document = try? JSONDocument(parsing: response.content) else {
      return secrets
    }
    var open = [(value: document.root.value, depth: 0)]
    while !Task.isCancelled, let (value, depth) = open.popLast() {
      guard depth < Self.depth else { continue }
      for member in value.members ?? [] {
        if let text = member.value.string, CredentialName.matches(member.key) {
          add(text, member.key)
        }
        open.append((member.value, depth + 1))
      }
      open += (value.elements ?? []).map { ($0, depth + 1) }
    }
    return secrets
  }
}
