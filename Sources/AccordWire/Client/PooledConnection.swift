import NIOCore

/// A connection as it is passed around: its channel and its handler, and its number.
struct PooledConnection: Sendable {
  let id: Int
  let channel: any Channel
  let handler: NIOLoopBound<ClientConnection>
  /// What carries its exchanges where HTTP/2 is spoken.
  var session: HTTP2Session?

  var isActive: Bool { channel.isActive }

  /// Sends a request and reads its response; a cancelled task ends it at once.
  func perform(_ order: ClientConnection.Order) async -> ClientConnection.Outcome {
    let loop = channel.eventLoop
    return await withTaskCancellationHandler {
      do {
        return try await loop.performed { handler.value.perform(order, on: channel) }.get()
      } catch {
        return ClientConnection.Outcome(failure: .other("\(error)"))
      }
    } onCancel: {
      channel.eventLoop.execute { handler.value.cancel(order.id) }
    }
  }

  func watchIdle(_ ended: @escaping @Sendable () -> Void) {
    let loop = channel.eventLoop
    // Whoever is on its thread already does not wait for the next turn.
    guard !loop.inEventLoop else { return handler.value.watchIdle(ended) }
    loop.execute { handler.value.watchIdle(ended) }
  }

  func close() {
    channel.close(promise: nil)
  }
}

extension EventLoop {
  /// Does something on the thread of the loop: at once where that is the thread already, but after what a
  /// task that was cancelled has asked for.
  fileprivate func performed<Value: Sendable>(
    _ work: @escaping @Sendable () -> EventLoopFuture<Value>
  ) -> EventLoopFuture<Value> {
    inEventLoop && !Task.isCancelled ? work() : flatSubmit(work)
  }
}
