import NIOCore
import NIOPosix

@testable import AccordWire

/// A proxy that opens a tunnel to wherever CONNECT says, or answers as it is told.
final class TunnelProxy: Sendable {
  let port: Int
  let requests: Recorder<String>
  private let channel: any Channel

  /// With an answer no tunnel is opened, and it is written instead.
  init(answer: String? = nil) async throws {
    let requests = Recorder<String>()
    self.requests = requests
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            Entrance(answer: answer, requests: requests)
          )
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  var proxy: Proxy { Proxy(host: "127.0.0.1", port: port) }

  func shutdown() async {
    try? await channel.close()
  }

  /// The client's side: reads the request, then passes bytes on.
  private final class Entrance: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: String?
    private let requests: Recorder<String>
    private var head: [UInt8] = []
    private var exit: (any Channel)?

    init(answer: String?, requests: Recorder<String>) {
      self.answer = answer
      self.requests = requests
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let buffer = unwrapInboundIn(data)
      if let exit {
        exit.writeAndFlush(buffer, promise: nil)
        return
      }
      head.append(contentsOf: buffer.readableBytesView)
      guard head.suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A] else { return }
      let text = WireText.decode(head)
      requests.add(text)
      if let answer {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)))
          .assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        return
      }
      open(text, context: context)
    }

    private func open(_ request: String, context: ChannelHandlerContext) {
      let authority = request.split(separator: " ").dropFirst().first ?? ""
      let colon = authority.lastIndex(of: ":") ?? authority.endIndex
      let port = Int(authority[colon...].dropFirst()) ?? 0
      let entrance = context.channel
      ClientBootstrap(group: context.eventLoop)
        .channelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(Exit(entrance: entrance))
          }
        }
        .connect(host: "127.0.0.1", port: port)
        .assumeIsolated()
        .whenSuccess { channel in
          self.exit = channel
          entrance.writeAndFlush(ByteBuffer(string: "HTTP/1.1 200 Open\r\n\r\n"), promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
      exit?.close(promise: nil)
    }
  }

  /// The server's side.
  private final class Exit: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let entrance: any Channel

    init(entrance: any Channel) {
      self.entrance = entrance
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      entrance.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
      entrance.close(promise: nil)
    }
  }
}
