extension Redactor {
  /// The report without the secrets.
  package func redact(_ report: Report) -> Report {
    var report = report
    report.suites = report.suites.map { suite in
      var suite = suite
      suite.subject = redact(suite.subject)
      suite.results = suite.results.map { redact($0) }
      return suite
    }
    report.settings.warnings = report.settings.warnings.map { redact($0) }
    report.interruption = report.interruption.map { redact($0) }
    return report
  }

  /// The result without the secrets.
  package func redact(_ result: Report.Result) -> Report.Result {
    var result = result
    result.exchanges = result.exchanges.map { redact($0) }
    result.judgement = redact(result.judgement)
    result.earlierTries = result.earlierTries.map { redact($0) }
    result.retryHindrance = result.retryHindrance.map { redact($0) }
    return result
  }

  /// The result without the secrets, and with the words of the judge as they are.
  ///
  /// A secret may be a word that the judge uses himself. What came from outside is told from his own
  /// words by judging the exchanges once more without the secrets: whatever of a secret his sentences
  /// still hold is his. The verdict is that of the exchanges as they were; where their twins without
  /// secrets come to another, his sentences are redacted whole.
  package func redact(
    _ result: Report.Result,
    judging judge: ([Exchange]) -> Judgement
  ) -> Report.Result {
    var last = result
    last.earlierTries = []
    var redacted = redactAlone(last, judging: judge)
    redacted.earlierTries = result.earlierTries.map { redactAlone($0, judging: judge) }
    return redacted
  }

  private func redactAlone(
    _ result: Report.Result,
    judging judge: ([Exchange]) -> Judgement
  ) -> Report.Result {
    var redacted = redact(result)
    // A judgement without words says nothing that came from outside.
    guard !result.judgement.isWordless, redacted != result, !result.exchanges.isEmpty else {
      return redacted
    }
    // What would be said of content that is left out is said of what stands in its place.
    guard !zip(result.exchanges, redacted.exchanges).contains(where: { $1.leavesOut($0) }) else {
      return redacted
    }
    let again = judge(result.exchanges.map { twin(of: $0) })
    guard again.isAlike(result.judgement) else { return redacted }
    redacted.judgement.verdict = again.verdict
    redacted.judgement.violations = again.violations
    redacted.judgement.notChecked = again.notChecked
    return redacted
  }

  /// The judgement without the secrets.
  package func redact(_ judgement: Judgement) -> Judgement {
    var judgement = judgement
    switch judgement.verdict {
    case .conforms, .violates: break
    case .notChecked(let reason): judgement.verdict = .notChecked(reason: redact(reason))
    case .skipped(let reason): judgement.verdict = .skipped(reason: redact(reason))
    case .failed(let reason): judgement.verdict = .failed(reason: redact(reason))
    case .notRun(let reason): judgement.verdict = .notRun(reason: redact(reason))
    }
    judgement.violations = judgement.violations.map { violation in
      var violation = violation
      violation.place = violation.place.mappingNames { redact($0) }
      violation.reference = violation.reference.map {
        Violation.Reference(step: $0.step, value: redact($0.value))
      }
      violation.expected = redact(violation.expected)
      violation.actual = redact(violation.actual)
      violation.hint = violation.hint.map { redact($0) }
      return violation
    }
    judgement.notChecked = judgement.notChecked.map { redact($0) }
    judgement.causes = judgement.causes.map { cause in
      guard case .exchange(let failure) = cause else { return cause }
      return .exchange(redact(failure))
    }
    return judgement
  }
}

extension Exchange {
  /// Whether the content of another exchange's answer is left out here.
  fileprivate func leavesOut(_ other: Exchange) -> Bool {
    guard let content = other.response?.body, let body = response?.body, body != content else {
      return false
    }
    return body == LeftOut.bytes(content.count)
  }
}

extension Judgement {
  /// Whether it says no more than that the case conforms.
  fileprivate var isWordless: Bool {
    verdict == .conforms && violations.isEmpty && notChecked.isEmpty
  }

  /// Whether another judgement is the same but for its words.
  fileprivate func isAlike(_ other: Judgement) -> Bool {
    let isSameVerdict =
      switch (verdict, other.verdict) {
      case (.conforms, .conforms), (.violates, .violates), (.notChecked, .notChecked),
        (.failed, .failed), (.skipped, .skipped), (.notRun, .notRun):
        true
      default: false
      }
    return isSameVerdict && notChecked.count == other.notChecked.count
      && violations.count == other.violations.count
      && zip(violations, other.violations).allSatisfy {
        $0.rule == $1.rule && $0.clause == $1.clause && $0.step == $1.step
      }
  }
}
