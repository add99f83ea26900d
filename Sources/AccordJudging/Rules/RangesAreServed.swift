package import AccordModel
import AccordSchema
import HTTPTypes

/// Holds parts of content to RFC 9110 sections 14.2, 14.4 and 15.3.7.
package struct RangesAreServed: RelationRule {
  package init() {}

  package var id: String { "ranges-are-served" }
  package var sentence: String {
    "A range of bytes is answered with those bytes of the whole, and one beyond its end with 416."
  }

  package var explainsStatuses: Bool { true }

  package func holds(_ kind: Relation.Kind) -> Bool { kind == .ranges }

  package func check(_ observation: RelationObservation) -> Finding {
    let steps = observation.steps
    guard let whole = steps.first, steps.count == 4 else {
      return .notChecked("Not all parts were asked for.")
    }
    let size = whole.response.body.count
    guard size > 0 else { return .notChecked("The whole has no content.") }
    for (step, byte) in [(steps[1], 0), (steps[2], size - 1)] {
      let tags = (EntityTag(of: whole.response.fields), EntityTag(of: step.response.fields))
      if let tag = tags.0, let other = tags.1, !tag.matches(other) {
        return .notChecked("The answer changed between the reads: its ETag is another one.")
      }
      if let finding = part(step, byte, of: whole, observation) { return finding }
    }
    guard steps[3].response.status == 416 else {
      return observation.violation(
        self,
        in: steps[3],
        at: .status,
        expected: "416, because Range asks for bytes beyond the end of \(whole.stepName)",
        actual: steps[3].statusInWords
      )
    }
    let beyond = steps[3].response.fields.values(of: "Content-Range")
    // To say how long the whole is, is recommended (section 15.5.17).
    guard let value = beyond.first, value != "bytes */\(size)" else { return .satisfied }
    return observation.violation(
      self,
      in: steps[3],
      at: .header("Content-Range"),
      expected: "bytes */\(size), the length of \(whole.stepName)",
      actual: Excerpt.text(value)
    )
  }

  /// What is wrong with a part of one byte; `nil` if nothing is.
  private func part(
    _ step: Observation,
    _ byte: Int,
    of whole: Observation,
    _ observation: RelationObservation
  ) -> Finding? {
    let size = whole.response.body.count
    guard step.response.status == 206 else {
      return observation.violation(
        self,
        in: step,
        at: .status,
        expected: "206, because Range asks for one byte of \(whole.stepName)",
        actual: step.statusInWords
      )
    }
    let range = "bytes \(byte)-\(byte)/"
    let values = step.response.fields.values(of: "Content-Range")
    guard values == [range + "\(size)"] || values == [range + "*"] else {
      return observation.violation(
        self,
        in: step,
        at: .header("Content-Range"),
        expected: "\(range)\(size)",
        actual: values.isEmpty ? "none" : Excerpt.text(values.joined(separator: ", "))
      )
    }
    guard step.response.body != [whole.response.body[byte]] else { return nil }
    return observation.violation(
      self,
      in: step,
      at: .body(),
      expected: "the byte \(byte) of \(whole.stepName): "
        + Excerpt.body([whole.response.body[byte]]),
      actual: "\(Excerpt.counted(step.response.body.count, "byte")): "
        + Excerpt.body(step.response.body)
    )
  }

  package var accepted: [RuleExample] {
    [
      .parts(
        "parts, of a whole whose length is not said",
        ["bytes 0-0/*", "bytes 11-11/12"],
        ["{", "}"]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .parts("the whole in place of a part", [nil, nil], [nil, nil], at: "response status"),
      .parts(
        "a part that is not said to be one",
        [nil, "bytes 11-11/12"],
        ["{", "}"],
        at: "response header Content-Range"
      ),
      .parts(
        "another byte",
        ["bytes 0-0/12", "bytes 11-11/12"],
        ["\"", "}"],
        at: "response body"
      ),
      .parts(
        "another length of the whole beyond its end",
        ["bytes 0-0/12", "bytes 11-11/12"],
        ["{", "}"],
        beyond: "bytes */13",
        at: "response header Content-Range"
      ),
    ]
  }
}

extension RuleExample {
  /// A list of books, its first byte, its last byte and what is beyond; a part that is `nil` is the
  /// whole.
  fileprivate static func parts(
    _ name: String,
    _ ranges: [String?],
    _ parts: [String?],
    beyond: String = "bytes */12",
    at place: String? = nil
  ) -> RuleExample {
    let text = #"{"items":[]}"#
    var turns = [Turn.list(.json(text))]
    for (range, part) in zip(ranges, parts) {
      let fields = range.map { [Field("Content-Range", $0)] } ?? []
      var turn = Turn.list(.json(part ?? text, status: part == nil ? 200 : 206, fields: fields))
      turn.expectation = .any([200, 206])
      turns.append(turn)
    }
    var last = Turn.list(.empty(416, fields: [Field("Content-Range", beyond)]))
    last.expectation = BookShop.refused(.status(.rangeNotSatisfiable, allowsEmptyBody: true))
    return relation(name, .ranges, turns + [last], at: place)
  }
}
