/// The server end of a connection.
package struct Endpoint: Sendable, Hashable {
  package enum Scheme: String, Sendable, Hashable {
    case http
    case https

    /// The port of a URI that names none (RFC 9110, section 4.2).
    package var defaultPort: Int { self == .http ? 80 : 443 }
  }

  package var scheme: Scheme
  /// A registered name or an IP literal, an IPv6 one without its brackets.
  package var host: String
  package var port: Int
  /// The Unix socket that it listens on instead of a port.
  package var socketPath: String?

  package init(scheme: Scheme, host: String, port: Int? = nil, socketPath: String? = nil) {
    self.scheme = scheme
    self.socketPath = socketPath
    self.host =
      host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    self.port = port ?? scheme.defaultPort
  }

  /// The host as a URI shows it: an IPv6 literal in brackets.
  package var uriHost: String { host.utf8.contains(ASCII.colon) ? "[\(host)]" : host }

  /// The value of the Host field: the port only where it is not the scheme's own.
  package var authority: String {
    port == scheme.defaultPort ? uriHost : authorityWithPort
  }

  /// What is connected to, in words.
  package var shown: String { socketPath ?? authorityWithPort }

  /// Host and port, as a CONNECT request names them (RFC 9110, section 9.3.6).
  package var authorityWithPort: String { "\(uriHost):\(port)" }
}
