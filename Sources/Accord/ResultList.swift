/// Results by their places in the plan, filled in any order.
actor ResultList {
  private var results: [Report.Result]

  init(_ cases: [Case]) {
    results = cases.map { testCase in
      .ended(testCase)
    }
  }

  func set(_ result: Report.Result, at index: Int) { results[index] = result }

  func redact(_ redactor: Redactor) { results = results.map(redactor.redact) }

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
