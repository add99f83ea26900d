extension Secret {
  /// The secrets in the value of a field that carries a credential: what stands behind the scheme of
  /// Authorization (RFC 9110 section 11.4), user and password of Basic (RFC 7617), the value of each
  /// cookie (RFC 6265); else the whole value.
  package static func parts(of value: String, in field: String, placeholder: String) -> [Secret] {
    func secret(_ text: some StringProtocol) -> Secret {
      Secret(String(text), placeholder: placeholder)
    }
    let value = trimmed(value[...])
    let name = field.lowercased()
    if name.hasSuffix("cookie") {
      let pairs = value.split(separator: ";")
      // Of Set-Cookie the first pair is the cookie, and the others say how long it lives.
      return (name == "set-cookie" ? pairs.prefix(1) : pairs[...]).compactMap { pair in
        guard let equals = pair.firstIndex(of: "=") else { return nil }
        return secret(trimmed(pair[pair.index(after: equals)...]).trimmingQuotes)
      }
    }
    guard let space = value.firstIndex(of: " "),
      value[..<space].utf8.allSatisfy({ (0x41...0x7A).contains($0) || $0 == 0x2D })
    else { return [secret(value)] }
    let rest = trimmed(value[space...])
    guard value[..<space].lowercased() == "basic", let pair = Base64Text.decode(rest),
      let text = String(validating: pair, as: UTF8.self), let colon = text.firstIndex(of: ":")
    else { return [secret(rest)] }
    return [
      secret(rest), secret(text), secret(text[..<colon]), secret(text[text.index(after: colon)...]),
    ]
  }

  /// What may be shown of the secret alone: the text without white space around it, and the
  /// credentials behind the scheme of a value that was given with one.
  package var shownAlone: [Secret] {
    let text = Self.trimmed(value[...])
    let scheme = text.prefix { $0 != " " }.lowercased()
    let schemes = ["apikey", "basic", "bearer", "digest", "hawk", "jwt", "negotiate", "token"]
    guard schemes.contains(scheme), text.contains(" ") else {
      return text.count == value.count ? [] : [Secret(String(text), placeholder: placeholder)]
    }
    return Self.parts(of: value, in: "Authorization", placeholder: placeholder)
      .filter { !$0.isShort }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}

extension Substring {
  /// The text without the quotation marks around it.
  fileprivate var trimmingQuotes: Substring {
    count > 1 && hasPrefix("\"") && hasSuffix("\"") ? dropFirst().dropLast() : self
  }
}
