package import AccordModel
import AccordSchema
import HTTPTypes

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
    // Bytes have no places: what was written is the whole of them.
    if output.part == .requestBody(.root), let read = look.octets {
      let written = writer.request.body
      guard written != read else { return .satisfied }
      let words = (Excerpt.digest(of: written), Excerpt.digest(of: read))
      return violation(observation, look, .root, place, words.0, writer, words.1)
    }
    guard let written = observation.value(of: output) else {
      return .notChecked("\(writer.stepName) wrote no \(output.part.words).")
    }
    switch observation.sight(in: look) {
    case .unseen(let why): return .notChecked(why)
    case .times: return .notApplicable
    case .found(let resource, let path):
      guard let shown = resource[place] else {
        return violation(observation, look, path, place, written.text(), writer, "nothing")
      }
      // A text may be written in another form of the same value, such as a time.
      guard ValueDifference.first(written, shown) != nil, written.wireText != shown.wireText else {
        return .satisfied
      }
      return violation(observation, look, path, place, written.text(), writer, shown.text())
    }
  }

  private func violation(
    _ observation: StateObservation,
    _ look: Observation,
    _ path: InstancePath,
    _ place: JSONPointer,
    _ written: String,
    _ writer: Observation,
    _ actual: String
  ) -> Finding {
    observation.violation(
      self,
      in: look,
      at: observation.place(path, InstancePath(members: place)),
      expected: "\(written), as \(writer.stepName) wrote it",
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
      ),
      .cover("the same bytes", "Emma", "Emma"),
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
      .cover("the bytes in another order", "Emma", "ammE", at: "response body"),
    ]
  }
}

extension RuleExample {
  /// A cover that is put and then shown.
  fileprivate static func cover(
    _ name: String,
    _ written: String,
    _ read: String,
    at place: String? = nil
  ) -> RuleExample {
    var write = Turn.remove(7)
    write.request.method = .put
    write.request.body = .bytes(Array(written.utf8))
    return states(
      name,
      .written(Output(.requestBody(.root), ofStep: 0), at: .root),
      [write, .get(expecting: BookShop.cover(), .answer(200, "application/octet-stream", read))],
      look: 1,
      at: place
    )
  }
}
