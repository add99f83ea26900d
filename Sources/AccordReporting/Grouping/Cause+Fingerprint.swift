import AccordModel

extension Cause {
  /// The causes, each with a fingerprint that no other has and that is the same in the next run.
  static func fingerprinted(_ causes: [Cause]) -> [(cause: Cause, fingerprint: Fingerprint)] {
    var counts: [Fingerprint: Int] = [:]
    return causes.map { cause in
      let fingerprint = Fingerprint(cause, number: 1)
      let count = (counts[fingerprint] ?? 0) + 1
      counts[fingerprint] = count
      return (cause, count == 1 ? fingerprint : Fingerprint(cause, number: count))
    }
  }

  /// What was expected and found, where, and in how many cases, and the promise, on one line.
  var sentence: String {
    let words = VisibleText.bounded(place, to: 200)
    let expected = VisibleText.bounded(violation.expected, to: 300)
    let actual = VisibleText.bounded(violation.actual, to: 300)
    return VisibleText.line(
      """
      \(example.contract): \(words): expected \(expected), found \(actual), in \
      \(hasItems ? "\(occurrences) items of " : "")\(quantity(cases.count, "case")). Promised: \(violation.clause.sentence)
      """
    )
  }
}

extension Fingerprint {
  /// The fingerprint of the nth of the causes that are alike but for what is known of them.
  fileprivate init(_ cause: Cause, number: Int) {
    self.init(
      [cause.suite, cause.example.contract] + Defect(cause.violation).parts
        + (number > 1 ? [String(number)] : [])
    )
  }
}
