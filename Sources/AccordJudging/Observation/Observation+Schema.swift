package import AccordModel
package import AccordSchema

extension Observation {
  /// The most violations of one body that are reported, but that each defect is reported at least once.
  static let reportedViolations = 100

  /// Where a body breaks a schema, in document order, each as a violation of a clause.
  package func violations(
    _ rule: any Rule,
    _ clause: Clause,
    of broken: [SchemaViolation],
    row: Int? = nil
  ) -> [Violation] {
    let members = BrokenMembers(self, clause, isRow: row != nil)
    return broken.map { found in
      var violation = violation(
        rule,
        clause,
        at: .body(row: row, path: found.path),
        expected: Excerpt.text(found.expected),
        actual: Excerpt.text(found.actual),
        hint: found.causes.first.map { "The closest alternative: \(Excerpt.text($0.message))" },
        position: found.position
      )
      violation.members = members?.promises(found) ?? []
      violation.keyword = found.keyword
      return violation
    }
  }
}

extension [Violation] {
  /// The first of the violations of one body, no more than ``Observation/reportedViolations``, and
  /// beyond them the first of each defect; where there are more, the first says how many.
  ///
  /// A list whose items are all wrong in one way must not hide what is wrong besides: that would be
  /// missing in a baseline, a comparison and the coverage, as if it were right.
  ///
  /// `isOpen` says that the search ended before all of them were found.
  func reported(isOpen: Bool) -> [Violation] {
    var shown = Array(prefix(Observation.reportedViolations))
    let listed = shown.count
    if listed < count {
      var known = Set(shown.map(\.defect))
      shown += dropFirst(listed).filter { known.insert($0.defect).inserted }
    }
    guard let first = shown.first, isOpen || shown.count < count else { return shown }
    let total = isOpen ? "at least \(count)" : "\(count)"
    let words =
      shown.count == listed
      ? "These are the first \(listed) of \(total) violations of this body."
      : "These are the first \(listed) of \(total) violations of this body, and then the first of "
        + "each other kind."
    shown[0].hint = first.hint.map { "\(words) \($0)" } ?? words
    return shown
  }
}

extension Violation {
  /// What tells defects of one body from one another: the place without positions, and what was promised.
  fileprivate var defect: [String] {
    [clause.id, place.generalDescription, keyword ?? "", expected]
  }
}

extension Observation {
  /// Whether a reading is about the content that came; one with a condition needs content that
  /// fulfils it.
  func applies(_ reading: ContentReading) throws(Hindrance) -> Bool {
    guard let condition = reading.condition else { return true }
    let parts = try parts(of: condition, for: "the condition of \(reading.clause.id)")
    return parts.allSatisfy { $0.check.count == 0 }
  }
}

extension Schema {
  /// The schema of the items of the list at a pointer; `nil` if the schema says nothing of it.
  package func items(at pointer: JSONPointer) -> Schema? {
    var schema = self
    for token in pointer.tokens {
      guard let member = schema.declaredMembers.first(where: { $0.name == token }) else {
        return nil
      }
      schema = member.schema
    }
    return schema.withAlternatives.lazy.compactMap(\.content.items).first
  }

  /// The members that the schema or one of its alternatives declares: it may be made nullable by them.
  package var declaredMembers: [Member] { withAlternatives.flatMap(\.content.members) }
}
