import NIOCore

/// A connection as it is passed around: its channel and its handler, and its number.
struct PooledConnection: Sendable {
  let id: Int
  let channel: any Channel
  let handler: NIOLoopBound<ClientConnection>

  var isActive: Bool { channel.isActive }

  /// Sends a request and reads its response; a cancelled task ends it at once.
  func perform(_ order: ClientConnection.Order) async -> ClientConnection.Outcome {
    let promise = channel.eventLoop.makePromise(of: ClientConnection.Outcome.self)
    return await withTaskCancellationHandler {
      channel.eventLoop.execute {
        handler.value.perform(order, on: channel).cascade(to: promise)
      }
      do {
        return try await promise.futureResult.get()
      } catch {
        return ClientConnection.Outcome(failure: .other("\(error)"))
      }
    } onCancel: {
      channel.eventLoop.execute { handler.value.cancel(order.id) }
    }
  }

  func watchIdle(_ ended: @escaping @Sendable () -> Void) {
    channel.eventLoop.execute { handler.value.watchIdle(ended) }
  }

  func close() {
    channel.close(promise: nil)
  }
}
