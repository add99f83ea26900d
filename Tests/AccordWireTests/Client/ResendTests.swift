import Testing

@testable import AccordWire

@Suite struct ResendTests {
  /// A server that answers the first request of each connection, and does this to the second.
  private func exchangeOnKeptConnection(
    safeToResend: Bool,
    end: WireAction,
    answersNewConnections: Bool = true
  ) async throws -> (exchange: WireExchange, requests: [WireServerRequest]) {
    let requests = Recorder<WireServerRequest>()
    let server = try await WireServer.start { request in
      let isFirst = requests.add(request) == 1
      let isNew = request.connectionID > 1 && answersNewConnections
      return isFirst || isNew ? .response(status: 200, reason: "OK") : WireReply([end])
    }
    let client = WireClient()
    _ = await client.exchange(
      request(to: server.endpoint),
      with: server.endpoint,
      safeToResend: safeToResend
    )
    let exchange = await client.exchange(
      request("POST", to: server.endpoint, body: "a"),
      with: server.endpoint,
      safeToResend: safeToResend
    )
    await client.shutdown()
    await server.shutdown(grace: .zero)
    return (exchange, requests.all)
  }

  @Test(arguments: [WireAction.close, .reset])
  func unsafeRequestIsSentOnce(_ end: WireAction) async throws {
    let (exchange, requests) = try await exchangeOnKeptConnection(safeToResend: false, end: end)
    #expect(exchange.failure == .closedBeforeHead(reused: true))
    #expect(exchange.response == nil)
    #expect(exchange.timings.reusedConnection)
    #expect(!exchange.timings.resent)
    #expect(requests.map(\.method) == ["GET", "POST"])
  }

  @Test(arguments: [WireAction.close, .reset])
  func safeRequestIsSentOnceMoreVisibly(_ end: WireAction) async throws {
    let (exchange, requests) = try await exchangeOnKeptConnection(safeToResend: true, end: end)
    #expect(exchange.failure == nil)
    #expect(exchange.response?.status == 200)
    #expect(exchange.timings.resent)
    #expect(!exchange.timings.reusedConnection)
    #expect(exchange.connectionID == 2)
    #expect(requests.map(\.method) == ["GET", "POST", "POST"])
  }

  @Test func safeRequestIsNotSentAThirdTime() async throws {
    let (exchange, requests) = try await exchangeOnKeptConnection(
      safeToResend: true,
      end: .close,
      answersNewConnections: false
    )
    #expect(exchange.failure == .closedBeforeHead(reused: false))
    #expect(exchange.timings.resent)
    #expect(requests.count == 3)
  }

  /// Most servers close a kept connection at some time, and say so in no answer.
  @Test func requestOnAFreshConnectionMeetsNoClosedOne() async throws {
    let requests = Recorder<WireServerRequest>()
    let server = try await WireServer.start { request in
      requests.add(request)
      return WireReply([.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), .close])
    }
    let client = WireClient()
    for _ in 0..<50 {
      for method in ["GET", "POST"] {
        let exchange = await client.exchange(
          request(method, to: server.endpoint),
          with: server.endpoint,
          safeToResend: method == "GET",
          onFreshConnection: method == "POST"
        )
        #expect(exchange.failure == nil)
        #expect(exchange.response?.status == 200)
        if method == "POST" {
          #expect(!exchange.timings.reusedConnection)
          #expect(!exchange.timings.resent)
        }
      }
    }
    #expect(requests.all.count { $0.method == "POST" } == 50)
    await client.shutdown()
    await server.shutdown()
  }

  @Test func freshConnectionTakesThePlaceOfOneThatIdles() async throws {
    let server = try await WireServer.start { _ in .response(status: 200) }
    let client = WireClient(WireClientConfiguration(maxConnectionsPerEndpoint: 1))
    var ids: [Int] = []
    for isFresh in [false, false, true, false, true, true] {
      let exchange = await client.exchange(
        request(to: server.endpoint),
        with: server.endpoint,
        safeToResend: true,
        onFreshConnection: isFresh
      )
      #expect(exchange.failure == nil)
      ids.append(exchange.connectionID)
    }
    #expect(ids == [1, 1, 2, 2, 3, 4])
    await client.shutdown()
    await server.shutdown()
  }

  @Test func whoWaitsForAFreshConnectionGetsOne() async throws {
    let requests = Recorder<WireServerRequest>()
    let server = try await WireServer.start { request in
      requests.add(request)
      try? await Task.sleep(for: .milliseconds(20))
      return .response(status: 200)
    }
    let client = WireClient(WireClientConfiguration(maxConnectionsPerEndpoint: 2))
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<12 {
        group.addTask {
          let exchange = await client.exchange(
            request("POST", "/\(number)", to: server.endpoint),
            with: server.endpoint,
            safeToResend: false,
            onFreshConnection: true
          )
          #expect(exchange.failure == nil)
          #expect(!exchange.timings.reusedConnection)
        }
      }
    }
    #expect(Set(requests.all.map(\.connectionID)).count == 12)
    await client.shutdown()
    await server.shutdown()
  }

  @Test func newConnectionIsNeverTriedAgain() async throws {
    let requests = Recorder<WireServerRequest>()
    let server = try await WireServer.start { request in
      requests.add(request)
      return WireReply([.close])
    }
    let client = WireClient()
    let exchange = await client.exchange(
      request(to: server.endpoint),
      with: server.endpoint,
      safeToResend: true
    )
    #expect(exchange.failure == .closedBeforeHead(reused: false))
    #expect(!exchange.timings.resent)
    #expect(requests.all.count == 1)
    await client.shutdown()
    await server.shutdown()
  }

  @Test func startedAnswerIsNeverAskedForAgain() async throws {
    let requests = Recorder<WireServerRequest>()
    let server = try await WireServer.start { request in
      requests.add(request) == 1
        ? .response(status: 200) : WireReply([.write("HTTP/1.1 2"), .close])
    }
    let client = WireClient()
    var failures: [WireFailure?] = []
    for _ in 0..<2 {
      let exchange = await client.exchange(
        request(to: server.endpoint),
        with: server.endpoint,
        safeToResend: true
      )
      failures.append(exchange.failure)
    }
    #expect(failures == [nil, .closedInHead(received: 10)])
    #expect(requests.all.count == 2)
    await client.shutdown()
    await server.shutdown()
  }
}
