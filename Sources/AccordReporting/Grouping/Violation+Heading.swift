import AccordModel

extension RunRecord.Violation {
  /// The most characters of a part of a heading.
  private static let limit = 120

  /// What is wrong at a place, on one line.
  fileprivate func heading(at place: String) -> String {
    let parts = [place, expected, actual].map { text in
      VisibleText.line(VisibleText.bounded(text, to: Self.limit))
    }
    return "\(parts[0]): expected \(parts[1]), found \(parts[2])"
  }
}

extension Cause {
  /// What broke, on one line: the endpoint, the place in its answer, and what is wrong there.
  var heading: String { "\(VisibleText.line(example.contract)): \(wrong)" }

  /// The place in the answer, and what is wrong there, on one line.
  var wrong: String { violation.heading(at: place) }
}
