#if TLS
import NIOCore
import NIOSSL

/// The server's end of TLS on one connection.
enum TLSServerSession {
  /// Puts TLS on a channel that has nothing on it.
  static func start(_ context: TLSContext, on channel: any Channel) throws {
    try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
  }

  /// The place in a pipeline below which no TLS is spoken, where it is spoken at all.
  static func context(
    in operations: ChannelPipeline.SynchronousOperations
  ) -> ChannelHandlerContext? {
    try? operations.context(handlerType: NIOSSLServerHandler.self)
  }
}
#endif
