/// What a run keeps of the results of its cases.
protocol ResultKeeper: Sendable {
  /// What is kept of one result.
  associatedtype Kept: Sendable

  /// What is told of a result; it is asked for where the case was judged.
  func kept(_ result: Report.Result, of suite: ContractSuite) -> Kept

  /// What stays of it in memory once it was told.
  func remembered(_ kept: Kept) -> Kept

  /// What is kept without secrets that became known later; `judge` judges the exchanges of a case.
  func redacted(
    _ kept: Kept,
    by redactor: Redactor,
    _ judge: (Case, [Exchange]) -> Judgement
  ) -> Kept
}

extension ResultKeeper {
  func remembered(_ kept: Kept) -> Kept { kept }
}
