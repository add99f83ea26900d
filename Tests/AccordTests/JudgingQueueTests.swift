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
