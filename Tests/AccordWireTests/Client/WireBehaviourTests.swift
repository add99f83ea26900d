import Testing

@testable import AccordWire

@Suite struct WireBehaviourTests {
  static let all =
    WireBehaviour.messages + WireBehaviour.deviations + WireBehaviour.failures

  @Test func areAtLeastSixtyWithNamesOfTheirOwn() {
    #expect(Self.all.count >= 60)
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }

  /// Each behaviour is named rightly, and the next exchange does not suffer from it.
  @Test(arguments: all)
  func isNamedRightly(_ behaviour: WireBehaviour) async throws {
    let server = try await WireServer.start { request in
      request.targetText == "/next"
        ? .response(status: 200, reason: "OK", body: Array("next".utf8))
        : WireReply(behaviour.actions, keepAlive: true)
    }
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
    let host = WireField("Host", endpoint.authority)
    let request = WireRequest(behaviour.method, "/behaviour", fields: [host])
    // On a stalled machine a short limit ends before the server had its turn: then a longer one
    // is tried. What is named wrongly is named wrongly with any.
    var limit = 200
    var client = WireClient(behaviour.configuration(limit: limit))
    var exchange = await client.exchange(request, with: endpoint, safeToResend: false)
    while behaviour.impatience != .none, limit < 5000,
      "\(ExchangeSummary(exchange: exchange))" != behaviour.expected(limit: limit)
    {
      limit *= 2
      client = WireClient(behaviour.configuration(limit: limit))
      exchange = await client.exchange(request, with: endpoint, safeToResend: false)
    }
    #expect("\(ExchangeSummary(exchange: exchange))" == behaviour.expected(limit: limit))
    #expect(exchange.timings.resent == false)

    let patientClient = behaviour.impatience == .none ? client : WireClient()
    let next = await patientClient.exchange(
      WireRequest("GET", "/next", fields: [host]),
      with: endpoint,
      safeToResend: false
    )
    #expect("\(ExchangeSummary(exchange: next))" == "200 OK | Content-Length: 4 | body next")
    await patientClient.shutdown()
    await client.shutdown()
    await server.shutdown(grace: .zero)
  }
}
