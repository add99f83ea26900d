#if !HTTP2
import NIOCore

// What stands in the place of HTTP/2 in a build without the trait `HTTP2`: it is never offered, so that
// no connection has a session.

/// Nothing that there could be.
private enum Nothing: Sendable {}

struct HTTP2Session: Sendable {
  private let nothing: Nothing

  var isUsable: Bool { false }

  func close() {}

  static func start(
    on _: PooledConnection,
    limits _: ReadLimits
  ) throws -> HTTP2Session { throw WireFailure.http2(.notBuiltIn) }
}

/// The server's end of HTTP/2, which is not spoken.
enum HTTP2ServerSession {
  static func start(
    on _: any Channel,
    id _: Int,
    limits _: ReadLimits,
    handler _: @escaping @Sendable (WireServerRequest) async -> WireReply
  ) -> (@Sendable () -> Void)? { nil }
}
#endif
