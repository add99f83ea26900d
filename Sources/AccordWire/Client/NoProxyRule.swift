/// One entry of `no_proxy`: the servers that are reached directly.
package enum NoProxyRule: Sendable, Hashable {
  /// `*`
  case everything
  /// A host and all hosts below it, on one port or on all.
  case host(String, port: Int?)

  /// Reads one entry; a leading dot or `*.` is dropped, as curl does.
  package init?(_ entry: String) {
    if entry == "*" {
      self = .everything
      return
    }
    var host = entry.lowercased()
    var port: Int?
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return nil }
      let rest = host[host.index(after: end)...]
      if rest.hasPrefix(":") {
        guard let number = ASCII.decimal(Array(rest.dropFirst().utf8)) else { return nil }
        port = number
      } else if !rest.isEmpty {
        return nil
      }
      host = String(host[host.index(after: host.startIndex)..<end])
    } else if host.utf8.count(where: { $0 == ASCII.colon }) == 1,
      let colon = host.firstIndex(of: ":")
    {
      guard let number = ASCII.decimal(Array(host[host.index(after: colon)...].utf8)) else {
        return nil
      }
      port = number
      host = String(host[..<colon])
    }
    if host.hasPrefix("*.") { host.removeFirst() }
    if host.hasPrefix(".") { host.removeFirst() }
    if host.hasSuffix(".") { host.removeLast() }
    guard !host.isEmpty else { return nil }
    self = .host(host, port: port)
  }

  /// Whether this server is reached without a proxy.
  package func matches(_ endpoint: Endpoint) -> Bool {
    switch self {
    case .everything:
      return true
    case .host(let rule, let port):
      guard port == nil || port == endpoint.port else { return false }
      var host = endpoint.host.lowercased()
      if host.hasSuffix(".") { host.removeLast() }
      if host == rule { return true }
      // An address has no hosts below it.
      let isAddress = host.utf8.contains(ASCII.colon) || rule.utf8.allSatisfy(Self.isAddressByte)
      return !isAddress && host.hasSuffix("." + rule)
    }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || byte == 0x2E
  }
}
