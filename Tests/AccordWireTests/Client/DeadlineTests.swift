import Testing

@testable import AccordWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct DeadlineTests {
  private func exchange(
    with endpoint: Endpoint,
    _ configuration: WireClientConfiguration
  ) async -> WireExchange {
    let client = WireClient(configuration)
    let exchange = await client.exchange(
      request(to: endpoint),
      with: endpoint,
      safeToResend: false
    )
    await client.shutdown()
    return exchange
  }

  @Test func connectionRefused() async throws {
    let server = try await WireServer.start { _ in .response(status: 200) }
    await server.shutdown()
    let exchange = await exchange(with: server.endpoint, WireClientConfiguration())
    #expect(exchange.failure == .refused(address: "127.0.0.1:\(server.port)"))
    #expect(exchange.connectionID == 0)
  }

  @Test func nameWithAddressesThatRefuse() async throws {
    let server = try await WireServer.start { _ in .response(status: 200) }
    await server.shutdown()
    let endpoint = Endpoint(scheme: .http, host: "localhost", port: server.port)
    let exchange = await exchange(with: endpoint, WireClientConfiguration())
    #expect(exchange.failure == .refused(address: "localhost:\(server.port)"))
  }

  @Test func nameNotResolved() async {
    let endpoint = Endpoint(scheme: .http, host: "no-such-host.invalid", port: 80)
    let exchange = await exchange(
      with: endpoint,
      WireClientConfiguration(connectTimeout: .seconds(30))
    )
    #expect(exchange.failure == .nameNotResolved(host: "no-such-host.invalid"))
  }

  @Test func portOutOfRange() async {
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: 70_000)
    let exchange = await exchange(with: endpoint, WireClientConfiguration())
    #expect(exchange.failure == .other("70000 is not a port number"))
  }

  /// A listener whose queue is full lets further connections wait for ever.
  @Test func connectingIsBounded() async throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(listener >= 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 0) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    try #require(isListening)
    let endpoint = Endpoint(
      scheme: .http,
      host: "127.0.0.1",
      port: Int(UInt16(bigEndian: address.sin_port))
    )
    let configuration = WireClientConfiguration(
      connectTimeout: .milliseconds(200),
      headTimeout: .milliseconds(400)
    )
    let failures = await withTaskGroup(of: WireFailure?.self) { group in
      for _ in 0..<5 {
        group.addTask { await exchange(with: endpoint, configuration).failure }
      }
      return await group.reduce(into: Set<WireFailure?>()) { $0.insert($1) }
    }
    #expect(failures.contains(.connectTimeout(step: .nameAndTCP, nanoseconds: 200_000_000)))
  }

  @Test func handshakeIsBoundedByTheConnectLimit() async throws {
    let server = try await SilentServer()
    let exchange = await exchange(
      with: Endpoint(scheme: .https, host: "localhost", port: server.port),
      WireClientConfiguration(connectTimeout: .milliseconds(200))
    )
    #expect(
      exchange.failure == .connectTimeout(step: .tlsHandshake, nanoseconds: 200_000_000)
    )
    await server.shutdown()
  }

  @Test func tunnelIsBoundedByTheConnectLimit() async throws {
    let server = try await SilentServer()
    let proxy = Proxy(host: "127.0.0.1", port: server.port)
    let exchange = await exchange(
      with: Endpoint(scheme: .https, host: "localhost", port: 1),
      WireClientConfiguration(
        connectTimeout: .milliseconds(200),
        proxies: ProxySettings(httpsProxy: proxy)
      )
    )
    #expect(exchange.failure == .connectTimeout(step: .proxyTunnel, nanoseconds: 200_000_000))
    await server.shutdown()
  }

  @Test func headIsBounded() async throws {
    let server = try await SilentServer()
    let exchange = await exchange(
      with: Endpoint(scheme: .http, host: "127.0.0.1", port: server.port),
      WireClientConfiguration(headTimeout: .milliseconds(150))
    )
    #expect(exchange.failure == .responseTimeout(phase: .head, nanoseconds: 150_000_000))
    #expect(exchange.timings.firstByte == nil)
    await server.shutdown()
  }

  @Test func totalBoundsTheHeadToo() async throws {
    let server = try await SilentServer()
    let exchange = await exchange(
      with: Endpoint(scheme: .http, host: "127.0.0.1", port: server.port),
      WireClientConfiguration(totalTimeout: .milliseconds(300))
    )
    #expect(exchange.failure == .responseTimeout(phase: .head, nanoseconds: 300_000_000))
    await server.shutdown()
  }

  @Test func cancellationEndsAnExchange() async throws {
    let begun = Recorder<Int>()
    let server = try await WireServer.start { _ in
      begun.add(1)
      return WireReply([.neverAnswer])
    }
    let task = Task {
      await exchange(with: server.endpoint, WireClientConfiguration(headTimeout: .seconds(600)))
    }
    while begun.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value.failure == .cancelled)
    await server.shutdown()
  }

  @Test func cancellationEndsConnecting() async throws {
    let server = try await SilentServer()
    let endpoint = Endpoint(scheme: .https, host: "localhost", port: server.port)
    let task = Task {
      await exchange(with: endpoint, WireClientConfiguration(connectTimeout: .seconds(600)))
    }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    #expect(await task.value.failure == .cancelled)
    await server.shutdown()
  }

  @Test func cancelledTaskSendsNothing() async throws {
    let requests = Recorder<Int>()
    let server = try await WireServer.start { _ in
      requests.add(1)
      return .response(status: 200)
    }
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await exchange(with: server.endpoint, WireClientConfiguration())
    }
    task.cancel()
    #expect(await task.value.failure == .cancelled)
    #expect(requests.all.isEmpty)
    await server.shutdown()
  }
}
