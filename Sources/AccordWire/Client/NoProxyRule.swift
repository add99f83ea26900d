/// One entry of `no_proxy`: the servers that are reached directly.
package enum NoProxyRule: Sendable, Hashable {
  /// `*`
  case everything
  /// A host and all hosts below it, on one port or on all.
  case host(String, port: Int?)
  /// An address or a block of them, on one port or on all; a name is not looked up for it.
  case addresses(AddressBlock, port: Int?)

  /// Reads one entry; a leading dot or `*.` is dropped, as curl does.
  ///
  /// A block is written as an address and a prefix length, `10.0.0.0/8` or `fd00::/8`.
  package init?(_ entry: String) {
    if entry == "*" {
      self = .everything
      return
    }
    guard let (text, port) = Self.hostAndPort(entry.lowercased()) else { return nil }
    var host = text
    if let block = AddressBlock(host) {
      self = .addresses(block, port: port)
      return
    }
    if host.hasPrefix("*.") { host.removeFirst() }
    if host.hasPrefix(".") { host.removeFirst() }
    if host.hasSuffix(".") { host.removeLast() }
    guard !host.isEmpty, !host.contains("/") else { return nil }
    self = .host(host, port: port)
  }

  private static func hostAndPort(_ entry: String) -> (host: String, port: Int?)? {
    if entry.hasPrefix("[") {
      guard let end = entry.firstIndex(of: "]") else { return nil }
      let host = String(entry[entry.index(after: entry.startIndex)..<end])
      let rest = entry[entry.index(after: end)...]
      if rest.isEmpty { return (host, nil) }
      if rest.hasPrefix("/") { return (host + rest, nil) }
      guard rest.hasPrefix(":"), let port = ASCII.decimal(Array(rest.dropFirst().utf8)) else {
        return nil
      }
      return (host, port)
    }
    guard entry.utf8.count(where: { $0 == ASCII.colon }) == 1,
      let colon = entry.firstIndex(of: ":")
    else { return (entry, nil) }
    guard let port = ASCII.decimal(Array(entry[entry.index(after: colon)...].utf8)) else {
      return nil
    }
    return (String(entry[..<colon]), port)
  }

  /// Whether this server is reached without a proxy.
  package func matches(_ endpoint: Endpoint) -> Bool {
    switch self {
    case .everything:
      return true
    case .addresses(let block, let port):
      guard port == nil || port == endpoint.port else { return false }
      return AddressBlock(endpoint.host).map(block.contains) ?? false
    case .host(let rule, let port):
      guard port == nil || port == endpoint.port else { return false }
      var host = endpoint.host.lowercased()
      if host.hasSuffix(".") { host.removeLast() }
      if host == rule { return true }
      // An address has no hosts below it.
      return AddressBlock(host) == nil && host.hasSuffix("." + rule)
    }
  }
}
