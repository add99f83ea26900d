import NIOCore
import NIOPosix
import Synchronization

@testable import AccordWire

/// Keeps every byte that comes, and after so many writes what it was told to.
final class CannedServer: Sendable {
  private final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: CannedServer
    private var hasAnswered = false

    init(_ server: CannedServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = Array(unwrapInboundIn(data).readableBytesView)
      let count = server.received.withLock { received in
        received += bytes
        return received.count
      }
      guard count >= server.expected, !hasAnswered else { return }
      hasAnswered = true
      write(server.pieces[...], context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      guard let event = event as? ChannelEvent, event == .inputClosed else { return }
      server.sawEnd.withLock { $0 = true }
      if hasAnswered || server.expected == 0 { context.close(promise: nil) }
    }

    private func write(_ pieces: ArraySlice<[UInt8]>, _ context: ChannelHandlerContext) {
      guard let piece = pieces.first else {
        if server.closes { context.close(promise: nil) }
        return
      }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: piece)), promise: nil)
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      context.eventLoop.scheduleTask(in: .milliseconds(10)) {
        let (connection, context) = bound.value
        connection.write(pieces.dropFirst(), context)
      }
    }
  }

  let received = Mutex<[UInt8]>([])
  let sawEnd = Mutex(false)
  let expected: Int
  let pieces: [[UInt8]]
  let closes: Bool
  private let channel = Mutex<(any Channel)?>(nil)

  var port: Int { channel.withLock { $0?.localAddress?.port ?? 0 } }
  var endpoint: Endpoint { Endpoint(scheme: .http, host: "127.0.0.1", port: port) }

  /// Answers with the pieces when so many bytes have come, and closes then if it is to.
  init(after expected: Int, _ pieces: [[UInt8]], closes: Bool) async throws {
    self.expected = expected
    self.pieces = pieces
    self.closes = closes
    let bound = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Connection(self))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    channel.withLock { $0 = bound }
  }

  func shutdown() async {
    let channel = channel.withLock { $0 }
    try? await channel?.close()
  }
}
