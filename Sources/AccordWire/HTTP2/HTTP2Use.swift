/// When HTTP/2 is spoken with a server.
package enum HTTP2Use: Sendable, Hashable {
  /// HTTP/1.1 alone.
  case never
  /// Where a server chooses it in the TLS handshake (RFC 7301); HTTP/1.1 elsewhere, without the trait
  /// `HTTP2` everywhere.
  case whereChosen
  /// Always: over TLS nothing else is offered, without TLS the server is known to speak it (RFC 9113
  /// section 3.3).
  case always

  /// Whether this build speaks it at all.
  package var isBuiltIn: Bool {
    #if HTTP2
    true
    #else
    false
    #endif
  }

  /// What the handshake of TLS offers.
  var applicationProtocols: [String] {
    #if HTTP2
    switch self {
    case .never: ["http/1.1"]
    case .whereChosen: ["h2", "http/1.1"]
    case .always: ["h2"]
    }
    #else
    ["http/1.1"]
    #endif
  }

  /// Whether it may be spoken on a route.
  func isPossible(on route: Route) -> Bool {
    #if HTTP2
    switch self {
    case .never: false
    case .whereChosen: route.tlsEndpoint != nil
    case .always: true
    }
    #else
    self == .always
    #endif
  }
}
