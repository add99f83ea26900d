#if HTTP2
import NIOCore
import NIOPosix
import Synchronization

@testable import AccordWire

/// A server of frames that are written byte by byte, right or wrong: nothing of a library of HTTP/2.
final class FrameServer: Sendable {
  enum Action: Sendable {
    case write([UInt8])
    case pause(TimeAmount)
    case close
    case reset
  }

  /// What is done at the beginning of a connection, and when a request has begun on a stream.
  struct Script: Sendable {
    var atStart: [Action] = [.write(Frame.settings())]
    var onRequest: @Sendable (_ connection: Int, _ stream: UInt32) -> [Action]
  }

  private final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let number: Int
    private let script: Script
    private var received: [UInt8] = []

    init(_ number: Int, _ script: Script) {
      self.number = number
      self.script = script
    }

    func channelActive(context: ChannelHandlerContext) {
      play(script.atStart[...], context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received += unwrapInboundIn(data).readableBytesView
      let preface = 24
      if received.starts(with: "PRI * ".utf8) {
        guard received.count >= preface else { return }
        received.removeFirst(preface)
      }
      while received.count >= 9 {
        let length = Int(received[0]) << 16 | Int(received[1]) << 8 | Int(received[2])
        guard received.count >= 9 + length else { return }
        let stream = received[5..<9].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let isHeaders = received[3] == 1
        received.removeFirst(9 + length)
        if isHeaders { play(script.onRequest(number, stream)[...], context) }
      }
    }

    private func play(_ actions: ArraySlice<Action>, _ context: ChannelHandlerContext) {
      guard let action = actions.first else { return }
      let rest = actions.dropFirst()
      switch action {
      case .write(let bytes):
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        play(rest, context)
      case .pause(let time):
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: time) { bound.value.0.play(rest, bound.value.1) }
      case .close:
        context.close(mode: .output, promise: nil)
      case .reset:
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
          .whenComplete { _ in bound.value.close(promise: nil) }
      }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }

  let endpoint: Endpoint
  private let channel: any Channel

  init(_ script: Script) async throws {
    let count = Atomic<Int>(0)
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let number = count.add(1, ordering: .relaxed).newValue
          try channel.pipeline.syncOperations.addHandler(Connection(number, script))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: channel.localAddress?.port ?? 0)
  }

  func shutdown() async { try? await channel.close() }
}

/// Frames as bytes (RFC 9113 section 4.1).
enum Frame {
  static func bytes(
    _ type: UInt8,
    flags: UInt8 = 0,
    stream: UInt32 = 0,
    _ payload: [UInt8]
  ) -> [UInt8] {
    let length = payload.count
    return [UInt8(length >> 16 & 255), UInt8(length >> 8 & 255), UInt8(length & 255), type, flags]
      + number(stream) + payload
  }

  static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  static func settings(_ values: [(UInt8, UInt32)] = []) -> [UInt8] {
    bytes(4, values.flatMap { (name, value) -> [UInt8] in [0, name] + number(value) })
  }

  static func data(_ text: String, stream: UInt32 = 1, ends: Bool = true) -> [UInt8] {
    bytes(0, flags: ends ? 1 : 0, stream: stream, Array(text.utf8))
  }

  /// A field section of literals that are neither indexed nor compressed (RFC 7541 section 6.2.2).
  static func headers(
    _ fields: [(String, String)],
    stream: UInt32 = 1,
    ends: Bool = false
  ) -> [UInt8] {
    let block = fields.flatMap { (name, value) -> [UInt8] in [0] + text(name) + text(value) }
    return bytes(1, flags: ends ? 5 : 4, stream: stream, block)
  }

  private static func text(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.count >= 127 else { return [UInt8(bytes.count)] + bytes }
    var rest = bytes.count - 127
    var length: [UInt8] = [127]
    while rest >= 128 {
      length.append(UInt8(rest % 128 + 128))
      rest /= 128
    }
    return length + [UInt8(rest)] + bytes
  }

  static func reset(_ code: UInt32, stream: UInt32 = 1) -> [UInt8] {
    bytes(3, stream: stream, number(code))
  }

  static func goAway(_ code: UInt32, last: UInt32, _ text: String = "") -> [UInt8] {
    bytes(7, number(last) + number(code) + Array(text.utf8))
  }

  static func windowUpdate(_ increment: UInt32, stream: UInt32 = 0) -> [UInt8] {
    bytes(8, stream: stream, number(increment))
  }
}
#endif
