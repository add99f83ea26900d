import AccordModel

extension RunRecord.Violation {
  /// The most characters of a part of a heading.
  private static let limit = 120

  /// What is wrong and where, on one line.
  var heading: String {
    let parts = [place.description, expected, actual].map { text in
      VisibleText.line(VisibleText.bounded(text, to: Self.limit))
    }
    return "\(parts[0]): expected \(parts[1]), found \(parts[2])"
  }
}

extension Cause {
  /// What broke, on one line: the endpoint, the place in its answer, and what is wrong there.
  var heading: String { "\(VisibleText.line(example.contract)): \(violation.heading)" }
}
