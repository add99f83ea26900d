/// An HTTP proxy and what it is told about who asks.
package struct Proxy: Sendable, Hashable {
  package var host: String
  package var port: Int
  /// The value of Proxy-Authorization, a secret.
  package var authorization: String?

  package init(host: String, port: Int, authorization: String? = nil) {
    self.host = host
    self.port = port
    self.authorization = authorization
  }

  /// The proxy as the end of a connection.
  package var endpoint: Endpoint { Endpoint(scheme: .http, host: host, port: port) }
}

/// Which proxy is used for which server.
package struct ProxySettings: Sendable, Hashable {
  package var httpProxy: Proxy?
  package var httpsProxy: Proxy?
  package var noProxy: [NoProxyRule]

  package init(httpProxy: Proxy? = nil, httpsProxy: Proxy? = nil, noProxy: [NoProxyRule] = []) {
    self.httpProxy = httpProxy
    self.httpsProxy = httpsProxy
    self.noProxy = noProxy
  }

  /// The proxy for this server, or nil when it is reached directly.
  package func proxy(for endpoint: Endpoint) -> Proxy? {
    // A socket of this machine is behind no proxy.
    guard endpoint.socketPath == nil else { return nil }
    let proxy = endpoint.scheme == .http ? httpProxy : httpsProxy
    guard let proxy, !noProxy.contains(where: { $0.matches(endpoint) }) else { return nil }
    return proxy
  }
}
