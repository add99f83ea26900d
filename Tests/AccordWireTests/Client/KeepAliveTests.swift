import Testing

@testable import AccordWire

@Suite struct KeepAliveTests {
  /// Three exchanges in a row, with what the server does to its replies; the connections used.
  private func connections(
    configuration: WireClientConfiguration = WireClientConfiguration(),
    edit: @Sendable (inout WireRequest) -> Void = { _ in },
    reply: @escaping WireServer.Handler
  ) async throws -> [Int] {
    let server = try await WireServer.start(handler: reply)
    let client = WireClient(configuration)
    var ids: [Int] = []
    for _ in 0..<3 {
      var request = request(to: server.endpoint)
      edit(&request)
      let exchange = await client.exchange(request, with: server.endpoint, safeToResend: false)
      #expect(exchange.failure == nil)
      #expect(exchange.response?.status == 200)
      #expect(exchange.timings.reusedConnection == (ids.last == exchange.connectionID))
      #expect((exchange.timings.connect == 0) == exchange.timings.reusedConnection)
      ids.append(exchange.connectionID)
    }
    await client.shutdown()
    await server.shutdown(grace: .zero)
    return ids
  }

  @Test func connectionsAreReused() async throws {
    let ids = try await connections { _ in .response(status: 200, body: [0x61]) }
    #expect(ids == [1, 1, 1])
  }

  @Test func chunkedResponsesAreReused() async throws {
    let chunked = [WireField("Transfer-Encoding", "chunked")]
    let ids = try await connections { _ in
      .response(status: 200, fields: chunked, body: [0x61])
    }
    #expect(ids == [1, 1, 1])
  }

  @Test func closeByTheServerIsHonoured() async throws {
    let ids = try await connections { _ in
      WireReply(
        [.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")],
        keepAlive: true
      )
    }
    #expect(ids == [1, 2, 3])
  }

  @Test func oldVersionIsHonoured() async throws {
    let ids = try await connections { _ in
      WireReply([.write("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")], keepAlive: true)
    }
    #expect(ids == [1, 2, 3])
  }

  @Test func surplusEndsTheConnection() async throws {
    let ids = try await connections { _ in
      WireReply([.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nX")], keepAlive: true)
    }
    #expect(ids == [1, 2, 3])
  }

  @Test func configurationSwitchesItOff() async throws {
    let ids = try await connections(configuration: WireClientConfiguration(keepAlive: false)) {
      _ in .response(status: 200)
    }
    #expect(ids == [1, 2, 3])
  }

  @Test func closeByTheRequestIsHonoured() async throws {
    let ids = try await connections(edit: { $0.fields.append(WireField("Connection", "close")) }) {
      _ in WireReply([.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")], keepAlive: true)
    }
    #expect(ids == [1, 2, 3])
  }

  @Test func requestsThatLeaveBytesBehindEndTheConnection() async throws {
    let ids = try await connections(
      edit: { request in
        request.fields.append(WireField("Content-Length", "1"))
        request.body = Array("abc".utf8)
      }
    ) { _ in .response(status: 200, keepAlive: false) }
    #expect(ids == [1, 2, 3])
  }

  @Test func idleConnectionClosedByTheServerIsNotUsed() async throws {
    let server = try await WireServer.start { _ in
      WireReply([.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), .close])
    }
    let client = WireClient()
    for id in 1...2 {
      let exchange = await client.exchange(
        request(to: server.endpoint),
        with: server.endpoint,
        safeToResend: false
      )
      #expect(exchange.failure == nil)
      #expect(exchange.connectionID == id)
      try await Task.sleep(for: .milliseconds(200))
    }
    await client.shutdown()
    await server.shutdown()
  }
}
