import Synchronization

/// Holds the requests of a run to a rate, and lets all of them wait when a server asks for it.
package actor Pace {
  private let interval: Duration?
  private var next: ContinuousClock.Instant
  private var pausedUntil: ContinuousClock.Instant?
  private nonisolated let hasPaused = Atomic(false)

  /// How many requests were put off because a server asked for it.
  package private(set) var postponements = 0

  /// Creates a pace of at most `rate` requests a second; `nil` sets no rate.
  package init(rate: Double?) {
    interval = rate.map { .seconds(1 / $0) }
    next = .now
  }

  /// Waits for the next turn.
  ///
  /// Ends at once when the task is cancelled.
  package nonisolated func turn() async {
    // Where nobody is to wait, nobody waits to hear of it.
    guard interval != nil || hasPaused.load(ordering: .acquiring) else { return }
    await wait()
  }

  private func wait() async {
    let now = ContinuousClock.now
    var start = now
    if let pausedUntil, pausedUntil > start { start = pausedUntil }
    if let interval {
      if next > start { start = next }
      next = start + interval
    }
    guard start > now else { return }
    try? await Task.sleep(until: start, clock: .continuous)
  }

  /// Lets every request wait for a time that a server asked for.
  package func pause(for duration: Duration) {
    postponements += 1
    hasPaused.store(true, ordering: .releasing)
    let until = ContinuousClock.now + duration
    if let pausedUntil, pausedUntil > until { return }
    pausedUntil = until
  }
}
