import NIOCore
import Synchronization

/// The open connections of a relay, so that it can end them.
final class RelayConnections: Sendable {
  private struct State {
    var count = 0
    var channels: [Int: any Channel] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Keeps a connection until it is closed, and gives it a number; one that comes after the shutdown is closed
  /// at once.
  func add(_ channel: any Channel) -> Int {
    let (id, isClosed) = state.withLock { state in
      state.count += 1
      state.channels[state.count] = channel
      return (state.count, state.isClosed)
    }
    channel.closeFuture.whenComplete { _ in
      self.state.withLock { state in _ = state.channels.removeValue(forKey: id) }
    }
    if isClosed { channel.close(promise: nil) }
    return id
  }

  /// Closes all connections after so long.
  func shutdown(grace: Duration) async {
    let channels = state.withLock { state in
      state.isClosed = true
      return Array(state.channels.values)
    }
    for channel in channels {
      let limit = channel.eventLoop.scheduleTask(in: TimeAmount(grace)) {
        channel.close(promise: nil)
      }
      channel.closeFuture.whenComplete { _ in limit.cancel() }
    }
    for channel in channels { try? await channel.closeFuture.get() }
  }
}
