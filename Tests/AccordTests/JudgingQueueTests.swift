import AccordModel
import Synchronization
import Testing

@testable import Accord

@Suite struct JudgingQueueTests {
  private static let testCase = Case(
    id: CaseID(["shop", "orders", "all"]),
    suite: "shop",
    contract: "orders",
    origin: .example,
    title: "All.",
    steps: [],
    clauses: []
  )

  private static let result = Report.Result(testCase, judgement: Judgement(.conforms))

  @Test func resultIsThatOfTheWork() async {
    let queue = JudgingQueue<Report.Result>(Interruption())
    let results = await withTaskGroup(of: Report.Result?.self) { group in
      for _ in 0..<20 { group.addTask { await queue.result { Self.result } } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results == Array(repeating: Self.result, count: 20))
  }

  /// What one thread is busy with keeps no other work from being done.
  @Test(.timeLimit(.minutes(1))) func workWaitsForNoneThatTakesLong() async {
    let queue = JudgingQueue<Int>(Interruption())
    for _ in 0..<20 {
      // Afterwards a thread rests, and takes up all that comes meanwhile.
      #expect(await queue.result { 0 } == 0)
      let work = EndlessWork()
      let (results, tell) = AsyncStream.makeStream(of: Int?.self)
      queue.begin {
        work.go()
        return 0
      } then: {
        tell.yield($0)
        tell.finish()
      }
      for number in 1...3 { queue.begin({ number }, then: { tell.yield($0) }) }
      var told: [Int?] = []
      for await result in results {
        told.append(result)
        if told.count == 3 { work.end() }
      }
      #expect(told.count == 4)
      #expect(told.last == 0)
    }
  }

  /// What was judged is told, though the thread went on to work that takes longer than the run.
  @Test(.timeLimit(.minutes(1))) func whatIsDoneIsNotGivenUp() async {
    let interruption = Interruption()
    let queue = JudgingQueue<Int>(interruption, threads: 1)
    let work = EndlessWork()
    let (results, tell) = AsyncStream.makeStream(of: (work: Int, result: Int?).self)
    queue.begin({ 1 }, then: { tell.yield((1, $0)) })
    queue.begin {
      work.go()
      return 2
    } then: {
      tell.yield((2, $0))
      tell.finish()
    }
    while work.begun < 1 { await Task.yield() }
    interruption.interrupt("It is late.")
    var told: [Int: Int?] = [:]
    for await (work, result) in results { told.updateValue(result, forKey: work) }
    #expect(told == [1: 1, 2: nil])
    work.end()
  }

  /// Work that goes on and on is not waited for, and keeps no other task from its turn.
  @Test(.timeLimit(.minutes(1))) func interruptedWorkIsGivenUp() async {
    let interruption = Interruption()
    let queue = JudgingQueue<Report.Result>(interruption)
    let work = EndlessWork()
    let results = await withTaskGroup(of: Report.Result?.self) { group in
      for _ in 0..<8 {
        group.addTask {
          await queue.result {
            work.go()
            return Self.result
          }
        }
      }
      group.addTask {
        while work.begun < 2 { await Task.yield() }
        interruption.interrupt("It is late.")
        return nil
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    work.end()
    #expect(results == Array(repeating: nil, count: 9))
    // What comes later is given up at once.
    #expect(await queue.result { Self.result } == nil)
  }
}

extension JudgingQueue {
  /// The result of some work.
  fileprivate func result(_ work: @escaping @Sendable () -> Result) async -> Result? {
    await withCheckedContinuation { continuation in
      begin(work) { continuation.resume(returning: $0) }
    }
  }
}

/// Work that goes on until it is told to end.
private final class EndlessWork: Sendable {
  private let state = Mutex((begun: 0, isOver: false))

  var begun: Int { state.withLock { $0.begun } }

  func go() {
    state.withLock { $0.begun += 1 }
    // Busy, as judging is.
    while !state.withLock({ $0.isOver }) {}
  }

  func end() { state.withLock { $0.isOver = true } }
}
