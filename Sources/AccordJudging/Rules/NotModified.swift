package import AccordModel
import AccordSchema

/// Holds conditional reads to RFC 9110 sections 13.1.2, 13.1.3 and 15.4.5.
package struct NotModified: RelationRule {
  package init() {}

  package var id: String { "not-modified" }
  package var sentence: String {
    "A read with the validator of the answer before gets 304, and with another one the whole."
  }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .notModified = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .notModified(let validator) = observation.relation.kind,
      let read = observation.steps.first
    else { return .notApplicable }
    let field = validator == .entityTag ? "ETag" : "Last-Modified"
    let values = read.response.fields.values(of: field)
    guard values.count == 1, validator == .lastModified || EntityTag(values[0]) != nil else {
      return observation.violation(
        self,
        in: read,
        at: .header(field),
        expected: validator == .entityTag
          ? "one entity tag in quotes (RFC 9110 section 8.8.3)" : "one date of the last change",
        actual: values.isEmpty ? "none" : Excerpt.text(values.joined(separator: ", "))
      )
    }
    let sent = observation.steps.dropFirst()
    for step in sent.dropLast() {
      if let finding = same(step, read, field, observation) { return finding }
    }
    guard let other = sent.last, other.response.status == 304 else { return .satisfied }
    return observation.violation(
      self,
      in: other,
      at: .status,
      expected: "the whole answer, because the request has another validator",
      actual: other.statusInWords
    )
  }

  /// What is wrong with the answer to a read that has the validator of the first; `nil` if nothing is.
  private func same(
    _ step: Observation,
    _ read: Observation,
    _ field: String,
    _ observation: RelationObservation
  ) -> Finding? {
    let isSame = read.hasSame(field, as: step)
    guard step.response.status == 304 else {
      // What changed meanwhile is served whole.
      if isSame == false {
        return .notChecked("The answer changed between the reads: its \(field) is another one.")
      }
      return observation.violation(
        self,
        in: step,
        at: .status,
        expected: "304, because the request has the \(field) of \(read.stepName)",
        actual: step.statusInWords
      )
    }
    guard field == "ETag", isSame != true else { return nil }
    return observation.violation(
      self,
      in: step,
      at: .header(field),
      expected: "the \(field) of \(read.stepName), which a 304 has too (RFC 9110 section 15.4.5)",
      actual: isSame == nil
        ? "none" : Excerpt.text(step.response.fields.values(of: field).joined(separator: ", "))
    )
  }

  package var accepted: [RuleExample] {
    [
      .conditional(
        "a strong tag, and the same as a weak one",
        ["\"a\"", "W/\"a\"", "\"a\""],
        [304, 304, 200]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .conditional("no tag", [nil], [], at: "response header ETag"),
      .conditional("a tag without quotes", ["a"], [], at: "response header ETag"),
      .conditional(
        "the whole again",
        ["\"a\"", "\"a\"", "\"a\""],
        [200, 304, 200],
        at: "response status"
      ),
      .conditional(
        "the whole again for the other strength",
        ["\"a\"", "\"a\"", "\"a\""],
        [304, 200, 200],
        at: "response status"
      ),
      .conditional(
        "304 for another tag",
        ["\"a\"", "\"a\"", "\"a\"", "\"a\""],
        [304, 304, 304],
        at: "response status"
      ),
      .conditional(
        "304 without its tag",
        ["\"a\"", nil],
        [304, 304, 200],
        at: "response header ETag"
      ),
    ]
  }
}

extension Observation {
  /// Whether another answer has the same value of a field; `nil` where it has none.
  fileprivate func hasSame(_ field: String, as other: Observation) -> Bool? {
    let own = response.fields.values(of: field)
    let values = other.response.fields.values(of: field)
    guard !values.isEmpty else { return nil }
    if let tag = EntityTag(of: response.fields), let second = EntityTag(of: other.response.fields) {
      return tag.matches(second)
    }
    return own == values
  }
}

extension RuleExample {
  /// A read and conditional reads, by their tags and statuses.
  fileprivate static func conditional(
    _ name: String,
    _ tags: [String?],
    _ statuses: [Int],
    at place: String? = nil
  ) -> RuleExample {
    let answers = ([200] + statuses).enumerated().map { index, status in
      let tag = (index < tags.count ? tags[index] : nil).map { [Field("ETag", $0)] } ?? []
      return status == 304
        ? Exchange.Response.empty(304, fields: tag)
        : .json(#"{"items":[]}"#, status: status, fields: tag)
    }
    let turns = answers.enumerated().map { index, answer in
      var turn = Turn.list(answer)
      if index > 0 { turn.expectation = .any([200, 304]) }
      return turn
    }
    return relation(name, .notModified(.entityTag), turns, at: place)
  }
}

extension Case.Expectation {
  /// Any of these statuses, and nothing of the content.
  static func any(_ statuses: [Int]) -> Case.Expectation {
    var rule = BookShop.list.responses[0]
    rule.statuses = .anyOf(statuses)
    rule.content = .unspecified
    return Case.Expectation(.success(rule))
  }
}
