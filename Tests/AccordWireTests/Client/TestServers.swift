import NIOCore
import NIOPosix
import Synchronization

@testable import AccordWire

/// Keeps what a server saw, in order.
final class Recorder<Element: Sendable>: Sendable {
  private let state = Mutex<[Element]>([])

  var all: [Element] { state.withLock { $0 } }

  /// Adds an element; returns how many there are now.
  @discardableResult
  func add(_ element: Element) -> Int {
    state.withLock { elements in
      elements.append(element)
      return elements.count
    }
  }
}

/// A request with its Host field, as any client would send it.
func request(
  _ method: String = "GET",
  _ target: String = "/",
  to endpoint: Endpoint,
  body: String? = nil
) -> WireRequest {
  var fields = [WireField("Host", endpoint.authority)]
  if let body { fields.append(WireField("Content-Length", String(body.utf8.count))) }
  return WireRequest(method, target, fields: fields, body: Array((body ?? "").utf8))
}

extension WireServer {
  /// Where a client of this machine finds it.
  var endpoint: Endpoint { Endpoint(scheme: .http, host: "127.0.0.1", port: port) }
}

/// Accepts connections and says nothing, ever.
final class SilentServer: Sendable {
  let port: Int
  private let channel: any Channel

  init() async throws {
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func shutdown() async {
    try? await channel.close()
  }
}

/// A connection of plain bytes: sends some, and keeps all that comes until the end.
enum RawConnection {
  private final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let promise: EventLoopPromise<[UInt8]>
    private var received: [UInt8] = []

    init(_ promise: EventLoopPromise<[UInt8]>) {
      self.promise = promise
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received.append(contentsOf: unwrapInboundIn(data).readableBytesView)
    }

    func channelInactive(context: ChannelHandlerContext) {
      promise.succeed(received)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }

  /// Sends the parts with a pause between them; returns what came until the server closed.
  static func talk(to port: Int, _ parts: [String]) async throws -> String {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let promise = loop.makePromise(of: [UInt8].self)
    let channel = try await ClientBootstrap(group: loop)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Collector(promise))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    for (index, part) in parts.enumerated() {
      if index > 0 { try await Task.sleep(for: .milliseconds(20)) }
      // The server may have closed already, which is for the caller to judge.
      try? await channel.writeAndFlush(ByteBuffer(string: part))
    }
    return WireText.decode(try await promise.futureResult.get())
  }
}

/// Accepts connections and closes them at the first byte.
final class ClosingServer: Sendable {
  private final class Closer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      context.close(promise: nil)
    }
  }

  let port: Int
  private let channel: any Channel

  init() async throws {
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Closer())
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func shutdown() async {
    try? await channel.close()
  }
}
