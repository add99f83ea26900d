package import AccordModel
package import AccordSchema

extension Observation {
  /// A violation in this exchange, with everything a server sent cut to a bounded length.
  package func violation(
    _ rule: any Rule,
    _ clause: Clause,
    at place: Violation.Place,
    expected: String,
    actual: String,
    hint: String? = nil,
    position: SourcePosition? = nil
  ) -> Violation {
    Violation(
      rule: rule.id,
      clause: clause,
      step: index,
      place: markingEntries(place),
      expected: expected,
      actual: actual,
      hint: hint,
      position: position
    )
  }

  /// A place in the content with those names told apart that are data of the answer, by what the
  /// answer may be held to.
  private func markingEntries(_ place: Violation.Place) -> Violation.Place {
    guard case .body(let row, let path) = place, !path.isRoot else { return place }
    var schemas = promisedRefusal == nil ? [] : suite.errors.schemas
    if let rule = answeredResponse, let schema = rule.schema {
      if row != nil, case .rows(_, let list) = rule.content {
        schemas.append(schema.items(at: list) ?? .any)
      } else {
        schemas.append(schema)
      }
    }
    return .body(row: row, path: path.markingEntries(of: schemas))
  }

  /// What the server says of the error, or the beginning of what it sent, as a hint.
  package var answerHint: String? {
    if let message = shownError.message { return "The server says: \(Excerpt.text(message))" }
    guard !response.body.isEmpty else { return nil }
    return "The answer begins: \(Excerpt.body(readableContent))"
  }

  /// The status with the error that comes with it.
  package var statusInWords: String {
    guard let words = shownError.words(in: suite.errors) else { return "\(response.status)" }
    return "\(response.status), \(words)"
  }
}

extension [StatusSet] {
  /// All statuses in words, in ascending order and each once; an empty list allows nothing.
  package var words: String {
    var ranges: [ClosedRange<Int>] = []
    for case .range(let range) in self where !ranges.contains(range) { ranges.append(range) }
    let codes = flatMap { set -> [Int] in
      guard case .anyOf(let codes) = set else { return [] }
      return codes.filter { code in !ranges.contains { $0.contains(code) } }
    }
    let all = ranges + Set(codes).map { $0...$0 }
    let sorted = all.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    let words = sorted.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
    guard let last = words.last else { return "no status" }
    return words.count == 1 ? last : "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
