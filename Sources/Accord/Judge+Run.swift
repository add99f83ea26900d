import AccordJudging

extension Judge {
  /// The result of a case: judged where there were exchanges, else why there were none.
  func result(
    of testCase: Case,
    _ run: CaseRun,
    in suite: ContractSuite
  ) -> Report.Result {
    switch run {
    case .exchanged(let exchanges):
      Report.Result(
        testCase,
        exchanges: exchanges,
        judgement: judge(testCase, exchanges, in: suite)
      )
    case .skipped(let reason):
      Report.Result(testCase, judgement: Judgement(.skipped(reason: reason)))
    case .failed(let reason):
      Report.Result(testCase, judgement: Judgement(.failed(reason: reason)))
    case .notRun(let reason):
      Report.Result(testCase, judgement: Judgement(.notRun(reason: reason)))
    }
  }
}
