import AccordModel
import AccordWire

/// The proxy by which a server is reached, as it is named in messages.
struct ProxyInUse: Sendable {
  /// Its host and port.
  let address: String

  /// The environment variable that names it.
  let variable: String

  /// Whether it is told who asks.
  let hasCredentials: Bool

  /// The proxy for an endpoint; `nil` where that is reached directly.
  init?(for endpoint: Endpoint, _ settings: ProxySettings, _ environment: [String: String]) {
    guard let proxy = settings.proxy(for: endpoint),
      let variable = ProxySettings.variable(for: endpoint.scheme, in: environment)
    else { return nil }
    address = proxy.endpoint.authorityWithPort
    self.variable = variable
    hasCredentials = proxy.authorization != nil
  }

  /// The outcome of an exchange, in which what the proxy says for itself is no answer of the server:
  /// 407 comes from a proxy alone (RFC 9110 section 15.5.8).
  func outcome(of wire: WireExchange) -> Exchange.Outcome {
    switch (wire.failure, Exchange.Outcome(wire)) {
    case (nil, .answered(var response)) where response.status == 407:
      // How the proxy frames its messages is not held to the server's contract either.
      response.deviations = []
      response.surplus = []
      return .failed(ExchangeFailure(.proxyRefused, wantsCredentials), partial: response)
    case (.proxyRefused(status: 407, _)?, .failed(var failure, let partial)):
      failure.message = wantsCredentials
      return .failed(failure, partial: partial)
    case (.proxyRefused?, .failed(var failure, let partial)),
      (.proxyUnreadable?, .failed(var failure, let partial)):
      failure.message += " The proxy is \(address), which \(variable) names."
      return .failed(failure, partial: partial)
    case (_, let outcome): return outcome
    }
  }

  private var wantsCredentials: String {
    let problem =
      hasCredentials
      ? "does not take the user and password that \(variable) gives it"
      : "wants to know who asks, and \(variable) names no user and password"
    return """
      The proxy \(address), which \(variable) names, \(problem): it answered with 407. Set \(variable) \
      to http://USER:PASSWORD@\(address), or name the server in no_proxy. The server was not asked.
      """
  }
}
