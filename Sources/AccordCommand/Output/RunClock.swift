import Accord
@preconcurrency import Dispatch

/// Ends a run in order when it takes longer than it may.
final class RunClock: Sendable {
  private let source: any DispatchSourceTimer

  /// Begins to count the seconds that a run may take.
  init(_ seconds: Double, _ interruption: Interruption) {
    // A queue of its own has a thread of its own: those that tasks share may be busy reading.
    source = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "accord.clock"))
    source.setEventHandler {
      interruption.interrupt("The run took longer than --max-time \(seconds.words) s.")
    }
    source.schedule(deadline: .now() + seconds)
    source.activate()
  }

  /// Stops counting.
  func cancel() { source.cancel() }
}
