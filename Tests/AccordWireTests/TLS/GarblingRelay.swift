import NIOCore
import NIOPosix

/// Passes the bytes of a TLS connection on, until the client has finished the handshake; then it
/// answers in plain text.
final class GarblingRelay: Sendable {
  /// Passes on what comes from one side.
  private final class Forwarder: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let target: any Channel
    private let garbles: Bool
    private var flights = 0

    init(to target: any Channel, garbles: Bool) {
      self.target = target
      self.garbles = garbles
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let buffer = unwrapInboundIn(data)
      flights += 1
      // The first flight is the hello, the second ends the handshake and holds the request.
      if garbles, flights > 1 {
        context.writeAndFlush(
          wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")),
          promise: nil
        )
      } else {
        target.writeAndFlush(buffer, promise: nil)
      }
    }

    func channelInactive(context: ChannelHandlerContext) {
      target.close(promise: nil)
    }
  }

  let port: Int
  private let channel: any Channel

  init(to server: Int) async throws {
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { client in
        ClientBootstrap(group: client.eventLoop)
          .channelInitializer { upstream in
            upstream.eventLoop.makeCompletedFuture {
              try upstream.pipeline.syncOperations.addHandler(Forwarder(to: client, garbles: false))
            }
          }
          .connect(host: "127.0.0.1", port: server)
          .flatMap { upstream in
            client.eventLoop.makeCompletedFuture {
              try client.pipeline.syncOperations.addHandler(Forwarder(to: upstream, garbles: true))
            }
          }
          .flatMap { client.setOption(.autoRead, value: true) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func shutdown() async {
    try? await channel.close()
  }
}
