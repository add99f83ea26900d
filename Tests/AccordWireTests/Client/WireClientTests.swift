import Testing

@testable import AccordWire

@Suite struct WireClientTests {
  @Test func sendsExactlyWhatItIsTold() async throws {
    let requests = Recorder<WireServerRequest>()
    let server = try await WireServer.start { request in
      requests.add(request)
      return .response(status: 200)
    }
    let client = WireClient()
    let sent = WireRequest(
      method: "foo-BAR",
      target: Array("/e/../b?%2e%zz[1]\u{E9}".utf8),
      fields: [
        WireField("hOST", "x"), WireField("A", "2"), WireField("a", "1"), WireField("A", ""),
        WireField(name: [0x42], value: [0x63], rawLine: Array("B :  c".utf8)),
        WireField("Transfer-Encoding", "chunked"),
      ],
      body: Array("hello world".utf8),
      framing: .chunked([1, 4]),
      trailers: [WireField("T", "u")]
    )
    let exchange = await client.exchange(sent, with: server.endpoint, safeToResend: false)
    #expect(exchange.failure == nil)
    #expect(
      WireText.decode(exchange.sent)
        == "foo-BAR /e/../b?%2e%zz[1]\u{E9} HTTP/1.1\r\nhOST: x\r\nA: 2\r\na: 1\r\nA: \r\n"
        + "B :  c\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "1\r\nh\r\n4\r\nello\r\n6\r\n world\r\n0\r\nT: u\r\n\r\n"
    )
    let received = try #require(requests.all.first)
    #expect(exchange.sent.starts(with: received.rawHead))
    #expect(received.method == "foo-BAR")
    #expect(received.target == sent.target)
    #expect(received.body == sent.body)
    #expect(received.isChunked)
    #expect(received.trailers == sent.trailers)
    #expect(received.deviations.map(\.id) == ["RFC9112-5.1-space-before-colon"])
    await client.shutdown()
    await server.shutdown()
  }

  @Test func keepsExchangesApart() async throws {
    let server = try await WireServer.start { request in
      .response(status: 200, fields: [WireField("X", request.targetText)], body: request.body)
    }
    let client = WireClient(WireClientConfiguration(maxConnectionsPerEndpoint: 4))
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<300 {
        group.addTask {
          let exchange = await client.exchange(
            request("POST", "/\(number)", to: server.endpoint, body: "body \(number)"),
            with: server.endpoint,
            safeToResend: false
          )
          #expect(exchange.failure == nil)
          #expect(exchange.response?.fields.firstText(of: "x") == "/\(number)")
          #expect(exchange.response.map { WireText.decode($0.body) } == "body \(number)")
        }
      }
    }
    await client.shutdown()
    await server.shutdown()
  }

  @Test func carriesLargeBodiesBothWays() async throws {
    let server = try await WireServer.start { request in
      .response(status: 200, body: request.body)
    }
    let client = WireClient()
    let body = (0..<8 * 1024 * 1024).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let exchange = await client.exchange(
      WireRequest(
        "PUT",
        "/",
        fields: [WireField("Host", "a"), WireField("Content-Length", String(body.count))],
        body: body
      ),
      with: server.endpoint,
      safeToResend: false
    )
    #expect(exchange.failure == nil)
    #expect(exchange.response?.body == body)
    await client.shutdown()
    await server.shutdown()
  }

  @Test func readsAnAnswerThatComesBeforeTheBodyIsSent() async throws {
    let server = try await WireServer.start(limits: ReadLimits(maxBodyBytes: 1000)) { _ in
      .response(status: 200)
    }
    let client = WireClient()
    let body = [UInt8](repeating: 0x61, count: 32 * 1024 * 1024)
    for _ in 0..<3 {
      let exchange = await client.exchange(
        WireRequest(
          "PUT",
          "/",
          fields: [WireField("Host", "a"), WireField("Content-Length", String(body.count))],
          body: body
        ),
        with: server.endpoint,
        safeToResend: false
      )
      #expect(exchange.failure == nil)
      #expect(exchange.response?.status == 413)
      #expect(!exchange.timings.reusedConnection)
    }
    await client.shutdown()
    await server.shutdown()
  }

  @Test func measuresItsParts() async throws {
    let server = try await WireServer.start { _ in
      WireReply([
        .pause(.milliseconds(30)), .write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n"),
        .pause(.milliseconds(30)), .write("a"),
      ])
    }
    let client = WireClient()
    let exchange = await client.exchange(
      request(to: server.endpoint),
      with: server.endpoint,
      safeToResend: false
    )
    let timings = exchange.timings
    let firstByte = try #require(timings.firstByte)
    #expect(timings.connect > 0)
    #expect(firstByte >= 25_000_000)
    #expect(timings.total >= timings.connect + firstByte)
    // How much of the pauses the client sees after the first byte depends on who else wants the
    // processor; that it sees both of them does not.
    #expect(timings.total >= 55_000_000)
    await client.shutdown()
    await server.shutdown()
  }

  @Test func showsTheBytesThatAreNoHTTP() async throws {
    let server = try await WireServer.start { _ in
      WireReply([.write("220 mail.example ESMTP\r\n"), .close])
    }
    let client = WireClient()
    let exchange = await client.exchange(
      request(to: server.endpoint),
      with: server.endpoint,
      safeToResend: false
    )
    #expect(exchange.response == nil)
    #expect(WireText.decode(exchange.unread) == "220 mail.example ESMTP\r\n")
    await client.shutdown()
    await server.shutdown()
  }

  @Test func afterShutdownNothingIsSent() async throws {
    let client = WireClient()
    await client.shutdown()
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: 1)
    let exchange = await client.exchange(
      request(to: endpoint),
      with: endpoint,
      safeToResend: false
    )
    #expect(exchange.failure == .clientClosed)
  }
}
