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
    return result
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
      violation.place = redact(violation.place)
      violation.expected = redact(violation.expected)
      violation.actual = redact(violation.actual)
      violation.hint = violation.hint.map { redact($0) }
      return violation
    }
    judgement.notChecked = judgement.notChecked.map { redact($0) }
    return judgement
  }
}
