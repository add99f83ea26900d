/// A URI reference taken apart (RFC 3986 section 4.1 and appendix B).
package struct URIReference: Sendable, Hashable {
  /// The scheme, in lower case.
  package var scheme: String?
  /// Host and port, in lower case.
  package var authority: String?
  /// The path.
  package var path: String
  /// The query, without its question mark.
  package var query: String?

  /// Takes a reference apart; a fragment is left out, because no request has one.
  package init(_ text: String) {
    var rest = text[...]
    rest = rest.prefix { $0 != "#" }
    if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      let after = rest.dropFirst(2)
      let host = after.prefix { $0 != "/" && $0 != "?" }
      authority = host.lowercased()
      rest = after[host.endIndex...]
    }
    let mark = rest.firstIndex(of: "?")
    path = String(rest[..<(mark ?? rest.endIndex)])
    query = mark.map { String(rest[rest.index(after: $0)...]) }
  }

  /// Whether a text has only characters of URI references (section 2); a request could not have others
  /// in its target.
  package static func isReference(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
      default: false
      }
    }
  }

  /// The target to which it leads from a request (section 5.2); `nil` where that is another server.
  ///
  /// The server is the one that the request was sent to, or as which its Host field addresses it (RFC
  /// 9110 section 7.1): they differ where it listens on a Unix socket, or a person names the host.
  package func target(from request: Exchange.Request) -> String? {
    var base = URIReference(request.origin + request.target)
    // On a Unix socket plain HTTP is spoken.
    if base.scheme == "http+unix" { base.scheme = "http" }
    if let scheme, scheme != base.scheme { return nil }
    let hosts = [base.authority].compactMap(\.self) + request.fields.values(of: "Host")
    if let authority, !hosts.contains(where: { Self.isSame(authority, $0, in: base.scheme) }) {
      return nil
    }
    guard scheme == nil || authority != nil else { return nil }
    var target: String
    if authority != nil || path.hasPrefix("/") {
      target = Self.withoutDots(path)
    } else if path.isEmpty {
      return base.path + ((query ?? base.query).map { "?\($0)" } ?? "")
    } else {
      let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? "/"
      target = Self.withoutDots(folder + path)
    }
    if target.isEmpty { target = "/" }
    return target + (query.map { "?\($0)" } ?? "")
  }

  /// Where it leads from a request: a target of the same server, or a URI where that is another.
  package func resolved(against request: Exchange.Request) -> String? {
    if let target = target(from: request) { return target }
    guard let authority, !authority.isEmpty else { return nil }
    guard let scheme = scheme ?? URIReference(request.origin).scheme else { return nil }
    let path = path.isEmpty ? "/" : Self.withoutDots(path)
    return "\(scheme.lowercased())://\(authority)\(path)" + (query.map { "?\($0)" } ?? "")
  }

  /// The origin of a URI, such as `https://files.example`, without the usual port; `nil` where it
  /// names no server.
  package var origin: String? {
    guard let scheme = scheme?.lowercased(), let authority, !authority.isEmpty else { return nil }
    let port = scheme == "https" ? ":443" : ":80"
    let host = authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority
    return "\(scheme)://\(host.lowercased())"
  }

  /// Whether two authorities are the same; the usual port may be left out (RFC 9110 section 4.2.3).
  private static func isSame(_ own: String, _ other: String, in scheme: String?) -> Bool {
    let port = scheme == "https" ? ":443" : ":80"
    func bare(_ text: String) -> String {
      String(text.hasSuffix(port) ? text.dropLast(port.count) : text[...]).lowercased()
    }
    return bare(own) == bare(other)
  }

  /// The path without `.` and `..` (section 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    var segments: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { segments.append("") }
      case "..":
        if !segments.isEmpty { segments.removeLast() }
        if isLast { segments.append("") }
      default: segments.append(part)
      }
    }
    return "/" + segments.joined(separator: "/")
  }
}
