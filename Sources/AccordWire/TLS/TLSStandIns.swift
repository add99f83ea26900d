#if !TLS
import NIOCore

// What stands in the place of TLS in a build without the trait `TLS`: nothing can be made of a
// configuration, so that nothing else here is ever reached.

/// Nothing that there could be.
enum TLSContext: Sendable {}

enum TLSContexts {
  static func client(
    _: TLSClientConfiguration,
    checksNames _: Bool
  ) throws(WireFailure) -> TLSContext { throw .tls(.notBuiltIn) }

  static func server(_: TLSServerConfiguration) throws(WireFailure) -> TLSContext {
    throw .tls(.notBuiltIn)
  }
}

struct TLSClientSession {
  private let context: TLSContext

  init(_ context: TLSContext, with _: String, serverName _: String?) throws(WireFailure) {
    self.context = context
  }

  func start(on _: any Channel) throws(WireFailure) {}

  var version: NegotiatedTLS? { nil }

  func applicationProtocol(in _: Any) -> String? { nil }

  func check(_: CertificateSubject?) -> Result<Void, WireFailure> {
    .failure(.tls(.notBuiltIn))
  }

  func failure(of _: any Error) -> WireFailure { .tls(.notBuiltIn) }
}

enum TLSServerSession {
  static func start(_: TLSContext, on _: any Channel) throws {}

  static func context(
    in _: ChannelPipeline.SynchronousOperations
  ) -> ChannelHandlerContext? { nil }
}

enum TLSDiagnosis {
  static func isIncompleteClose(_: any Error) -> Bool { false }

  static func failure(afterHandshake _: any Error, hasAnswered _: Bool) -> WireFailure? { nil }
}
#endif
