import AccordModel
import Foundation
import Testing

@testable import AccordRunning

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Servers on Unix sockets, and hosts at addresses that nobody looks up.
@Suite struct UnixSocketTests {
  @Test(arguments: [
    ("unix:/run/app.sock", "/run/app.sock", "http+unix://%2Frun%2Fapp.sock"),
    ("unix:///run/app.sock", "/run/app.sock", "http+unix://%2Frun%2Fapp.sock"),
    (
      "http+unix://%2Frun%2Fapp.sock/base/", "/run/app.sock", "http+unix://%2Frun%2Fapp.sock/base"
    ),
  ])
  func aSocketIsAnAddress(_ text: String, _ socket: String, _ shown: String) throws {
    let address = try ServerAddress(text)
    #expect(address.socketPath == socket)
    #expect(address.authority == "localhost")
    #expect(address.description == shown)
    #expect(try ServerAddress(shown) == address)
  }

  @Test(arguments: ["unix:", "http+unix:///base", "http+unix://%2", "http+unix://%FF"])
  func aSocketHasAPath(_ text: String) {
    #expect(throws: ServerAddress.Invalid.socket(text)) { try ServerAddress(text) }
    #expect(
      ServerAddress.Invalid.socket("unix:").description == """
        expected the path of a socket, such as unix:/run/app.sock or \
        http+unix://%2Frun%2Fapp.sock/base, found "unix:"
        """
    )
  }

  @Test(arguments: [
    ("api.example:443:127.0.0.1", "api.example", 443, "127.0.0.1"),
    ("API.example:80:[::1]", "api.example", 80, "::1"), ("*:80:::1", "*", 80, "::1"),
  ])
  func aResolutionIsRead(_ text: String, _ host: String, _ port: Int, _ address: String) throws {
    let resolution = try HostResolution(text)
    #expect(resolution.host == host && resolution.port == port && resolution.address == address)
  }

  @Test(arguments: [
    "api.example", "api.example:443", "api.example:0:127.0.0.1", "api.example:443:localhost",
    ":443:127.0.0.1", "api.example:443:1.2.3", "api.example:443:1.2.3.256", "a b:1:127.0.0.1",
    "api.example:443:127.0.0.1,127.0.0.2", "api.example:+1:127.0.0.1",
  ])
  func othersAreRefused(_ text: String) {
    #expect {
      try HostResolution(text)
    } throws: { error in
      "\(error)" == """
        expected HOST:PORT:ADDRESS with an IP address, such as api.example:443:127.0.0.1 or \
        api.example:443:[::1], found "\(text)"
        """
    }
  }

  private static func exchange(
    with address: ServerAddress,
    _ settings: ConnectionSettings = ConnectionSettings(timeout: 10),
    environment: [String: String] = [:]
  ) async throws -> Exchange {
    let transport = try HTTPTransport(
      address,
      settings: settings,
      environment: EnvironmentVariables(environment)
    )
    let exchange = await transport.exchange(
      Exchange.Request(
        origin: address.origin,
        method: "GET",
        target: "/a",
        fields: [Field("Host", address.authority)],
        body: []
      ),
      isIdempotent: true
    )
    await transport.shutdown()
    return exchange
  }

  @Test func requestsGoOverASocket() async throws {
    let path = "\(NSTemporaryDirectory())accord-\(UInt32.random(in: 0...UInt32.max)).sock"
    let server = try Listener(path: path)
    defer { unlink(path) }
    let served = Task.detached { server.serveOne() }
    // A proxy is for the network.
    let exchange = try await Self.exchange(
      with: try ServerAddress("unix:\(path)"),
      environment: ["http_proxy": "http://127.0.0.1:9"]
    )
    #expect(exchange.response?.status == 204)
    #expect(await served.value.hasPrefix("GET /a HTTP/1.1\r\nHost: localhost\r\n"))
  }

  @Test func aSocketThatIsNotThereIsNamed() async throws {
    let exchange = try await Self.exchange(with: try ServerAddress("unix:/nowhere/app.sock"))
    guard case .failed(let failure, _) = exchange.outcome else {
      Issue.record("expected a failure")
      return
    }
    #expect(failure.message.contains("/nowhere/app.sock"))
    #expect(failure.message.contains("no socket is there"))
  }

  @Test func aHostIsReachedAtItsAddress() async throws {
    let server = try Listener(path: nil)
    let served = Task.detached { server.serveOne() }
    let settings = ConnectionSettings(
      timeout: 10,
      resolutions: [try HostResolution("api.invalid:\(server.port):127.0.0.1")]
    )
    let address = try ServerAddress("http://api.invalid:\(server.port)")
    let exchange = try await Self.exchange(with: address, settings)
    #expect(exchange.response?.status == 204)
    #expect(await served.value.contains("Host: api.invalid:\(server.port)\r\n"))
  }
}

/// A socket that answers one request.
private struct Listener: Sendable {
  let descriptor: Int32
  var port = 0

  struct Failure: Error { var code: Int32 }

  init(path: String?) throws {
    #if canImport(Glibc)
    let stream = Int32(SOCK_STREAM.rawValue)
    #else
    let stream = SOCK_STREAM
    #endif
    descriptor = socket(path == nil ? AF_INET : AF_UNIX, stream, 0)
    guard let path else {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      try bind(&address)
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let descriptor = descriptor
      withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = getsockname(descriptor, $0, &length)
        }
      }
      port = Int(UInt16(bigEndian: address.sin_port))
      return
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    try bind(&address)
  }

  private func bind<Address>(_ address: inout Address) throws {
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bindSocket(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
      }
    }
    guard code == 0, listen(descriptor, 1) == 0 else { throw Failure(code: errno) }
  }

  /// Reads a request, answers it, and tells what it was.
  func serveOne() -> String {
    let connection = accept(descriptor, nil, nil)
    var buffer = [UInt8](repeating: 0, count: 4096)
    var text = ""
    while !text.hasSuffix("\r\n\r\n") {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { break }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let answer = Array("HTTP/1.1 204 No Content\r\n\r\n".utf8)
    _ = write(connection, answer, answer.count)
    close(connection)
    close(descriptor)
    return text
  }
}

/// The call of POSIX, whose name is taken.
private func bindSocket(
  _ descriptor: Int32,
  _ address: UnsafePointer<sockaddr>,
  _ length: socklen_t
) -> Int32 { bind(descriptor, address, length) }
