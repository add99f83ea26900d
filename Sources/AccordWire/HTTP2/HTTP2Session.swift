#if HTTP2
import NIOCore
import NIOHTTP2
import Synchronization

/// A connection of HTTP/2 as it is passed around: many exchanges run on it side by side.
struct HTTP2Session: Sendable {
  let id: Int
  let channel: any Channel
  let handler: NIOLoopBound<HTTP2ClientConnection>
  private let isOpen: OpenState

  /// Whether new streams may be opened, which any thread may ask.
  final class OpenState: Sendable {
    private let value = Atomic<Bool>(true)

    var isOpen: Bool { value.load(ordering: .acquiring) }

    func end() { value.store(false, ordering: .releasing) }
  }

  var isUsable: Bool { isOpen.isOpen && channel.isActive }

  /// Speaks HTTP/2 on a connection from here on; called on its event loop.
  static func start(
    on connection: PooledConnection,
    limits: ReadLimits
  ) throws -> HTTP2Session {
    let state = OpenState()
    let plain = connection.handler.value
    let handler = HTTP2ClientConnection(below: plain, state: state)
    var settings = NIOHTTP2Handler.ConnectionConfiguration()
    // What is wrong about heads and lengths is to be seen, not hidden.
    settings.headerBlockValidation = .disabled
    settings.contentLengthValidation = .disabled
    settings.maximumSequentialEmptyDataFrames = 100
    settings.initialSettings = [
      HTTP2Setting(parameter: .enablePush, value: 0),
      HTTP2Setting(parameter: .initialWindowSize, value: HTTP2ClientConnection.window),
      HTTP2Setting(parameter: .maxHeaderListSize, value: min(limits.maxHeadBytes, 1 << 30)),
    ]
    plain.becomeTransparent()
    try connection.channel.pipeline.syncOperations.addHandlers([
      NIOHTTP2Handler(mode: .client, connectionConfiguration: settings), handler,
    ])
    return HTTP2Session(
      id: connection.id,
      channel: connection.channel,
      handler: NIOLoopBound(handler, eventLoop: connection.channel.eventLoop),
      isOpen: state
    )
  }

  /// Sends a request and reads its response; a cancelled task ends it at once.
  func perform(_ order: HTTP2Order) async -> ClientConnection.Outcome {
    await withTaskCancellationHandler {
      do {
        return try await channel.eventLoop
          .flatSubmit { handler.value.perform(order, on: channel) }.get()
      } catch {
        return ClientConnection.Outcome(failure: .other("\(error)"))
      }
    } onCancel: {
      channel.eventLoop.execute { handler.value.cancel(order.id) }
    }
  }

  /// Opens no more streams, and closes the connection when none is left.
  func retire() {
    isOpen.end()
    channel.eventLoop.execute { handler.value.closeWhenIdle() }
  }

  func close() { retire() }
}
#endif
