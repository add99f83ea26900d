/// Keeps results as they are, or without what was sent and received once they were told.
struct WholeResults: ResultKeeper {
  /// Whether what was sent and received stays in memory.
  let keepsExchanges: Bool

  func kept(_ result: Report.Result, of suite: ContractSuite) -> Report.Result { result }

  func remembered(_ kept: Report.Result) -> Report.Result {
    guard !keepsExchanges else { return kept }
    return Report.Result(kept.testCase, judgement: kept.judgement)
  }

  func redacted(
    _ kept: Report.Result,
    by redactor: Redactor,
    _ judge: (Case, [Exchange]) -> Judgement
  ) -> Report.Result {
    redactor.redact(kept) { judge(kept.testCase, $0) }
  }
}
