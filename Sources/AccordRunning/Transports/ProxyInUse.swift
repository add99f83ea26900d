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

  /// Whether it passes requests on, so that it speaks HTTP to us for every server; a tunnel it only
  /// opens.
  let forwards: Bool

  /// The proxy for an endpoint; `nil` where that is reached directly.
  init?(for endpoint: Endpoint, _ settings: ProxySettings, _ environment: [String: String]) {
    guard let proxy = settings.proxy(for: endpoint),
      let variable = ProxySettings.variable(for: endpoint.scheme, in: environment)
    else { return nil }
    address = proxy.endpoint.authorityWithPort
    self.variable = variable
    hasCredentials = proxy.authorization != nil
    forwards = endpoint.scheme == .http
  }

  /// That it is in use, in a sentence.
  var sentence: String { "Requests go through the proxy \(address), which \(variable) names." }

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
    case (nil, .answered(var response)) where response.status == 511 && forwards:
      response.deviations = []
      response.surplus = []
      return .failed(ExchangeFailure(.proxyRefused, wantsLogin), partial: response)
    case (let failure?, .failed(let found, let partial)):
      return outcome(of: failure, found, partial)
    case (_, let outcome): return outcome
    }
  }

  /// A failure on the way, which may be that of the proxy.
  private func outcome(
    of failure: WireFailure,
    _ found: ExchangeFailure,
    _ partial: Exchange.Response?
  ) -> Exchange.Outcome {
    var found = found
    var partial = partial
    if let problem = connectProblem(failure) {
      found.message = """
        The proxy \(address), which \(variable) names, could not be asked: \(problem). Correct \
        \(variable), or name the server in no_proxy. The server was not asked.
        """
    } else if found.kind != .cancelled, forwards {
      // Whose bytes they are nobody knows: they are not held to the server's contract.
      let isUnreadable = found.deviation != nil
      found.deviation = nil
      partial?.deviations = []
      partial?.surplus = []
      found.message += " The exchange went through the proxy \(address), which \(variable) names"
      found.message +=
        isUnreadable
        ? "; whether it or the server wrote this is not known. Name the server in no_proxy to ask it "
          + "directly."
        : "."
    } else if case .connectTimeout = failure {
      found.message += " The server is asked through the proxy \(address), which \(variable) names."
    }
    return .failed(found, partial: partial)
  }

  /// Why the proxy could not be reached, where that is why nothing came.
  private func connectProblem(_ failure: WireFailure) -> String? {
    switch failure {
    case .nameNotResolved(let host): "its name \(host) could not be resolved to an address"
    case .refused(let address): "\(address) refused the connection"
    case .unreachable(let address, let reason): "\(address) could not be reached: \(reason)"
    case .connectTimeout(step: .nameAndTCP, let nanoseconds):
      "no connection within \(nanoseconds / 1_000_000) ms"
    default: nil
    }
  }

  private var wantsLogin: String {
    """
    The proxy \(address), which \(variable) names, or the network before it wants a login: it answered \
    with 511 (RFC 6585 section 6). Log in there, or name the server in no_proxy. The server was not \
    asked.
    """
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
