import AccordJudging

extension Judge {
  /// The result of a case: judged where there were exchanges, else why there were none.
  ///
  /// `clock` tells why judging is to end, once it is.
  func result(
    of testCase: Case,
    _ run: CaseRun,
    in suite: SuiteIndex,
    _ flaws: SchemaFlaws = SchemaFlaws(),
    until clock: @escaping @Sendable () -> String? = { nil }
  ) -> Report.Result {
    switch run {
    case .exchanged(let exchanges):
      let judgement = judge(testCase, exchanges, in: suite, until: clock)
      // What was not judged to its end is not shown.
      if case .notRun = judgement.verdict {
        return Report.Result(testCase, judgement: judgement)
      }
      return Report.Result(
        testCase,
        exchanges: exchanges,
        judgement: flaws.applied(to: judgement, of: testCase)
      )
    case .skipped(let reason):
      return Report.Result(testCase, judgement: Judgement(.skipped(reason: reason)))
    case .failed(let reason, let cause):
      let causes = [cause].compactMap(\.self).map { Judgement.Cause.exchange($0) }
      return Report.Result(
        testCase,
        judgement: Judgement(.failed(reason: reason), causes: causes)
      )
    case .notRun(let reason):
      return Report.Result(testCase, judgement: Judgement(.notRun(reason: reason)))
    }
  }
}
