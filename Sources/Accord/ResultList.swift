/// Results by their places in the plan, filled in any order.
actor ResultList {
  private var results: [Report.Result]

  init(_ cases: [Case]) {
    results = cases.map { testCase in
      Report.Result(
        testCase,
        judgement: Judgement(.notRun(reason: "The run ended before its turn."))
      )
    }
  }

  func set(_ result: Report.Result, at index: Int) { results[index] = result }

  func redact(_ redactor: Redactor) { results = results.map(redactor.redact) }

  var all: [Report.Result] { results }
}
