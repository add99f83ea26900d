import Testing

@testable import AccordWire

@Suite struct WireServerTests {
  /// Answers with what it was asked.
  private static func echo(_ request: WireServerRequest) -> WireReply {
    .response(
      status: 200,
      reason: "OK",
      body: Array("\(request.method) \(request.targetText) ".utf8) + request.body
    )
  }

  /// Sends the parts to such a server; returns all that it sends until it closes.
  private func talk(
    _ parts: String...,
    limits: ReadLimits = ReadLimits(),
    handler: @escaping WireServer.Handler = { echo($0) }
  ) async throws -> String {
    let server = try await WireServer.start(limits: limits, handler: handler)
    let received = try await RawConnection.talk(to: server.port, parts)
    await server.shutdown()
    return received
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
    let received = try await talk(
      "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPUT /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok"
        + "GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    ) { request in
      // The first takes longest.
      if request.targetText == "/1" { try? await Task.sleep(for: .milliseconds(50)) }
      return Self.echo(request)
    }
    #expect(
      received
        == "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nGET /1 "
        + "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nPUT /2 ok"
        + "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nGET /3 "
    )
  }

  @Test func manyPipelinedRequestsAreAnswered() async throws {
    let count = 5000
    let requests = String(
      repeating: "GET / HTTP/1.1\r\nHost: a\r\nX: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n\r\n",
      count: count
    )
    let received = try await talk(requests + "GET / HTTP/1.0\r\n\r\n") { _ in
      .response(status: 204)
    }
    #expect(received == String(repeating: "HTTP/1.1 204 \r\n\r\n", count: count + 1))
  }

  @Test func requestsInPiecesAreRead() async throws {
    let received = try await talk(
      "PO",
      "ST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chu",
      "nked\r\n\r\n2\r\no",
      "k\r\n0\r\n",
      "\r\n"
    )
    #expect(received == "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nPOST / ok")
  }

  @Test func whoExpectsContinueIsToldToContinue() async throws {
    let received = try await talk(
      "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n"
        + "Content-Length: 2\r\n\r\n",
      "ok"
    )
    #expect(
      received
        == "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nPUT / ok"
    )
  }

  @Test func whoSentTheContentIsNotToldToContinue() async throws {
    let received = try await talk(
      "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n"
        + "Content-Length: 2\r\n\r\nok"
    )
    #expect(received == "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nPUT / ok")
  }

  @Test(
    arguments: [
      ("garbage\r\n\r\n", "400 Bad Request"),
      ("\u{16}\u{3}\u{1}", "400 Bad Request"),
      ("GET /\r\n", "400 Bad Request"),
      ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", "400 Bad Request"),
      ("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\n\r\n", "400 Bad Request"),
      (
        "GET / HTTP/1.1\r\nA: \(String(repeating: "b", count: 300))",
        "431 Request Header Fields Too Large"
      ),
      ("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\n\r\n", "413 Content Too Large"),
    ]
  )
  func whatIsNoRequestIsRefused(_ bytes: String, _ status: String) async throws {
    let received = try await talk(
      bytes,
      limits: ReadLimits(maxHeadBytes: 200, maxBodyBytes: 100)
    )
    #expect(received.hasPrefix("HTTP/1.1 \(status)\r\n"))
    #expect(received.contains("\r\nConnection: close\r\n"))
  }

  @Test func actionsArePlayedByteForByte() async throws {
    let received = try await talk("GET / HTTP/1.1\r\nHost: a\r\n\r\n") { _ in
      WireReply(
        [.write("\u{0}no HTTP\r"), .pause(.milliseconds(1)), .write([0x0A])]
          + WireAction.trickle(Array("abc".utf8), by: 2, pause: .milliseconds(1)) + [.close]
      )
    }
    #expect(received == "\u{0}no HTTP\r\nabc")
  }

  @Test func shutdownLetsRepliesEnd() async throws {
    let begun = Recorder<Int>()
    let server = try await WireServer.start { _ in
      begun.add(1)
      return WireReply([
        .pause(.milliseconds(200)),
        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
      ])
    }
    let client = WireClient()
    async let exchange = client.exchange(
      request(to: server.endpoint),
      with: server.endpoint,
      safeToResend: false
    )
    while begun.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    await server.shutdown(grace: .seconds(60))
    #expect(await exchange.response?.body == Array("ok".utf8))
    let refused = await client.exchange(
      request(to: server.endpoint),
      with: server.endpoint,
      safeToResend: false
    )
    #expect(refused.failure == .refused(address: "127.0.0.1:\(server.port)"))
    await client.shutdown()
  }

  @Test func shutdownEndsSilentAndIdleConnectionsAtOnce() async throws {
    let begun = Recorder<Int>()
    let server = try await WireServer.start { request in
      begun.add(1)
      return request.targetText == "/silent"
        ? WireReply([.neverAnswer]) : .response(status: 200)
    }
    let client = WireClient()
    _ = await client.exchange(
      request(to: server.endpoint),
      with: server.endpoint,
      safeToResend: false
    )
    async let silent = WireClient().exchange(
      request("GET", "/silent", to: server.endpoint),
      with: server.endpoint,
      safeToResend: false
    )
    while begun.all.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    try await Task.sleep(for: .milliseconds(50))
    await server.shutdown(grace: .seconds(600))
    #expect(await silent.failure == .closedBeforeHead(reused: false))
    await client.shutdown()
  }

  @Test func addressInUseIsNamed() async throws {
    let server = try await WireServer.start { _ in .response(status: 200) }
    await #expect(
      throws: WireServerFailure.addressInUse(host: "127.0.0.1", port: server.port)
    ) {
      _ = try await WireServer.start(port: server.port) { _ in .response(status: 200) }
    }
    await server.shutdown()
  }

  @Test func addressOfAnotherMachineIsNamed() async {
    await #expect(throws: WireServerFailure.addressNotAvailable(host: "192.0.2.1")) {
      _ = try await WireServer.start(host: "192.0.2.1") { _ in .response(status: 200) }
    }
  }

  @Test(arguments: ["nope.invalid", "a b", ""])
  func unknownHostIsNamed(_ host: String) async {
    await #expect(throws: WireServerFailure.hostUnknown(host: host)) {
      _ = try await WireServer.start(host: host) { _ in .response(status: 200) }
    }
  }

  @Test func bracketedAddressOfVersionSixIsReached() async throws {
    let server: WireServer
    do throws(WireServerFailure) {
      server = try await WireServer.start(host: "::1") { _ in .response(status: 200) }
    } catch {
      try Test.cancel("This machine has no IPv6: \(error)")
    }
    let endpoint = Endpoint(scheme: .http, host: "[::1]", port: server.port)
    let client = WireClient()
    let exchange = await client.exchange(
      request(to: endpoint),
      with: endpoint,
      safeToResend: false
    )
    #expect(exchange.response?.status == 200)
    #expect(WireText.decode(exchange.sent).contains("Host: [::1]:\(server.port)\r\n"))
    await client.shutdown()
    await server.shutdown()
  }
}
