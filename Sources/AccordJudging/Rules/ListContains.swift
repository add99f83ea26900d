package import AccordModel
import AccordSchema

/// Reports a list that has a resource not, or more than once, in a state in which it contains it.
package struct ListContains: StateRule {
  package init() {}

  package var id: String { "list-contains" }
  package var sentence: String {
    "A list contains a resource once in every state in which it is one of its items."
  }

  package func holds(_ assertion: StateAssertion) -> Bool { assertion.kind == .contains }

  package func check(_ observation: StateObservation) -> Finding {
    guard let look = observation.look else { return .notApplicable }
    switch observation.sight(in: look) {
    case .unseen(let why): return .notChecked(why)
    case .found: return .satisfied
    case .times(let count):
      return observation.violation(
        self,
        in: look,
        at: observation.place,
        expected: "\(observation.name) once\(observation.afterWords)",
        actual: observation.times(count)
      )
    }
  }

  package var accepted: [RuleExample] {
    [
      .states(
        "among others",
        .contains,
        isItem: true,
        [.get(.book("Emma")), .list(.books([8, 7, 9]))]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .states(
        "left out",
        .contains,
        isItem: true,
        [.get(.book("Emma")), .list(.books([8, 9]))],
        at: "response body /items"
      ),
      .states(
        "twice",
        .contains,
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8, 7]))],
        at: "response body /items"
      ),
    ]
  }
}
