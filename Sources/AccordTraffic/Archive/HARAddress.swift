import AccordModel

/// The address of a request, taken apart (RFC 3986, RFC 9110 section 4.2).
struct HARAddress: Sendable, Hashable {
  /// Scheme, host and port, in lower case and without the port that is the scheme's own.
  var origin: String

  /// Path and query, percent-encoded.
  var target: String

  /// User and password, where they stand before the host.
  var userinfo: String?

  /// Reads an address; `nil` where it is no absolute one of http or https.
  init?(_ text: String) {
    guard let mark = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<mark.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    // A fragment is not sent.
    let rest = text[mark.upperBound...].prefix { $0 != "#" }
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    var authority = rest[..<end]
    if let at = authority.lastIndex(of: "@") {
      userinfo = String(authority[..<at])
      authority = authority[authority.index(after: at)...]
    }
    var host = authority.lowercased()
    let own = scheme == "http" ? ":80" : ":443"
    if host.hasSuffix(own), !host.hasSuffix("]") { host.removeLast(own.count) }
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    origin = "\(scheme)://\(host)"
    let path = rest[end...]
    let whole = path.hasPrefix("/") ? String(path) : "/" + path
    // What no target can hold was encoded before it was sent.
    target = whole.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? whole : Self.encoded(whole)
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if byte > 0x20, byte < 0x7F {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" + digits : digits)
      }
    }
    return result
  }

  /// Whether an address is one that no request over HTTP has, such as `data:` or `wss:`, in words.
  static func otherScheme(of text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon].lowercased()
    let isScheme = scheme.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
    }
    guard isScheme, !scheme.isEmpty, scheme != "http", scheme != "https" else { return nil }
    return scheme
  }
}
