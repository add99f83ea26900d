import AccordModel
import Synchronization

/// Cases that wait for their turn, which whoever has room for one takes, in their order.
final class WaitingCases: Sendable {
  private let cases: [(index: Int, testCase: Case)]
  private let taken = Atomic(0)

  /// Cases with their places in the plan.
  init(_ cases: [(index: Int, testCase: Case)]) { self.cases = cases }

  /// Takes the next one.
  func next() -> (index: Int, testCase: Case)? {
    let place = taken.add(1, ordering: .relaxed).oldValue
    return place < cases.count ? cases[place] : nil
  }
}
