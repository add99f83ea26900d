import AccordModel
import Synchronization

/// The cases of the examples of a route in one version, each made when it is asked for.
final class ExampleCases: CaseSource {
  /// What the cases have in common.
  struct Traits: Hashable {
    var access: Case.Access
    var callers: [String?]
  }

  /// How many are kept that were made last: whoever runs, judges and records a case asks for it soon after
  /// another did.
  private static let keptCount = 256

  private struct Kept {
    var cases: [Int: Case] = [:]
    var order: [Int] = []
    var next = 0
  }

  let suite: ContractSuite.ID
  let contract: Contract.ID
  let origin = Case.Origin.example
  let access: Case.Access
  let callers: [String?]

  private let endpoint: Endpoint
  private let kept = Mutex(Kept())

  init(of endpoint: Endpoint, _ traits: Traits) {
    self.endpoint = endpoint
    suite = endpoint.suiteID
    contract = endpoint.contractID
    access = traits.access
    callers = traits.callers
  }

  func testCase(_ number: Int) -> Case {
    if let known = kept.withLock({ $0.cases[number] }) { return known }
    let example = endpoint.contract.examples[number]
    // Whoever has the number made a case of the example before.
    guard let made = ExamplePlanner.sketch(of: example, at: endpoint)?.testCase else {
      preconditionFailure("An example of which a case was made has one.")
    }
    kept.withLock { kept in
      guard kept.cases.updateValue(made, forKey: number) == nil else { return }
      if kept.order.count < Self.keptCount {
        kept.order.append(number)
      } else {
        kept.cases[kept.order[kept.next]] = nil
        kept.order[kept.next] = number
        kept.next = (kept.next + 1) % Self.keptCount
      }
    }
    return made
  }
}
