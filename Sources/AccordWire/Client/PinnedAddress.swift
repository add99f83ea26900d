/// The address at which a host is reached on a port, whatever its name resolves to.
package struct PinnedAddress: Sendable, Hashable {
  /// The host, in lower case; `*` is any.
  package var host: String
  package var port: Int
  /// An IP address, an IPv6 one without its brackets.
  package var address: String

  package init(host: String, port: Int, address: String) {
    self.host = host.lowercased()
    self.port = port
    self.address = address
  }

  /// Whether an endpoint is reached there.
  func isOf(_ endpoint: Endpoint) -> Bool {
    endpoint.socketPath == nil && endpoint.port == port
      && (host == "*" || host == endpoint.host.lowercased())
  }
}
