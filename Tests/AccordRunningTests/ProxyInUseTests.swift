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
    failure: WireFailure? = nil
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

  @Test func aServerThatIsReachedDirectlyHasNoProxy() throws {
    let environment = ["http_proxy": "proxy.example", "no_proxy": "api.example"]
    let settings = try ProxySettings.environment(environment)
    let endpoint = Endpoint(scheme: .http, host: "api.example")
    #expect(ProxyInUse(for: endpoint, settings, environment) == nil)
  }
}
