/// Results by their places in the plan, filled in any order.
actor ResultList {
  private var results: [Report.Result]

  init(_ cases: [Case]) {
    results = cases.map { testCase in
      .ended(testCase)
    }
  }

  func set(_ result: Report.Result, at index: Int) { results[index] = result }

  /// Redacts what is there; `judge` judges the exchanges of a case.
  func redact(_ redactor: Redactor, _ judge: (Case, [Exchange]) -> Judgement) {
    results = results.map { result in
      redactor.redact(result) { judge(result.testCase, $0) }
    }
  }

  var all: [Report.Result] { results }
}

extension Report.Result {
  /// What is to be said of a case that the run ended before, or within.
  static func ended(_ testCase: Case, _ reason: String? = nil) -> Report.Result {
    Report.Result(
      testCase,
      judgement: Judgement(.notRun(reason: reason ?? "The run ended before its turn."))
    )
  }
}
