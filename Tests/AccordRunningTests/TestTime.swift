import Synchronization

/// A time that passes when a test says so.
final class TestTime: Sendable {
  private let instant = Mutex(ContinuousClock.now)

  /// What time it is.
  var now: ContinuousClock.Instant { instant.withLock(\.self) }

  /// Lets time pass.
  func pass(_ duration: Duration) { instant.withLock { $0 += duration } }
}
