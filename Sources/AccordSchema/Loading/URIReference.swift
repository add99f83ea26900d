/// A URI reference in its parts (RFC 3986, section 3), and its resolution (section 5).
package struct URIReference: Sendable, Hashable {
  package var scheme: String?
  package var authority: String?
  package var path: String
  package var query: String?
  package var fragment: String?

  /// Splits a text as appendix B does; every text can be split.
  ///
  /// What stands before a colon is a scheme only where it can be one (section 3.1).
  package init(_ text: String) {
    var rest = text[...]
    func cut(at separator: Character) -> String? {
      guard let place = rest.utf8.firstIndex(where: { $0 == separator.asciiValue }) else {
        return nil
      }
      let tail = String(rest[rest.utf8.index(after: place)...])
      rest = rest[..<place]
      return tail
    }
    fragment = cut(at: "#")
    query = cut(at: "?")
    let end = rest.utf8.firstIndex { ASCII.isOneOf($0, ":/") }
    if let end, rest.utf8[end] == UInt8(ascii: ":"), Self.isScheme(rest[..<end]) {
      scheme = String(rest[..<end])
      rest = rest[rest.utf8.index(after: end)...]
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
    }
    path = String(rest)
  }

  /// Whether a text has only characters of URI references (section 2); a request could not have others
  /// in its target.
  package static func isReference(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !ASCII.isOneOf($0, "\"<>\\^`{|}") }
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, ASCII.isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      ASCII.isLetter($0) || ASCII.isDigit($0) || ASCII.isOneOf($0, "+-.")
    }
  }

  /// The text of the reference (section 5.3).
  package var text: String {
    var text = ""
    if let scheme { text += scheme + ":" }
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  /// The reference seen from a base (section 5.2.2).
  package func resolved(against base: URIReference) -> URIReference {
    var result = self
    if scheme == nil {
      result.scheme = base.scheme
      if authority == nil {
        result.authority = base.authority
        if path.isEmpty {
          result.path = base.path
          result.query = query ?? base.query
          return result
        }
        if path.utf8.first != UInt8(ascii: "/") { result.path = merged(with: base) }
      }
    }
    result.path = Self.withoutDotSegments(result.path)
    return result
  }

  /// Puts a relative path behind the last slash of the base's path (section 5.2.3).
  private func merged(with base: URIReference) -> String {
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return base.path[...slash] + path
  }

  /// Removes `.` and `..` (section 5.2.4).
  private static func withoutDotSegments(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    var kept: [Substring] = []
    let segments = path.unicodeScalars
      .split(separator: "/", omittingEmptySubsequences: false).map(Substring.init)
    for (number, segment) in segments.enumerated() {
      let isLast = number == segments.count - 1
      switch segment {
      case ".":
        if isLast { kept.append("") }
      case "..":
        if kept.count > 1 || kept.first.map({ !$0.isEmpty }) == true { kept.removeLast() }
        if isLast { kept.append("") }
      default:
        kept.append(segment)
      }
    }
    return kept.joined(separator: "/")
  }

  /// The URI without its fragment.
  package static func withoutFragment(_ uri: String) -> String {
    guard let mark = uri.utf8.firstIndex(of: UInt8(ascii: "#")) else { return uri }
    return String(uri[..<mark])
  }

  /// The text as a fragment, with percent escapes where a fragment cannot have the sign itself.
  static func escaped(fragment text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if ASCII.isLetter(byte) || ASCII.isDigit(byte) || ASCII.isOneOf(byte, "-._~!$&'()*+,;=:@/?") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        PercentEscapes.write(byte, to: &result)
      }
    }
    return result
  }
}
