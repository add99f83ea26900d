package import AccordSchema

extension URIReference {
  /// The target to which it leads from a request (section 5.2); `nil` where that is another server.
  ///
  /// The server is the one that the request was sent to, or as which its Host field addresses it (RFC
  /// 9110 section 7.1): they differ where it listens on a Unix socket, or a person names the host. A
  /// fragment is left out, because no request has one.
  package func target(from request: Exchange.Request) -> String? {
    var base = URIReference(request.origin + request.target)
    // On a Unix socket plain HTTP is spoken.
    if base.scheme?.lowercased() == "http+unix" { base.scheme = "http" }
    let ownScheme = base.scheme?.lowercased()
    if let scheme, scheme.lowercased() != ownScheme { return nil }
    let hosts = [base.authority].compactMap(\.self) + request.fields.values(of: "Host")
    if let authority, !hosts.contains(where: { Self.isSame(authority, $0, in: ownScheme) }) {
      return nil
    }
    guard scheme == nil || authority != nil else { return nil }
    return resolved(against: base).requestTarget
  }

  /// Where it leads from a request: a target of the same server, or a URI where that is another.
  package func resolved(against request: Exchange.Request) -> String? {
    if let target = target(from: request) { return target }
    guard let authority, !authority.isEmpty else { return nil }
    let base = URIReference(request.origin)
    guard let scheme = scheme ?? base.scheme else { return nil }
    let target = resolved(against: base).requestTarget
    return "\(scheme.lowercased())://\(authority.lowercased())\(target)"
  }

  /// The origin of a URI, such as `https://files.example`, without the usual port; `nil` where it
  /// names no server.
  package var origin: String? {
    guard let scheme = scheme?.lowercased(), let authority, !authority.isEmpty else { return nil }
    let port = scheme == "https" ? ":443" : ":80"
    let host = authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority
    return "\(scheme)://\(host.lowercased())"
  }

  /// The path and the query, as a request has them (RFC 9112 section 3.2.1).
  private var requestTarget: String {
    (path.isEmpty ? "/" : path) + (query.map { "?\($0)" } ?? "")
  }

  /// Whether two authorities are the same; the usual port may be left out (RFC 9110 section 4.2.3).
  private static func isSame(_ own: String, _ other: String, in scheme: String?) -> Bool {
    let port = scheme == "https" ? ":443" : ":80"
    func bare(_ text: String) -> String {
      String(text.hasSuffix(port) ? text.dropLast(port.count) : text[...]).lowercased()
    }
    return bare(own) == bare(other)
  }
}
