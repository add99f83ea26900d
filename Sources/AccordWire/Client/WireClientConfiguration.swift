/// Deadlines, limits, trust and proxies of a client.
package struct WireClientConfiguration: Sendable {
  /// For resolving, connecting, the proxy tunnel and the TLS handshake together.
  package var connectTimeout: Duration
  /// From writing the request to the end of the head.
  package var headTimeout: Duration
  /// For the whole exchange, without waiting for a free connection.
  package var totalTimeout: Duration
  package var limits: ReadLimits
  package var maxConnectionsPerEndpoint: Int
  /// Whether connections are kept for the next exchange.
  package var keepAlive: Bool
  package var tls: TLSClientConfiguration
  package var proxies: ProxySettings
  /// When HTTP/2 is spoken.
  package var http2: HTTP2Use
  /// The addresses of hosts that are not looked up.
  package var pinnedAddresses: [PinnedAddress]

  package init(
    connectTimeout: Duration = .seconds(10),
    headTimeout: Duration = .seconds(30),
    totalTimeout: Duration = .seconds(60),
    limits: ReadLimits = ReadLimits(),
    maxConnectionsPerEndpoint: Int = 8,
    keepAlive: Bool = true,
    tls: TLSClientConfiguration = TLSClientConfiguration(),
    proxies: ProxySettings = ProxySettings(),
    pinnedAddresses: [PinnedAddress] = [],
    http2: HTTP2Use = .never
  ) {
    self.connectTimeout = connectTimeout
    self.headTimeout = headTimeout
    self.totalTimeout = totalTimeout
    self.limits = limits
    self.maxConnectionsPerEndpoint = max(1, maxConnectionsPerEndpoint)
    self.keepAlive = keepAlive
    self.tls = tls
    self.proxies = proxies
    self.pinnedAddresses = pinnedAddresses
    self.http2 = http2
  }
}
