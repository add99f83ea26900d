import Testing

@testable import AccordWire

#if !HTTP2
@Suite struct HTTP2NotBuiltInTests {
  @Test func isAnErrorThatNamesTheTrait() async throws {
    let client = WireClient(WireClientConfiguration(http2: .always))
    #expect(throws: WireFailure.http2(.notBuiltIn)) { try client.checkVersion() }
    let exchange = await client.exchange(
      WireRequest("GET", "/"),
      with: Endpoint(scheme: .http, host: "127.0.0.1", port: 1),
      safeToResend: true
    )
    #expect(exchange.failure == .http2(.notBuiltIn))
  }

  @Test func leavesServersThatMayChooseToHTTP1() async throws {
    let server = try await WireServer.start(speaksHTTP2: true) { _ in .response(status: 200) }
    let client = WireClient(WireClientConfiguration(http2: .whereChosen))
    let exchange = await client.exchange(
      request(to: server.endpoint),
      with: server.endpoint,
      safeToResend: true
    )
    #expect(exchange.response?.version == "HTTP/1.1")
    await client.shutdown()
    await server.shutdown()
  }
}
#endif
