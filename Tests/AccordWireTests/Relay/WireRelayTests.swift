import NIOCore
import Synchronization
import Testing

@testable import AccordWire

/// What passes through a relay comes out as it went in, and is seen as it was.
@Suite struct WireRelayTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    /// What the client sends, in pieces.
    var request: [String]
    /// What the server sends, in pieces, when it has the whole of it; it closes then.
    var response: [String]
    /// What the relay tells.
    var seen: [String]
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(
      name: "a request and its response",
      request: ["GET /a HTTP/1.1\r\nhOsT:  x \r\n\r\n"],
      response: ["HTTP/1.1 200 Very  Fine\r\ncontent-LENGTH: 2\r\n\r\nhi"],
      seen: ["1.1 GET /a -> 200 hi"]
    ),
    Row(
      name: "chunks with extensions and trailers, in pieces",
      request: [
        "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nab",
        "c\r\n0\r\n",
        "T: 1\r\n\r\n",
      ],
      response: [
        "HTTP/1.1 20", "1 Made\r\ntransfer-encoding: Chunked\r\n\r\n001\r\nx\r",
        "\n1;q\r\ny\r\n0\r\n\r\n",
      ],
      seen: ["1.1 POST /a abc -> 201 xy"]
    ),
    Row(
      name: "lines that end in LF alone, and a body until the end",
      request: ["GET /a HTTP/1.0\n\n"],
      response: ["HTTP/1.0 200 OK\nA: b\n\nall ", "of it"],
      seen: ["1.1 GET /a -> 200 all of it"]
    ),
    Row(
      name: "pipelined requests",
      request: [
        "GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\nHEAD /c HTTP/1.1\r\nHo",
        "st: x\r\n\r\n",
      ],
      response: [
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 404 No\r\nContent-Length: 1\r\n\r\nb"
          + "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"
      ],
      seen: ["1.1 GET /a -> 200 a", "1.2 GET /b -> 404 b", "1.3 HEAD /c -> 200 "]
    ),
    Row(
      name: "an interim response",
      request: [
        "POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx"
      ],
      response: [
        "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 204 None\r\n\r\n",
      ],
      seen: ["1.1 POST /a x -> 204 "]
    ),
    Row(
      name: "a response that breaks off",
      request: ["GET /a HTTP/1.1\r\nHost: x\r\n\r\n"],
      response: ["HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"],
      seen: ["1.1 GET /a -> 200 ab, truncated"]
    ),
    Row(
      name: "a connection that changes its protocol",
      request: ["GET /a HTTP/1.1\r\nHost: x\r\nUpgrade: y\r\nConnection: upgrade\r\n\r\n"],
      response: ["HTTP/1.1 101 Go\r\nUpgrade: y\r\nConnection: upgrade\r\n\r\n", "\u{1}\u{2}raw"],
      seen: ["1.1 GET /a -> 101 ", "1: The connection changed to another protocol."]
    ),
    Row(
      name: "bytes that are no request",
      request: ["\u{16}\u{3}\u{1}nonsense\r\n\r\n"],
      response: ["whatever"],
      seen: ["1: A request cannot be read, and nothing after it was judged."]
    ),
    Row(
      name: "bytes that no request asked for",
      request: ["GET"],
      response: ["HTTP/1.1 408 Late\r\nContent-Length: 0\r\n\r\n"],
      seen: ["1: Bytes came from the server that no request asked for."]
    ),
    Row(
      name: "a long body",
      request: [
        "PUT /a HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n" + long("q", 300_000)
      ],
      response: ["HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n" + long("r", 400_000)],
      seen: ["1.1 PUT /a \(long("q", 300_000)) -> 200 \(long("r", 400_000))"]
    ),
  ]

  private static func long(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: rows)
  func passesEveryByte(_ row: Row) async throws {
    let sent = row.request.joined()
    let server = try await CannedServer(
      after: sent.utf8.count,
      row.response.map { Array($0.utf8) },
      closes: true
    )
    let seen = Recorder<String>()
    let relay = try await WireRelay.start(to: server.endpoint) { seen.add(Self.words($0)) }
    let received = try await RawConnection.talk(to: relay.port, row.request)
    #expect(received == row.response.joined())
    #expect(server.received.withLock { $0 } == Array(sent.utf8))
    await relay.shutdown()
    await server.shutdown()
    #expect(seen.all == row.seen)
  }

  /// An event in words.
  private static func words(_ event: WireRelay.Event) -> String {
    switch event {
    case .other(let other):
      let sentence = other.reason.prefix { $0 != ":" }
      return "\(other.connectionID): \(sentence)\(sentence.hasSuffix(".") ? "" : ".")"
    case .exchange(let exchange):
      let request = exchange.request
      let body = WireText.decode(request.body)
      var words =
        "\(exchange.connectionID).\(exchange.number) \(request.method) \(request.targetText)"
        + (body.isEmpty ? "" : " " + body) + " -> "
      if let response = exchange.exchange.response {
        words += "\(response.status) \(WireText.decode(response.body))"
      }
      switch exchange.exchange.failure {
      case nil: break
      case .truncated: words += ", truncated"
      case let failure?: words += ", \(failure)"
      }
      return words
    }
  }

  @Test func aServerThatIsNotThereIsSaid() async throws {
    let seen = Recorder<WireRelay.Event>()
    let relay = try await WireRelay.start(to: Endpoint(scheme: .http, host: "127.0.0.1", port: 1)) {
      seen.add($0)
    }
    let text = try await RawConnection.talk(to: relay.port, ["GET / HTTP/1.1\r\nHost: x\r\n\r\n"])
    #expect(text.hasPrefix("HTTP/1.1 502 Bad Gateway\r\n"))
    #expect(text.contains("127.0.0.1:1"))
    await relay.shutdown()
    guard case .other(let other)? = seen.all.first else {
      Issue.record("\(seen.all)")
      return
    }
    #expect(other.reason == "\(WireFailure.refused(address: "127.0.0.1:1"))")
    #expect(seen.all.count == 1)
  }

  @Test("a server over TLS", arguments: [true, false])
  func aServerOverTLS(_ isTrusted: Bool) async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: TestCertificates.server,
        privateKey: TestCertificates.serverKey
      )
    ) { request in .response(status: 200, body: request.target) }
    let seen = Recorder<WireRelay.Event>()
    let trusted = isTrusted ? TestCertificates.authority : TestCertificates.otherAuthority
    let relay = try await WireRelay.start(
      to: Endpoint(scheme: .https, host: "localhost", port: server.port),
      tls: TLSClientConfiguration(trust: .authorities([trusted]))
    ) { seen.add($0) }
    let text = try await RawConnection.talk(
      to: relay.port,
      ["GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"]
    )
    await relay.shutdown()
    await server.shutdown()
    guard isTrusted else {
      #expect(text.hasPrefix("HTTP/1.1 502 Bad Gateway\r\n"))
      guard case .other(let other)? = seen.all.first else {
        Issue.record("\(seen.all)")
        return
      }
      #expect(other.reason.contains("certificate"))
      return
    }
    #expect(text.hasSuffix("\r\n\r\n/a"))
    guard case .exchange(let exchange)? = seen.all.first else {
      Issue.record("\(seen.all)")
      return
    }
    #expect(exchange.exchange.response?.body == Array("/a".utf8))
  }

  @Test func aConnectionIsKept() async throws {
    let server = try await WireServer.start { request in
      .response(status: 200, body: request.target)
    }
    let seen = Recorder<WireRelay.Event>()
    let relay = try await WireRelay.start(to: server.endpoint) { seen.add($0) }
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: relay.port)
    let client = WireClient()
    for number in 1...20 {
      let exchange = await client.exchange(
        request("GET", "/\(number)", to: endpoint),
        with: endpoint,
        safeToResend: false
      )
      #expect(exchange.response?.body == Array("/\(number)".utf8))
    }
    await client.shutdown()
    await relay.shutdown()
    await server.shutdown()
    let connections = seen.all.compactMap { event -> Int? in
      guard case .exchange(let exchange) = event else { return nil }
      return exchange.connectionID
    }
    #expect(connections == Array(repeating: 1, count: 20))
  }

  @Test func whatTheClientDidNotWaitForIsSaid() async throws {
    let silent = try await SilentServer()
    let seen = Recorder<WireRelay.Event>()
    let relay = try await WireRelay.start(
      to: Endpoint(scheme: .http, host: "127.0.0.1", port: silent.port)
    ) { seen.add($0) }
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: relay.port)
    let client = WireClient(WireClientConfiguration(headTimeout: .milliseconds(200)))
    let exchange = await client.exchange(request(to: endpoint), with: endpoint, safeToResend: false)
    #expect(exchange.response == nil)
    await client.shutdown()
    let limit = ContinuousClock.now + .seconds(20)
    while seen.all.isEmpty, ContinuousClock.now < limit {
      try await Task.sleep(for: .milliseconds(5))
    }
    await relay.shutdown()
    await silent.shutdown()
    #expect(
      seen.all == [
        .other(
          RelayedOther(
            connectionID: 1,
            reason: "The client ended the connection before it had its answer."
          )
        )
      ]
    )
  }
}
