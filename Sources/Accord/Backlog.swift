/// Work that goes on while more of it comes in, no more of it at once than a limit.
///
/// Whoever adds work waits only while there is no room, so that what is held in memory is bounded.
actor Backlog {
  private let limit: Int
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var end: CheckedContinuation<Void, Never>?

  /// A backlog of at most so many pieces of work, one at least.
  init(limit: Int) { self.limit = max(1, limit) }

  /// Waits until there is room for some work, which ``leave()`` ends.
  func enter() async {
    if running < limit {
      running += 1
    } else {
      // Who ends hands its room over.
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Ends some work.
  func leave() {
    if !waiting.isEmpty {
      waiting.removeFirst().resume()
      return
    }
    running -= 1
    guard running == 0 else { return }
    end?.resume()
    end = nil
  }

  /// Waits until all work is done; none may be begun meanwhile.
  func finish() async {
    guard running > 0 else { return }
    await withCheckedContinuation { end = $0 }
  }
}
