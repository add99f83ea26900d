package import AccordModel
import AccordSchema

/// Reports a view that shows another state than the one in which the calls before have left a resource.
package struct StateIsShown: StateRule {
  package init() {}

  package var id: String { "state-is-shown" }
  package var sentence: String {
    "Every view of a resource shows the state that the calls before lead to."
  }

  package func holds(_ assertion: StateAssertion) -> Bool {
    if case .shows = assertion.kind { true } else { false }
  }

  package func check(_ observation: StateObservation) -> Finding {
    guard case .shows(let value, let place) = observation.assertion.kind,
      let look = observation.look
    else { return .notApplicable }
    switch observation.sight(in: look) {
    case .unseen(let why): return .notChecked(why)
    // Another rule says that a list has it not, or more than once.
    case .times: return .notApplicable
    case .found(let resource, let path):
      let shown = resource[place]
      guard shown.map({ $0.isEquivalent(to: value) }) != true else { return .satisfied }
      return observation.violation(
        self,
        in: look,
        at: observation.place(path, InstancePath(members: place)),
        expected: "\(value.text())\(observation.afterWords)",
        actual: shown.map { $0.text() } ?? "nothing"
      )
    }
  }

  package var accepted: [RuleExample] {
    [
      .states("shown", .shows("Emma", at: "/title"), [.get(.book("Emma"))]),
      .states(
        "shown in a list",
        .shows("Emma", at: "/title"),
        isItem: true,
        [.get(.book("Emma")), .list(.books([9, 7]))]
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .states(
        "another",
        .shows("Persuasion", at: "/title"),
        [.get(.book("Emma"))],
        at: "response body /title"
      ),
      .states(
        "none",
        .shows("x", at: "/note"),
        [.get(.book("Emma"))],
        at: "response body /note"
      ),
    ]
  }
}
