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
    let place = VisibleText.bounded(violation.place.description, to: 200)
    let expected = VisibleText.bounded(violation.expected, to: 300)
    let actual = VisibleText.bounded(violation.actual, to: 300)
    return VisibleText.line(
      """
      \(example.contract): \(place): expected \(expected), found \(actual), in \
      \(quantity(cases.count, "case")). Promised: \(violation.clause.sentence)
      """
    )
  }
}

extension Fingerprint {
  /// The fingerprint of the nth of the causes that are alike but for what was found.
  fileprivate init(_ cause: Cause, number: Int) {
    let violation = cause.violation
    self.init(
      [
        cause.suite, cause.example.contract, violation.rule, violation.clause.id,
        violation.place.description,
        Self.shape(of: violation.expected),
      ] + (number > 1 ? [String(number)] : [])
    )
  }
}
