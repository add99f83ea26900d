import Synchronization

/// How much of a work is done.
final class Progress: Sendable {
  private let total: Int
  private let done = Mutex(0)
  private let tell: @Sendable (Int, Int) -> Void

  /// Nothing yet of so much.
  init(of total: Int, _ tell: @escaping @Sendable (Int, Int) -> Void) {
    self.total = total
    self.tell = tell
  }

  /// One more is done.
  func step() {
    let now = done.withLock { done in
      done += 1
      return done
    }
    tell(now, total)
  }
}
