import NIOCore
import Synchronization

/// The open connections of a server, so that it can end them.
final class ServerConnections: Sendable {
  struct Entry: Sendable {
    let channel: any Channel
    let handler: NIOLoopBound<ServerConnection>
  }

  private struct State {
    var count = 0
    var entries: [Int: Entry] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  func nextID() -> Int {
    state.withLock { state in
      state.count += 1
      return state.count
    }
  }

  /// Keeps a connection; one that comes after the shutdown is closed at once.
  func add(_ id: Int, _ entry: Entry) {
    let isClosed = state.withLock { state in
      state.entries[id] = entry
      return state.isClosed
    }
    if isClosed { entry.channel.close(promise: nil) }
  }

  func remove(_ id: Int) {
    state.withLock { state in _ = state.entries.removeValue(forKey: id) }
  }

  /// Closes idle connections now, the others after their reply or when the time is over.
  func shutdown(grace: Duration) async {
    let entries = state.withLock { state in
      state.isClosed = true
      return Array(state.entries.values)
    }
    for entry in entries {
      entry.channel.eventLoop.execute { entry.handler.value.closeWhenIdle() }
      let limit = entry.channel.eventLoop.scheduleTask(in: TimeAmount(grace)) {
        entry.channel.close(promise: nil)
      }
      entry.channel.closeFuture.whenComplete { _ in limit.cancel() }
    }
    for entry in entries {
      try? await entry.channel.closeFuture.get()
    }
  }
}
