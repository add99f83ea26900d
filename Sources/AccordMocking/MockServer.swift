import AccordModel

package import AccordWire

/// The mock on a socket, until it is stopped.
public final class MockServer: Sendable {
  /// What answers.
  package let mock: Mock

  /// The port that is listened on.
  public var port: Int { server.port }

  /// The host that it was told to listen on.
  package let host: String

  /// Whether it speaks TLS.
  package let isSecure: Bool

  private let server: WireServer

  private init(mock: Mock, server: WireServer, host: String, isSecure: Bool) {
    self.mock = mock
    self.server = server
    self.host = host
    self.isSecure = isSecure
  }

  /// Serves a mock on a host and a port, 0 for any free one, with TLS when it is configured; also over HTTP/2 with the
  /// trait for it, to clients that know or choose it.
  package static func start(
    _ mock: Mock,
    host: String = "127.0.0.1",
    port: Int = 0,
    tls: TLSServerConfiguration? = nil
  ) async throws(WireServerFailure) -> MockServer {
    let server = try await WireServer.start(
      host: host,
      port: port,
      tls: tls,
      speaksHTTP2: true
    ) { request in
      let answer = await mock.answer(MockRequest(request))
      return FaultPlayer(isHEAD: request.method == "HEAD", keepsAlive: request.keepsAlive)
        .reply(answer)
    }
    return MockServer(mock: mock, server: server, host: host, isSecure: tls != nil)
  }

  /// Stops listening and closes all connections.
  public func stop() async { await shutdown() }

  /// Stops listening and closes all connections.
  package func shutdown() async { await server.shutdown(grace: .milliseconds(100)) }
}

extension MockRequest {
  /// The request that a server read; of an absolute target only the path and the query are kept.
  init(_ request: WireServerRequest) {
    self.init(
      request.method,
      Self.originForm(request.targetText),
      fields: request.fields.map { Field($0.nameText, $0.valueText) },
      body: request.body
    )
  }

  /// The origin form of a target (RFC 9112 section 3.2): a client may send the absolute form.
  private static func originForm(_ target: String) -> String {
    guard let scheme = ["http://", "https://"].first(where: { target.lowercased().hasPrefix($0) })
    else { return target }
    let rest = target.dropFirst(scheme.count)
    guard let start = rest.firstIndex(where: { $0 == "/" || $0 == "?" }) else { return "/" }
    return rest[start] == "?" ? "/" + rest[start...] : String(rest[start...])
  }
}
