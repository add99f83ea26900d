import AccordModel
import Synchronization

/// Cases that wait for their turn, which whoever has room for one takes, in their order.
final class WaitingCases: Sendable {
  private let places: [Int]
  private let cases: [Case]
  private let taken = Atomic(0)

  /// The cases at some places of a plan.
  init(_ places: [Int], of cases: [Case]) {
    self.places = places
    self.cases = cases
  }

  /// Takes the next one, with its place in the plan.
  func next() -> (index: Int, testCase: Case)? {
    let turn = taken.add(1, ordering: .relaxed).oldValue
    guard turn < places.count else { return nil }
    return (places[turn], cases[places[turn]])
  }
}
