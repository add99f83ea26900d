import Dispatch
import Synchronization

/// Judges on threads of its own, and waits for no judgement longer than the run may take.
///
/// Large answers keep a thread busy for seconds. On the threads that tasks share they would keep
/// exchanges, the clock and signals waiting too. What is still being judged when the run ends is
/// given up: the judge stops at the next rule, and nobody waits for it.
final class JudgingQueue<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: CheckedContinuation<Result?, Never>] = [:]
    /// How much work each thread has before it.
    var loads: [Int]
  }

  /// Serial queues, because only they have threads beside those that tasks share.
  private let threads: [DispatchQueue]
  private let state: Mutex<State>
  private let interruption: Interruption

  /// How many threads there are.
  var threadCount: Int { threads.count }

  /// Creates a queue that gives up when the run is interrupted.
  init(_ interruption: Interruption, threads count: Int = 4) {
    threads = (0..<max(1, count)).map { DispatchQueue(label: "accord.judging.\($0)") }
    state = Mutex(State(loads: Array(repeating: 0, count: threads.count)))
    self.interruption = interruption
    interruption.onInterrupt { [weak self] in self?.giveUp() }
  }

  /// The result of some work; `nil` where the run ended before it was done.
  func result(_ work: @escaping @Sendable () -> Result) async -> Result? {
    // What comes when the run has ended would race with giving up.
    guard interruption.reason == nil else { return nil }
    return await withCheckedContinuation { continuation in
      let (number, thread) = state.withLock { state in
        state.next += 1
        state.waiting[state.next] = continuation
        let thread = state.loads.indices.min { state.loads[$0] < state.loads[$1] } ?? 0
        state.loads[thread] += 1
        return (state.next, thread)
      }
      threads[thread].async {
        // What nobody waits for any more need not begin.
        let isWanted = self.state.withLock { $0.waiting[number] != nil }
        self.finish(number, on: thread, with: isWanted ? work() : nil)
      }
      // The run may have ended before the work was among what is given up.
      if interruption.reason != nil { giveUp() }
    }
  }

  private func finish(_ number: Int, on thread: Int, with result: Result?) {
    let continuation = state.withLock { state in
      state.loads[thread] -= 1
      return state.waiting.removeValue(forKey: number)
    }
    continuation?.resume(returning: result)
  }

  private func giveUp() {
    let given = state.withLock { state in
      defer { state.waiting = [:] }
      return state.waiting
    }
    for number in given.keys.sorted() { given[number]?.resume(returning: nil) }
  }
}
