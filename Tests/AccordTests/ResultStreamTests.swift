import AccordModel
import Synchronization
import Testing

@testable import Accord

@Suite struct ResultStreamTests {
  /// What was told, by the last part of the identifiers.
  private final class Listener: Sendable {
    let told = Mutex<[String]>([])
  }

  private static func result(_ index: Int) -> Report.Result {
    let testCase = Case(
      id: CaseID(["shop", "orders", "\(index)"]),
      suite: "shop",
      contract: "orders",
      origin: .example,
      title: "All.",
      steps: [],
      clauses: []
    )
    return Report.Result(testCase, judgement: Judgement(.conforms))
  }

  private static func stream(_ order: [Int]) -> (ResultStream<Report.Result>, Listener) {
    let listener = Listener()
    let stream = ResultStream<Report.Result>(order) { result in
      await Task.yield()
      listener.told.withLock { told in
        told.append(String(result.testCase.id.description.split(separator: "/")[2]))
      }
    }
    return (stream, listener)
  }

  @Test func whatFinishedFirstWaitsForItsTurn() async {
    let (stream, listener) = Self.stream([0, 2, 1])
    await stream.add(Self.result(1), at: 1)
    await stream.add(Self.result(2), at: 2)
    #expect(listener.told.withLock { $0 } == [])
    await stream.add(Self.result(0), at: 0)
    #expect(listener.told.withLock { $0 } == ["0", "2", "1"])
  }

  @Test func everyOrderOfFinishingTellsTheSame() async {
    for _ in 0..<20 {
      let order = Array(0..<50)
      let (stream, listener) = Self.stream(order)
      await withTaskGroup(of: Void.self) { group in
        for index in order.shuffled() {
          group.addTask { await stream.add(Self.result(index), at: index) }
        }
      }
      #expect(listener.told.withLock { $0 } == order.map(String.init))
    }
  }

  @Test func whatIsHeldBackAtTheEndIsTold() async {
    let (stream, listener) = Self.stream([0, 1, 2, 3])
    await stream.add(Self.result(3), at: 3)
    await stream.add(Self.result(0), at: 0)
    await stream.add(Self.result(2), at: 2)
    await stream.finish()
    await stream.finish()
    #expect(listener.told.withLock { $0 } == ["0", "2", "3"])
  }
}
