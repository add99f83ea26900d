import Testing

@testable import AccordWire

@Suite struct ProxyTests {
  @Test func plainRequestsAreAskedInAbsoluteForm() async throws {
    let requests = Recorder<WireServerRequest>()
    let proxy = try await WireServer.start { request in
      requests.add(request)
      return .response(status: 200, reason: "OK", body: Array("by proxy".utf8))
    }
    let client = WireClient(
      WireClientConfiguration(
        proxies: ProxySettings(
          httpProxy: Proxy(host: "127.0.0.1", port: proxy.port, authorization: "Basic YTpi")
        )
      )
    )
    for host in ["one.example", "two.example"] {
      let endpoint = Endpoint(scheme: .http, host: host, port: 8080)
      let exchange = await client.exchange(
        request("GET", "/a?b", to: endpoint),
        with: endpoint,
        safeToResend: false
      )
      #expect(exchange.response.map { WireText.decode($0.body) } == "by proxy")
      #expect(exchange.timings.reusedConnection == (host == "two.example"))
      #expect(
        WireText.decode(exchange.sent)
          == "GET http://\(host):8080/a?b HTTP/1.1\r\nHost: \(host):8080\r\n"
          + "Proxy-Authorization: Basic YTpi\r\n\r\n"
      )
    }
    #expect(
      requests.all.map(\.targetText)
        == ["http://one.example:8080/a?b", "http://two.example:8080/a?b"]
    )
    await client.shutdown()
    await proxy.shutdown()
  }

  @Test(
    arguments: [
      ("/a?b", "http://h/a?b"), ("*", "http://h"), ("", "http://h"),
      ("http://other/x", "http://other/x"),
    ]
  )
  func targetsBecomeAbsolute(_ target: String, _ expected: String) {
    let endpoint = Endpoint(scheme: .http, host: "h")
    let request = WireRequest("GET", target)
      .throughProxy(Proxy(host: "p", port: 1), to: endpoint)
    #expect(WireText.decode(request.target) == expected)
    #expect(request.fields.isEmpty)
  }

  @Test(arguments: ["localhost", "127.0.0.1"])
  func securedRequestsGoThroughATunnel(_ host: String) async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: TestCertificates.server,
        privateKey: TestCertificates.serverKey
      )
    ) { request in .response(status: 200, reason: "OK", body: request.target) }
    let proxy = try await TunnelProxy()
    var authorized = proxy.proxy
    authorized.authorization = "Basic YTpi"
    let client = WireClient(
      WireClientConfiguration(
        tls: TLSClientConfiguration(trust: .authorities([TestCertificates.authority])),
        proxies: ProxySettings(httpsProxy: authorized)
      )
    )
    let endpoint = Endpoint(scheme: .https, host: host, port: server.port)
    for isReused in [false, true] {
      let exchange = await client.exchange(
        request("GET", "/a", to: endpoint),
        with: endpoint,
        safeToResend: false
      )
      #expect(exchange.failure == nil)
      #expect(exchange.response?.body == Array("/a".utf8))
      #expect(exchange.timings.reusedConnection == isReused)
      #expect(!WireText.decode(exchange.sent).contains("Proxy-Authorization"))
    }
    #expect(
      proxy.requests.all == [
        "CONNECT \(host):\(server.port) HTTP/1.1\r\nHost: \(host):\(server.port)\r\n"
          + "Proxy-Authorization: Basic YTpi\r\n\r\n"
      ]
    )
    await client.shutdown()
    await proxy.shutdown()
    await server.shutdown(grace: .zero)
  }

  /// The library would check the proxy's own address, 127.0.0.1, which this certificate is for.
  @Test func tunnelledAddressIsCheckedAgainstTheCertificate() async throws {
    let server = try await WireServer.start(
      tls: TLSServerConfiguration(
        certificateChain: TestCertificates.server,
        privateKey: TestCertificates.serverKey
      )
    ) { _ in .response(status: 200) }
    let proxy = try await TunnelProxy()
    let exchange = await exchange(
      with: Endpoint(scheme: .https, host: "192.0.2.7", port: server.port),
      by: proxy.proxy
    )
    #expect(
      exchange.failure
        == .tls(.nameMismatch(host: "192.0.2.7", names: ["localhost", "127.0.0.1", "::1"]))
    )
    await proxy.shutdown()
    await server.shutdown(grace: .zero)
  }

  @Test(
    arguments: [
      (
        "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
        WireFailure.proxyRefused(status: 407, reason: "Proxy Authentication Required")
      ),
      (
        "HTTP/1.1 502 Bad Gateway\r\n\r\nno",
        .proxyRefused(status: 502, reason: "Bad Gateway")
      ),
      (
        "garbage",
        .proxyUnreadable(
          reason: """
            The message head cannot be read at byte 0: expected "HTTP/", found "garbage".
            """
        )
      ),
      (
        "",
        .proxyUnreadable(
          reason: "The server closed the connection without sending a byte of a response."
        )
      ),
      (
        "HTTP/1.1 200 OK\r\n\r\nearly",
        .proxyUnreadable(reason: "Bytes came before the tunnel was used.")
      ),
    ]
  )
  func refusalOfTheProxyHasItsOwnName(_ answer: String, _ failure: WireFailure) async throws {
    let proxy = try await TunnelProxy(answer: answer)
    let exchange = await exchange(
      with: Endpoint(scheme: .https, host: "a.example"),
      by: proxy.proxy
    )
    #expect(exchange.failure == failure)
    #expect(exchange.response == nil)
    await proxy.shutdown()
  }

  @Test func proxyThatIsDownIsNamed() async throws {
    let proxy = try await TunnelProxy()
    await proxy.shutdown()
    let exchange = await exchange(
      with: Endpoint(scheme: .https, host: "a.example"),
      by: proxy.proxy
    )
    #expect(exchange.failure == .refused(address: "127.0.0.1:\(proxy.port)"))
  }

  private func exchange(with endpoint: Endpoint, by proxy: Proxy) async -> WireExchange {
    let client = WireClient(
      WireClientConfiguration(
        tls: TLSClientConfiguration(trust: .authorities([TestCertificates.authority])),
        proxies: ProxySettings(httpProxy: proxy, httpsProxy: proxy)
      )
    )
    let exchange = await client.exchange(
      request(to: endpoint),
      with: endpoint,
      safeToResend: false
    )
    await client.shutdown()
    return exchange
  }
}
