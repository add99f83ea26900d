import Dispatch
import Synchronization

/// Judges on threads of its own, and waits for no judgement longer than the run may take.
///
/// Large answers keep a thread busy for seconds. On the threads that tasks share they would keep
/// exchanges, the clock and signals waiting too. What is still being judged when the run ends is
/// given up: the judge stops at the next rule, and nobody waits for it.
///
/// To wake a thread for a small answer takes longer than to judge it. So a thread that has nothing left
/// to do looks again a few times before it ends, and results are handed on several at once.
final class JudgingQueue<Result: Sendable>: Sendable {
  private typealias Work = (number: Int, run: @Sendable () -> Result)

  private struct State {
    var next = 0
    /// Whom to tell of work that was not given up, and its result once it is done.
    var waiting: [Int: (tell: @Sendable (Result?) -> Void, result: Result?)] = [:]
    /// What no thread has begun.
    var pending: [Work] = []
    /// The threads that are at work, and how many of them have nothing to do and look again soon.
    var isAtWork: [Bool]
    var idle = 0

    /// A thread that is to begin; nil where one that is awake will soon look, or all are at work.
    mutating func freeThread() -> Int? {
      guard idle == 0, let thread = isAtWork.firstIndex(of: false) else { return nil }
      isAtWork[thread] = true
      return thread
    }
  }

  /// Serial queues, because only they have threads beside those that tasks share.
  private let threads: [DispatchQueue]
  private let state: Mutex<State>
  private let interruption: Interruption

  /// How long a thread waits before it looks for work again, in milliseconds, and how often it looks.
  private static var pause: Int { 1 }
  private static var mostLooks: Int { 4 }

  /// How long a result waits for others to be handed on with it.
  private static var longestWait: Duration { .milliseconds(2) }

  /// How many threads there are.
  var threadCount: Int { threads.count }

  /// Creates a queue that gives up when the run is interrupted.
  init(_ interruption: Interruption, threads count: Int = 4) {
    threads = (0..<max(1, count)).map { DispatchQueue(label: "accord.judging.\($0)") }
    state = Mutex(State(isAtWork: Array(repeating: false, count: threads.count)))
    self.interruption = interruption
    interruption.onInterrupt { [weak self] in self?.giveUp() }
  }

  /// Does some work soon, and tells its result; `nil` where the run ended before it was done.
  ///
  /// Whoever is told must not take long.
  func begin(
    _ work: @escaping @Sendable () -> Result,
    then tell: @escaping @Sendable (Result?) -> Void
  ) {
    // What comes when the run has ended would race with giving up.
    guard interruption.reason == nil else { return tell(nil) }
    let thread = state.withLock { state -> Int? in
      state.next += 1
      state.waiting[state.next] = (tell, nil)
      state.pending.append((state.next, work))
      return state.freeThread()
    }
    if let thread { start(thread) }
    // The run may have ended before the work was among what is given up.
    if interruption.reason != nil { giveUp() }
  }

  private func start(_ thread: Int) { threads[thread].async { self.work(on: thread) } }

  /// Works until nothing is left to do.
  private func work(on thread: Int) {
    var done: [Int] = []
    var first = ContinuousClock.now
    var looks = 0
    while true {
      if let work = take() {
        looks = 0
        if done.isEmpty { first = .now }
        let result = work.run()
        state.withLock { $0.waiting[work.number]?.result = result }
        done.append(work.number)
        guard ContinuousClock.now - first > Self.longestWait else { continue }
      } else if looks == 0, !done.isEmpty {
        // More may come soon, to be handed on with it: whom it is told to is woken less often.
        looks += 1
        rest()
        continue
      }
      handOn(done)
      done = []
      guard looks < Self.mostLooks else {
        if end(on: thread) { return }
        looks = 0
        continue
      }
      looks += 1
      rest()
    }
  }

  /// The next work; what else waits may be more than one thread is to do.
  private func take() -> Work? {
    let (work, thread) = state.withLock { state -> (Work?, Int?) in
      guard !state.pending.isEmpty else { return (nil, nil) }
      let work = state.pending.removeFirst()
      return (work, state.pending.isEmpty ? nil : state.freeThread())
    }
    if let thread { start(thread) }
    return work
  }

  /// Waits a little, unless there is something to do.
  private func rest() {
    let isIdle = state.withLock { state in
      guard state.pending.isEmpty else { return false }
      state.idle += 1
      return true
    }
    guard isIdle else { return }
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(Self.pause))
    state.withLock { $0.idle -= 1 }
  }

  /// Ends a thread's work, unless there is more of it.
  private func end(on thread: Int) -> Bool {
    state.withLock { state in
      guard state.pending.isEmpty else { return false }
      state.isAtWork[thread] = false
      return true
    }
  }

  private func handOn(_ done: [Int]) {
    guard !done.isEmpty else { return }
    let told = state.withLock { state in
      done.compactMap { state.waiting.removeValue(forKey: $0) }
    }
    for one in told { one.tell(one.result) }
  }

  private func giveUp() {
    let given = state.withLock { state in
      defer {
        state.waiting = [:]
        state.pending = []
      }
      return state.waiting
    }
    // What is done already was only not handed on yet.
    for number in given.keys.sorted() { given[number]?.tell(given[number]?.result) }
  }
}
