import AccordWire
import Testing

extension CommandTests {
  @Suite("verify through a proxy of the environment") struct ProxyTests {
    private static let short = [
      "--contract", "connections.accept-reject", "--case", "*/example/*", "--case",
      "*/header-missing/*", "--seed", "1",
    ]

    @Test("http_proxy: requests go to the proxy, in absolute form")
    func plainRequestsGoThroughTheProxy() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      let proxy = try ForwardProxy(to: mock.port)
      defer { proxy.stop() }
      // A name that leads nowhere: only the proxy knows the way.
      let run = try await accord(
        ["verify", "--givens", givens, "--server", "interact=http://api.invalid"] + Self.short,
        environment: MockProcess.tokens.merging(["http_proxy": proxy.address]) { $1 },
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let lines = proxy.requestLines
      #expect(!lines.isEmpty)
      #expect(
        lines.allSatisfy { $0.contains(" http://api.invalid/rest/user/company/connections") }
      )
    }

    @Test("https_proxy: requests go through a tunnel, and the certificate is the server's")
    func securedRequestsGoThroughATunnel() async throws {
      let folder = try TestFolder()
      try folder.write(Certificates.authority, to: "ca.pem")
      try folder.write(Certificates.server, to: "server.pem")
      try folder.write(Certificates.serverKey, to: "key.pem")
      let mock = try await MockProcess(
        ["--tls-certificate", "server.pem", "--tls-key", "key.pem"],
        in: folder
      )
      let givens = try await mock.givens(in: folder, trusting: .text(Certificates.authority))
      let proxy = try ForwardProxy(to: mock.port)
      defer { proxy.stop() }
      // The port is another one than the mock's, so that without the tunnel nothing answers.
      let run = try await accord(
        [
          "verify", "--givens", givens, "--ca-file", "ca.pem",
          "--server", "interact=https://localhost:1",
        ] + Self.short,
        environment: MockProcess.tokens.merging(["https_proxy": proxy.address]) { $1 },
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(!proxy.requestLines.isEmpty)
      #expect(proxy.requestLines.allSatisfy { $0 == "CONNECT localhost:1 HTTP/1.1" })
    }

    @Test(
      "no_proxy: the servers it names are reached directly",
      arguments: [
        ("127.0.0.1", Int32(0)), ("*", 0), ("127.0.0.0/8", 0), ("10.0.0.0/8", 2),
        ("other.example", 2), ("", 2),
      ]
    )
    func exceptionsAreReachedDirectly(_ exceptions: String, _ status: Int32) async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      let dead = "http://127.0.0.1:\(try Socket.refusingPort())"
      let run = try await accord(
        ["verify", "--givens", givens] + mock.servers() + Self.short,
        environment: MockProcess.tokens.merging(
          ["http_proxy": dead, "no_proxy": exceptions]
        ) { $1 },
        in: folder
      )
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(run.output.contains(" refused the connection.") == (status == 2))
    }

    @Test("A proxy that asks who asks is named, and its answer is not the server's")
    func proxyThatWantsCredentials() async throws {
      let folder = try TestFolder()
      let proxy = try await TestServer { _ in
        // Not even well-formed: it is not held to the contract.
        WireReply([
          .write(
            "HTTP/1.1 407 Who\nProxy-Authenticate: Basic\nContent-Length: 2\nConnection: close\n\nno"
          ), .close,
        ])
      }
      let run = try await accord(
        [
          "verify", "--server", "interact=http://api.invalid", "--given",
          "interact.pendingInvitation=1,2,3",
        ] + Self.short,
        environment: MockProcess.tokens.merging(["http_proxy": proxy.address]) { $1 },
        in: folder
      )
      await proxy.stop()
      #expect(run.status == 2, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("violates") == 0)
      #expect(reports.count("failed") > 0)
      let address = proxy.address.dropFirst("http://".count)
      #expect(
        run.output.contains(
          """
          The proxy \(address), which http_proxy names, wants to know who asks, and http_proxy names \
          no user and password: it answered with 407. Set http_proxy to \
          http://USER:PASSWORD@\(address), or name the server in no_proxy. The server was not asked.
          """
        )
      )
    }

    @Test("A proxy that cannot be used is named, without its password")
    func wrongProxyIsNamed() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        ["verify", "--server", "interact=http://api.invalid"] + Self.short,
        environment: ["http_proxy": "socks5://user:geheim@h:1"],
        in: folder
      )
      #expect(run.status == 64)
      #expect(
        run.errors.contains("http_proxy names a socks5 proxy. Only http proxies can be used.")
      )
      #expect(!run.errors.contains("geheim"))
      #expect(!run.output.contains("geheim"))
    }
  }
}
