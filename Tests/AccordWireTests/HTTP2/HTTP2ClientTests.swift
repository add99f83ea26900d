#if HTTP2
import NIOCore
import Synchronization
import Testing

@testable import AccordWire

@Suite struct HTTP2ClientTests {
  private let client = WireClient(WireClientConfiguration(http2: .always))

  @Test func carriesManyExchangesOnOneConnection() async throws {
    let server = try await WireServer.start(speaksHTTP2: true) { request in
      try? await Task.sleep(for: .milliseconds(5))
      return .response(status: 200, body: request.target + request.body)
    }
    await withTaskGroup(of: WireExchange.self) { group in
      for number in 0..<200 {
        group.addTask {
          await client.exchange(
            request("POST", "/\(number)", to: server.endpoint, body: "!"),
            with: server.endpoint,
            safeToResend: false,
            onFreshConnection: true
          )
        }
      }
      var bodies: Set<String> = []
      for await exchange in group {
        #expect(exchange.failure == nil)
        #expect(exchange.connectionID == 1)
        #expect(exchange.response?.version == "HTTP/2")
        bodies.insert(WireText.decode(exchange.response?.body ?? []))
      }
      #expect(bodies == Set((0..<200).map { "/\($0)!" }))
    }
    await client.shutdown()
    await server.shutdown()
  }

  /// The server answers a stream only when it has seen as many as it allows, and never sees more.
  @Test func opensNoMoreStreamsThanAreAllowed() async throws {
    let open = Mutex<(now: Int, most: Int)>((0, 0))
    let server = try await FrameServer(
      FrameServer.Script(atStart: [.write(Frame.settings([(3, 2)]))]) { _, stream in
        open.withLock { open in
          open.now += 1
          open.most = max(open.most, open.now)
        }
        guard stream % 4 == 3 else { return [] }
        open.withLock { $0.now -= 2 }
        return [
          .pause(.milliseconds(2)),
          .write(
            Frame.headers([(":status", "200")], stream: stream - 2, ends: true)
              + Frame.headers([(":status", "200")], stream: stream, ends: true)
          ),
        ]
      }
    )
    await withTaskGroup(of: WireExchange.self) { group in
      for _ in 0..<20 {
        group.addTask {
          await client.exchange(
            request(to: server.endpoint),
            with: server.endpoint,
            safeToResend: false
          )
        }
      }
      for await exchange in group { #expect(exchange.failure == nil) }
    }
    #expect(open.withLock { $0.most } == 2)
    await client.shutdown()
    await server.shutdown()
  }

  /// What was said not to be processed is sent once more, and that shows.
  @Test(arguments: [Frame.goAway(0, last: 1), Frame.reset(7, stream: 3)], ["GET", "POST"])
  func sendsWhatWasNotProcessedOnceMore(_ end: [UInt8], _ method: String) async throws {
    let refused = Atomic<Bool>(false)
    let server = try await FrameServer(
      FrameServer.Script { _, stream in
        if stream == 3, !refused.exchange(true, ordering: .relaxed) { return [.write(end)] }
        return [.write(Frame.headers([(":status", "200")], stream: stream, ends: true))]
      }
    )
    var exchanges: [WireExchange] = []
    for _ in 0..<2 {
      exchanges.append(
        await client.exchange(
          request(method, to: server.endpoint),
          with: server.endpoint,
          safeToResend: false
        )
      )
    }
    #expect(exchanges.map(\.failure) == [nil, nil])
    #expect(exchanges.map(\.timings.resent) == [false, true])
    await client.shutdown()
    await server.shutdown()
  }

  /// A connection that just closed says nothing of what it did: only what is safe is sent again.
  @Test(arguments: [true, false])
  func sendsWhatMetAClosedConnectionAgainWhereThatIsSafe(_ isSafe: Bool) async throws {
    let server = try await FrameServer(
      FrameServer.Script { connection, stream in
        connection == 1 && stream == 3
          ? [.close] : [.write(Frame.headers([(":status", "200")], stream: stream, ends: true))]
      }
    )
    var exchanges: [WireExchange] = []
    for _ in 0..<2 {
      exchanges.append(
        await client.exchange(
          request(to: server.endpoint),
          with: server.endpoint,
          safeToResend: isSafe
        )
      )
    }
    #expect(
      exchanges.map(\.failure) == [nil, isSafe ? nil : .closedBeforeHead(reused: true)]
    )
    #expect(exchanges.map(\.timings.resent) == [false, isSafe])
    await client.shutdown()
    await server.shutdown()
  }

  @Test func sendsContentOfAnySizeBothWays() async throws {
    let server = try await WireServer.start(speaksHTTP2: true) { request in
      .response(status: 200, body: request.body)
    }
    let body = String(repeating: "0123456789", count: 300_000)
    let exchange = await client.exchange(
      request("POST", to: server.endpoint, body: body),
      with: server.endpoint,
      safeToResend: false
    )
    #expect(exchange.failure == nil)
    #expect(exchange.response?.body == Array(body.utf8))
    await client.shutdown()
    await server.shutdown()
  }

  @Test func endsAtOnceWhenItsTaskIsCancelled() async throws {
    let server = try await FrameServer(FrameServer.Script { _, _ in [] })
    let task = Task {
      await client.exchange(
        request(to: server.endpoint),
        with: server.endpoint,
        safeToResend: true
      )
    }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    #expect(await task.value.failure == .cancelled)
    await client.shutdown()
    await server.shutdown()
  }

  @Test func doesNotGoThroughAProxyThatForwards() async {
    let client = WireClient(
      WireClientConfiguration(
        proxies: ProxySettings(httpProxy: Proxy(host: "127.0.0.1", port: 1)),
        http2: .always
      )
    )
    let exchange = await client.exchange(
      WireRequest("GET", "/"),
      with: Endpoint(scheme: .http, host: "a.example"),
      safeToResend: true
    )
    #expect(exchange.failure == .http2(.forwardProxy))
  }

  // MARK: TLS

  #if TLS
  /// What a client and a server of each kind agree on.
  @Test(arguments: [HTTP2Use.never, .whereChosen, .always], [true, false])
  func agreesInTheHandshake(_ use: HTTP2Use, _ isSpoken: Bool) async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: TestCertificates.server,
        privateKey: TestCertificates.serverKey
      ),
      speaksHTTP2: isSpoken
    ) { _ in .response(status: 200) }
    let client = WireClient(
      WireClientConfiguration(
        tls: TLSClientConfiguration(trust: .authorities([TestCertificates.authority])),
        http2: use
      )
    )
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: server.port)
    for _ in 0..<3 {
      let exchange = await client.exchange(
        request(to: endpoint),
        with: endpoint,
        safeToResend: true
      )
      switch (use, isSpoken) {
      case (.never, _), (.whereChosen, false):
        #expect(exchange.response?.version == "HTTP/1.1")
      case (.whereChosen, true), (.always, true):
        #expect(exchange.response?.version == "HTTP/2")
        #expect(exchange.tlsVersion == .version1_3)
      case (.always, false):
        #expect(exchange.failure == .http2(.notChosen))
      }
      if exchange.failure == nil { #expect(exchange.connectionID == 1) }
    }
    await client.shutdown()
    await server.shutdown()
  }
  #endif
}
#endif
