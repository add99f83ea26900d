package import AccordModel
import AccordSchema

/// Reports a change that leaves an item listed exactly as before.
package struct ChangeIsVisible: StateRule {
  package init() {}

  package var id: String { "change-is-visible" }
  package var sentence: String { "What was changed is not listed exactly as before." }

  package func holds(_ assertion: StateAssertion) -> Bool {
    if case .changed = assertion.kind { true } else { false }
  }

  package func check(_ observation: StateObservation) -> Finding {
    guard case .changed(let since, let ignoring) = observation.assertion.kind,
      let look = observation.look, let before = observation.step(since)
    else { return .notApplicable }
    switch (observation.sight(in: before), observation.sight(in: look)) {
    case (.unseen(let why), _), (_, .unseen(let why)): return .notChecked(why)
    case (.times, _): return .notChecked("The item was not listed before it was changed.")
    case (.found, .times(0)): return .satisfied
    case (.found, .times(let count)):
      return observation.violation(
        self,
        in: look,
        at: observation.place,
        expected: "\(observation.name) that is not as in \(before.stepName), or none",
        actual: "it \(observation.times(count))"
      )
    case (.found(let old, _), .found(let new, let path)):
      guard ValueDifference.first(old.hiding(ignoring), new.hiding(ignoring)) == nil else {
        return .satisfied
      }
      return observation.violation(
        self,
        in: look,
        at: observation.place(path, .root),
        expected: "\(observation.name) that is not as in \(before.stepName), or none"
          + observation.afterWords,
        actual: "the same item: \(new.shortText)"
      )
    }
  }

  package var accepted: [RuleExample] {
    [
      .states(
        "another title",
        .changed(since: 1, ignoring: []),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.json(Self.persuasion))],
        look: 2
      ),
      .states(
        "a list without the item",
        .changed(since: 1, ignoring: []),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.books([8]))],
        look: 2
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .states(
        "the same item",
        .changed(since: 1, ignoring: []),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.books([8, 7]))],
        look: 2,
        at: "response body /items/1"
      ),
      .states(
        "the same item but for a place that says nothing of it",
        .changed(since: 1, ignoring: ["/title"]),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.json(Self.persuasion))],
        look: 2,
        at: "response body /items/0"
      ),
    ]
  }

  private static let persuasion = #"{"items":[{"id":7,"title":"Persuasion"}]}"#
}
