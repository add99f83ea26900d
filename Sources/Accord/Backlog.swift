import Synchronization

/// Work that goes on while more of it comes in, no more of it at once than a limit.
///
/// Whoever adds work waits only while there is no room, so that what is held in memory is bounded.
final class Backlog: Sendable {
  private struct State {
    var running = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
    var end: CheckedContinuation<Void, Never>?
  }

  private let limit: Int
  private let state = Mutex(State())

  /// A backlog of at most so many pieces of work, one at least.
  init(limit: Int) { self.limit = max(1, limit) }

  /// Waits until there is room for some work, which ``leave()`` ends.
  func enter() async {
    guard !takeRoom(orWait: nil) else { return }
    await withCheckedContinuation { continuation in
      // Some may have come free meanwhile.
      if takeRoom(orWait: continuation) { continuation.resume() }
    }
  }

  private func takeRoom(orWait continuation: CheckedContinuation<Void, Never>?) -> Bool {
    state.withLock { state in
      if state.running < limit {
        state.running += 1
        return true
      }
      if let continuation { state.waiting.append(continuation) }
      return false
    }
  }

  /// Ends some work; who waits takes its room over.
  func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if !state.waiting.isEmpty { return state.waiting.removeFirst() }
      state.running -= 1
      guard state.running == 0 else { return nil }
      defer { state.end = nil }
      return state.end
    }
    next?.resume()
  }

  /// Waits until all work is done; none may be begun meanwhile.
  func finish() async {
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.running > 0 { state.end = continuation }
        return state.running == 0
      }
      if isDone { continuation.resume() }
    }
  }
}
