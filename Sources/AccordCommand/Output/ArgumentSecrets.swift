import AccordModel

/// What looks like a credential in the arguments of a command line, whether or not they are right: an
/// error quotes them, and stands in a log.
enum ArgumentSecrets {
  /// The credentials, each with the signs around it by which it is told from other words.
  static func secrets(in arguments: [String]) -> [Secret] {
    var secrets: [Secret] = []
    var option = ""
    for argument in arguments {
      var value = argument
      if argument.hasPrefix("--") {
        guard let equals = argument.firstIndex(of: "=") else {
          option = argument
          continue
        }
        option = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
      }
      secrets += userinfo(in: value) + parameters(in: value)
      switch option {
      case "--header": secrets += field(value[...])
      case "--credential": secrets += field(value.drop { $0 != "=" }.dropFirst())
      default: break
      }
      option = ""
    }
    return secrets
  }

  /// The secrets that stand in the templates of `--credential` beside the token.
  static func credentials(in options: [String]) -> [Secret] {
    options.flatMap { option -> [Secret] in
      let text = option.drop { $0 != "=" }.dropFirst()
      guard let colon = text.firstIndex(of: ":") else { return [] }
      let name = String(text[..<colon])
      guard CredentialName.matches(name) else { return [] }
      let value = String(text[text.index(after: colon)...])
      return Secret.parts(of: value, in: name, placeholder: "[value of \(name)]")
        .filter { !$0.value.contains("{token}") }
    }
  }

  /// What stands before the at sign of an address (RFC 3986 section 3.2.1), however its beginning is
  /// written.
  private static func userinfo(in text: String) -> [Secret] {
    guard let at = text.lastIndex(of: "@") else { return [] }
    let head = text[..<at]
    let slashes = head.firstRange(of: "//")?.upperBound
    let start = slashes ?? head.firstIndex(of: "=").map(head.index(after:)) ?? head.startIndex
    let found = head[start...]
    // An at sign in a path or a query has no user before it.
    guard found.contains(":") || slashes != nil && !found.contains(where: { "/?#".contains($0) })
    else { return [] }
    return [Secret(found + "@", placeholder: "[credentials]@")]
  }

  /// The parameters of a query whose names say that they are credentials.
  private static func parameters(in text: String) -> [Secret] {
    text.split { "?&;#".contains($0) }.dropFirst().compactMap { pair in
      guard let equals = pair.firstIndex(of: "=") else { return nil }
      let name = String(pair[..<equals])
      guard CredentialName.matches(name), pair.index(after: equals) < pair.endIndex else {
        return nil
      }
      return Secret(String(pair), placeholder: "\(name)=[value]")
    }
  }

  /// A field whose name says that it carries a credential, with or without its colon.
  private static func field(_ text: Substring) -> [Secret] {
    let name = text.prefix { !": =".contains($0) && !$0.isWhitespace }
    let rest = text[name.endIndex...]
    guard CredentialName.matches(String(name)), !rest.isEmpty, !rest.contains("{token}") else {
      return []
    }
    return [Secret(String(text), placeholder: "\(name): [value]")]
  }
}
