package import AccordModel
import AccordSchema

/// Reports a view that has something else than what was written.
package struct WrittenIsRead: StateRule {
  package init() {}

  package var id: String { "written-is-read" }
  package var sentence: String { "A view of a resource has what was written to it." }

  package func holds(_ assertion: StateAssertion) -> Bool {
    if case .written = assertion.kind { true } else { false }
  }

  package func check(_ observation: StateObservation) -> Finding {
    guard case .written(let output, let place) = observation.assertion.kind,
      let look = observation.look, let writer = observation.step(output.step)
    else { return .notApplicable }
    guard let written = observation.value(of: output) else {
      return .notChecked("\(writer.stepName) wrote no \(output.part.words).")
    }
    switch observation.sight(in: look) {
    case .unseen(let why): return .notChecked(why)
    case .times: return .notApplicable
    case .found(let resource, let path):
      guard let shown = resource[place] else {
        return violation(observation, look, path, place, written, writer, "nothing")
      }
      // A text may be written in another form of the same value, such as a time.
      guard ValueDifference.first(written, shown) != nil, written.wireText != shown.wireText else {
        return .satisfied
      }
      return violation(observation, look, path, place, written, writer, shown.text())
    }
  }

  private func violation(
    _ observation: StateObservation,
    _ look: Observation,
    _ path: InstancePath,
    _ place: JSONPointer,
    _ written: JSON,
    _ writer: Observation,
    _ actual: String
  ) -> Finding {
    observation.violation(
      self,
      in: look,
      at: observation.place(path, InstancePath(members: place)),
      expected: "\(written.text()), as \(writer.stepName) wrote it",
      actual: actual
    )
  }

  package var accepted: [RuleExample] {
    [
      .states(
        "the same",
        .written(Output(.requestParameter("id"), ofStep: 0), at: "/id"),
        [.get(.book("Emma")), .get(.book("Emma"))],
        look: 1
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .states(
        "another",
        .written(Output(.requestParameter("id"), ofStep: 0), at: "/id"),
        [.get(.book("Emma")), .get(.json(#"{"id":8,"title":"Emma"}"#))],
        look: 1,
        at: "response body /id"
      ),
      .states(
        "lost",
        .written(Output(.requestParameter("id"), ofStep: 0), at: "/note"),
        [.get(.book("Emma")), .get(.book("Emma"))],
        look: 1,
        at: "response body /note"
      ),
    ]
  }
}
