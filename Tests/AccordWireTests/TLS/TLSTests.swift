import Testing

@testable import AccordWire

@Suite struct TLSTests {
  /// A server's certificate, a client's trust, and what comes of them.
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    var certificate = TestCertificates.server
    var key = TestCertificates.serverKey
    var trust = TLSClientConfiguration.Trust.authorities([TestCertificates.authority])
    var host = "localhost"
    var failure: TLSFailure?

    var testDescription: String { name }
  }

  static let examples: [Example] = [
    Example(name: "trusted, by name"),
    Example(name: "trusted, by address", host: "127.0.0.1"),
    Example(
      name: "trusted among several",
      trust: .authorities([TestCertificates.otherAuthority, TestCertificates.authority])
    ),
    Example(
      name: "another authority",
      trust: .authorities([TestCertificates.otherAuthority]),
      failure: .unknownAuthority(subject: "localhost")
    ),
    Example(
      name: "the system's authorities",
      trust: .system,
      failure: .unknownAuthority(subject: "localhost")
    ),
    Example(name: "insecure", trust: .insecure),
    Example(
      name: "another name",
      certificate: TestCertificates.elsewhere,
      key: TestCertificates.elsewhereKey,
      failure: .nameMismatch(
        host: "localhost",
        names: ["elsewhere.example", "*.elsewhere.example", "192.0.2.1"]
      )
    ),
    Example(
      name: "another address",
      certificate: TestCertificates.elsewhere,
      key: TestCertificates.elsewhereKey,
      host: "127.0.0.1",
      failure: .nameMismatch(
        host: "127.0.0.1",
        names: ["elsewhere.example", "*.elsewhere.example", "192.0.2.1"]
      )
    ),
    Example(
      name: "another name, insecure",
      certificate: TestCertificates.elsewhere,
      key: TestCertificates.elsewhereKey,
      trust: .insecure
    ),
    Example(
      name: "expired",
      certificate: TestCertificates.expired,
      key: TestCertificates.expiredKey,
      failure: .expired(subject: "localhost", notAfter: 981_158_400)
    ),
    Example(
      name: "not yet valid",
      certificate: TestCertificates.notYetValid,
      key: TestCertificates.notYetValidKey,
      failure: .notYetValid(subject: "localhost", notBefore: 4_110_566_400)
    ),
    Example(
      name: "expired, insecure",
      certificate: TestCertificates.expired,
      key: TestCertificates.expiredKey,
      trust: .insecure
    ),
  ]

  @Test(arguments: examples)
  func certificateIsJudged(_ example: Example) async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: example.certificate,
        privateKey: example.key
      )
    ) { _ in .response(status: 200) }
    let exchanges = await exchange(
      with: Endpoint(scheme: .https, host: example.host, port: server.port),
      TLSClientConfiguration(trust: example.trust),
      count: 2
    )
    for exchange in exchanges {
      #expect(exchange.failure == example.failure.map { .tls($0) })
    }
    if example.failure == nil {
      #expect(exchanges.map(\.timings.reusedConnection) == [false, true])
    }
    await server.shutdown(grace: .zero)
  }

  @Test func clientShowsItsCertificate() async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: TestCertificates.server,
        privateKey: TestCertificates.serverKey,
        clientAuthority: TestCertificates.authority
      )
    ) { _ in .response(status: 200) }
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: server.port)
    let trust = TLSClientConfiguration.Trust.authorities([TestCertificates.authority])
    let known = await exchange(
      with: endpoint,
      TLSClientConfiguration(
        trust: trust,
        identity: .init(
          certificateChain: TestCertificates.client,
          privateKey: TestCertificates.clientKey
        )
      )
    )
    #expect(known.first?.response?.status == 200)
    let unknown = await exchange(with: endpoint, TLSClientConfiguration(trust: trust))
    #expect(
      unknown.first?.failure
        == .tls(.handshakeRefused(reason: "TLSV1_ALERT_CERTIFICATE_REQUIRED"))
    )
    await server.shutdown(grace: .zero)
  }

  @Test func serverSpeaksPlainText() async throws {
    let server = try await WireServer.start { _ in .response(status: 200) }
    let exchanges = await exchange(
      with: Endpoint(scheme: .https, host: "localhost", port: server.port),
      TLSClientConfiguration()
    )
    #expect(exchanges.first?.failure == .tls(.plainText))
    await server.shutdown(grace: .zero)
  }

  @Test(arguments: NegotiatedTLS.allCases)
  func versionIsTold(_ version: NegotiatedTLS) async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: TestCertificates.server,
        privateKey: TestCertificates.serverKey,
        newestVersion: version
      )
    ) { _ in .response(status: 200) }
    let exchanges = await exchange(
      with: Endpoint(scheme: .https, host: "localhost", port: server.port),
      TLSClientConfiguration(trust: .authorities([TestCertificates.authority])),
      count: 2
    )
    #expect(exchanges.map(\.failure) == [nil, nil])
    #expect(exchanges.map(\.tlsVersion) == [version, version])
    await server.shutdown(grace: .zero)
  }

  @Test func plainConnectionHasNoVersion() async throws {
    let server = try await WireServer.start { _ in .response(status: 200) }
    let exchanges = await exchange(with: server.endpoint, TLSClientConfiguration())
    #expect(exchanges.map(\.tlsVersion) == [nil])
    await server.shutdown(grace: .zero)
  }

  /// A handshake that was finished is not what went wrong.
  @Test func garbageAfterTheHandshakeIsNamed() async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: TestCertificates.server,
        privateKey: TestCertificates.serverKey
      )
    ) { _ in .response(status: 200) }
    let relay = try await GarblingRelay(to: server.port)
    let exchanges = await exchange(
      with: Endpoint(scheme: .https, host: "localhost", port: relay.port),
      TLSClientConfiguration(trust: .authorities([TestCertificates.authority]))
    )
    #expect(exchanges.first?.failure == .tls(.record(reason: "WRONG_VERSION_NUMBER")))
    await relay.shutdown()
    await server.shutdown(grace: .zero)
  }

  @Test func serverClosesInTheHandshake() async throws {
    let server = try await ClosingServer()
    let exchanges = await exchange(
      with: Endpoint(scheme: .https, host: "localhost", port: server.port),
      TLSClientConfiguration()
    )
    #expect(exchanges.first?.failure == .tls(.closedInHandshake))
    await server.shutdown()
  }

  @Test func wireFaultsShowThroughTLS() async throws {
    let replies: [(actions: [WireAction], failure: WireFailure?)] = [
      ([.write("HTTP/1.1 200 OK\r\n\r\nhello"), .close], nil),
      (
        [.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello"), .close],
        .truncated(received: 5, expected: 9)
      ),
      (
        [
          .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello"),
          .pause(.milliseconds(50)), .reset,
        ],
        .reset(phase: .body)
      ),
      ([.close], .closedBeforeHead(reused: false)),
    ]
    for reply in replies {
      let server = try await WireServer.start(
        tls: TLSServerConfiguration(
          certificateChain: TestCertificates.server,
          privateKey: TestCertificates.serverKey
        )
      ) { _ in WireReply(reply.actions) }
      let exchanges = await exchange(
        with: Endpoint(scheme: .https, host: "localhost", port: server.port),
        TLSClientConfiguration(trust: .authorities([TestCertificates.authority]))
      )
      #expect(exchanges.first?.failure == reply.failure)
      if reply.actions.count > 1 {
        #expect(exchanges.first?.response?.body == Array("hello".utf8))
        #expect(exchanges.first?.response?.deviations == [])
      }
      await server.shutdown(grace: .zero)
    }
  }

  @Test func endWithoutAnAlertIsADeviationWhereItEndsTheBody() throws {
    var reader = MessageReader(.response(toMethod: "GET"))
    reader.feed(Array("HTTP/1.1 200 OK\r\n\r\nhello".utf8))
    reader.noteIncompleteClose()
    reader.finish()
    #expect(reader.deviations.map(\.kind) == [.tlsIncompleteClose])

    var framed = MessageReader(.response(toMethod: "GET"))
    framed.feed(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello".utf8))
    framed.noteIncompleteClose()
    #expect(framed.deviations == [])
  }

  @Test(arguments: ["", "Content-Length: 6\r\n"])
  func endWithoutAnAlertIsSeenOnTheWire(length: String) async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: TestCertificates.server,
        privateKey: TestCertificates.serverKey
      )
    ) { _ in
      WireReply([
        .write("HTTP/1.1 200 OK\r\n\(length)\r\n"), .write(#"{"a": "#), .closeBelowTLS,
      ])
    }
    let exchanges = await exchange(
      with: Endpoint(scheme: .https, host: "localhost", port: server.port),
      TLSClientConfiguration(trust: .authorities([TestCertificates.authority]))
    )
    // What came is there to be judged; only where its end is that of the connection is that in doubt.
    #expect(exchanges.first?.failure == nil)
    #expect(exchanges.first?.response?.body == Array(#"{"a": "#.utf8))
    #expect(
      exchanges.first?.response?.deviations.map(\.kind)
        == (length.isEmpty ? [.tlsIncompleteClose] : [])
    )
    await server.shutdown(grace: .zero)
  }

  @Test func unreadableFilesAreNamed() async {
    let reason = "/no/such/file.pem cannot be read"
    let configuration = WireClientConfiguration(
      tls: TLSClientConfiguration(trust: .authorities([.file("/no/such/file.pem")]))
    )
    let client = WireClient(configuration)
    #expect(throws: WireFailure.tls(.configuration(reason: reason))) {
      try client.checkConfiguration()
    }
    await #expect(throws: WireServerFailure.tls(.tls(.configuration(reason: reason)))) {
      _ = try await WireServer.start(
        tls: TLSServerConfiguration(
          certificateChain: .file("/no/such/file.pem"),
          privateKey: TestCertificates.serverKey
        )
      ) { _ in .response(status: 200) }
    }
  }

  @Test func keyOfAnotherCertificateIsNamed() {
    let client = WireClient(
      WireClientConfiguration(
        tls: TLSClientConfiguration(
          identity: .init(
            certificateChain: TestCertificates.client,
            privateKey: TestCertificates.serverKey
          )
        )
      )
    )
    #expect(
      throws: WireFailure.tls(
        .configuration(reason: "certificate and key cannot be used together")
      )
    ) {
      try client.checkConfiguration()
    }
  }

  private func exchange(
    with endpoint: Endpoint,
    _ tls: TLSClientConfiguration,
    count: Int = 1
  ) async -> [WireExchange] {
    let client = WireClient(WireClientConfiguration(tls: tls))
    var exchanges: [WireExchange] = []
    for _ in 0..<count {
      exchanges.append(
        await client.exchange(request(to: endpoint), with: endpoint, safeToResend: false)
      )
    }
    await client.shutdown()
    return exchanges
  }
}
