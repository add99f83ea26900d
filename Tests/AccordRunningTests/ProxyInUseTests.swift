import AccordModel
import AccordWire
import Testing

@testable import AccordRunning

/// What a proxy says for itself is no answer of the server.
@Suite struct ProxyInUseTests {
  private func outcome(
    _ scheme: Endpoint.Scheme,
    _ environment: [String: String],
    status: Int? = nil,
    failure: WireFailure? = nil,
    fault: AccordWire.Deviation? = nil
  ) throws -> Exchange.Outcome {
    let proxy = try #require(
      ProxyInUse(
        for: Endpoint(scheme: scheme, host: "api.example"),
        try ProxySettings.environment(environment),
        environment
      )
    )
    return proxy.outcome(
      of: WireExchange(
        sent: [],
        response: status.map { WireResponse(version: "HTTP/1.1", status: $0, reason: "") },
        failure: failure,
        fault: fault,
        timings: WireTimings(),
        connectionID: 1
      )
    )
  }

  private func failure(_ outcome: Exchange.Outcome) throws -> ExchangeFailure {
    guard case .failed(let failure, _) = outcome else {
      throw ExchangeFailure(.network, "\(outcome)")
    }
    return failure
  }

  @Test func aProxyThatAsksWhoAsksIsNamedWithItsVariable() throws {
    let found = try failure(
      outcome(.http, ["HTTP_PROXY": "http://proxy.example:3128"], status: 407)
    )
    #expect(
      found
        == ExchangeFailure(
          .proxyRefused,
          """
          The proxy proxy.example:3128, which HTTP_PROXY names, wants to know who asks, and HTTP_PROXY \
          names no user and password: it answered with 407. Set HTTP_PROXY to \
          http://USER:PASSWORD@proxy.example:3128, or name the server in no_proxy. The server was not \
          asked.
          """
        )
    )
  }

  @Test func aProxyThatRefusesItsCredentialsIsNamedWithoutThem() throws {
    let found = try failure(
      outcome(.http, ["http_proxy": "http://user:geheim@proxy.example:3128/"], status: 407)
    )
    #expect(
      found.message.hasPrefix(
        "The proxy proxy.example:3128, which http_proxy names, does not take the user and password "
          + "that http_proxy gives it: it answered with 407."
      )
    )
    #expect(!found.message.contains("geheim"))
  }

  @Test func aTunnelThatIsRefusedNamesTheProxy() throws {
    let environment = ["all_proxy": "proxy.example:3128"]
    let wants = try failure(
      outcome(.https, environment, failure: .proxyRefused(status: 407, reason: "No"))
    )
    #expect(wants.kind == .proxyRefused)
    #expect(wants.message.contains("which all_proxy names, wants to know who asks"))
    let down = try failure(
      outcome(.https, environment, failure: .proxyRefused(status: 502, reason: "Bad Gateway"))
    )
    #expect(
      down.message
        == "The proxy refused to open a tunnel: 502 Bad Gateway. The proxy is proxy.example:3128, "
        + "which all_proxy names."
    )
  }

  @Test(arguments: [200, 401, 403, 502]) func otherAnswersAreTheServers(status: Int) throws {
    let found = try outcome(.http, ["http_proxy": "proxy.example"], status: status)
    guard case .answered(let response) = found else { throw ExchangeFailure(.network, "") }
    #expect(response.status == status)
  }

  @Test(
    arguments: [
      (
        WireFailure.nameNotResolved(host: "proxy.example"),
        "its name proxy.example could not be resolved to an address"
      ),
      (.refused(address: "10.0.0.1:3128"), "10.0.0.1:3128 refused the connection"),
      (
        .unreachable(address: "10.0.0.1:3128", reason: "no route"),
        "10.0.0.1:3128 could not be reached: no route"
      ),
      (
        .connectTimeout(step: .nameAndTCP, nanoseconds: 2_000_000_000),
        "no connection within 2000 ms"
      ),
    ],
    [Endpoint.Scheme.http, .https]
  )
  func aProxyThatCannotBeReachedIsNamed(
    _ problem: (failure: WireFailure, words: String),
    _ scheme: Endpoint.Scheme
  ) throws {
    let found = try failure(
      outcome(scheme, ["all_proxy": "http://proxy.example:3128"], failure: problem.failure)
    )
    #expect(
      found.message
        == """
        The proxy proxy.example:3128, which all_proxy names, could not be asked: \(problem.words). \
        Correct all_proxy, or name the server in no_proxy. The server was not asked.
        """
    )
  }

  @Test func otherFailuresOfAForwardProxyNameIt() throws {
    let found = try failure(
      outcome(.http, ["http_proxy": "proxy.example"], failure: .closedBeforeHead(reused: false))
    )
    #expect(
      found.message
        == """
        The server closed the connection without sending a byte of a response. The exchange went \
        through the proxy proxy.example:80, which http_proxy names.
        """
    )
    // In a tunnel the server itself speaks.
    let tunnel = try failure(
      outcome(.https, ["https_proxy": "proxy.example"], failure: .closedBeforeHead(reused: false))
    )
    #expect(!tunnel.message.contains("proxy"))
  }

  @Test func bytesThatAreNoHTTPAreNotHeldToTheContract() throws {
    let found = try failure(
      outcome(
        .http,
        ["http_proxy": "proxy.example"],
        failure: .malformedHead(.notHTTP(found: Array("SSH-2.0".utf8)), at: 0),
        fault: AccordWire.Deviation(.notHTTP, at: 0, evidence: Array("SSH-2.0".utf8))
      )
    )
    #expect(found.deviation == nil)
    #expect(
      found.message.hasSuffix(
        """
        The exchange went through the proxy proxy.example:80, which http_proxy names; whether it or \
        the server wrote this is not known. Name the server in no_proxy to ask it directly.
        """
      )
    )
  }

  @Test func aLoginOfTheNetworkIsNoAnswerOfTheServer() throws {
    let environment = ["http_proxy": "proxy.example", "https_proxy": "proxy.example"]
    let found = try failure(outcome(.http, environment, status: 511))
    #expect(found.kind == .proxyRefused)
    #expect(
      found.message
        == """
        The proxy proxy.example:80, which http_proxy names, or the network before it wants a login: \
        it answered with 511 (RFC 6585 section 6). Log in there, or name the server in no_proxy. The \
        server was not asked.
        """
    )
    let tunnel = try outcome(.https, environment, status: 511)
    guard case .answered = tunnel else { throw ExchangeFailure(.network, "\(tunnel)") }
  }

  @Test func aServerThatIsReachedDirectlyHasNoProxy() throws {
    let environment = ["http_proxy": "proxy.example", "no_proxy": "api.example"]
    let settings = try ProxySettings.environment(environment)
    let endpoint = Endpoint(scheme: .http, host: "api.example")
    #expect(ProxyInUse(for: endpoint, settings, environment) == nil)
  }
}
