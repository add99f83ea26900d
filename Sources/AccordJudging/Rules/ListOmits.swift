package import AccordModel
import AccordSchema

/// Reports a list that has a resource still, in a state in which it is no item of it.
package struct ListOmits: StateRule {
  package init() {}

  package var id: String { "list-omits" }
  package var sentence: String {
    "A list does not contain a resource in a state in which it is none of its items."
  }

  package func holds(_ assertion: StateAssertion) -> Bool { assertion.kind == .omits }

  package func check(_ observation: StateObservation) -> Finding {
    guard let look = observation.look else { return .notApplicable }
    let found: (count: Int, place: Violation.Place)
    switch observation.sight(in: look) {
    case .unseen(let why): return .notChecked(why)
    case .times(0): return .satisfied
    case .times(let count): found = (count, observation.place)
    case .found(_, let path): found = (1, observation.place(path, .root))
    }
    return observation.violation(
      self,
      in: look,
      at: found.place,
      expected: "no \(observation.name.dropFirst(3))\(observation.afterWords)",
      actual: "it \(observation.times(found.count))"
    )
  }

  package var accepted: [RuleExample] {
    [
      .states(
        "no longer",
        .omits,
        isItem: true,
        [.get(.book("Emma")), .list(.books([8]))]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .states(
        "still",
        .omits,
        isItem: true,
        [.get(.book("Emma")), .list(.books([8, 7]))],
        at: "response body /items/1"
      )
    ]
  }
}
