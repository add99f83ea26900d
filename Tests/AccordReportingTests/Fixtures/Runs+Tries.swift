import AccordModel

@testable import AccordReporting

extension Runs {
  private static let traced: Exchange = {
    var exchange = Runs.exchange
    exchange.request.fields.append(
      Field("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    )
    return exchange
  }()

  private static let broken = Report.Result(
    makeCase("v1", "example", "rename", origin: .example),
    exchanges: [traced],
    judgement: Judgement(.violates, violations: [violation], rules: ["error-name"])
  )

  private static let failed = Report.Result(
    makeCase("v1", "example", "rename", origin: .example),
    exchanges: [
      Exchange(
        request: request,
        outcome: .failed(ExchangeFailure(.reset, "The connection was reset."), partial: nil)
      )
    ],
    judgement: Judgement(.failed(reason: "The connection was reset."))
  )

  /// A report with cases that were tried again: one passes the third time, one never does, one is not tried again,
  /// and what one has to say when it passes is not all checked.
  static let tried: Report = {
    /// The tries of a case, which are all of that case.
    func trying(_ last: Report.Result, after earlier: [Report.Result]) -> Report.Result {
      var last = last
      last.earlierTries = earlier.map { one in
        var one = one
        one.testCase = last.testCase
        return one
      }
      return last
    }
    let unread = Report.Result(
      makeCase("v1", "format", "csv", "suffix", origin: .format),
      exchanges: [exchange],
      judgement: Judgement(
        .notChecked(reason: "Bodies in csv are not checked."),
        rules: ["status-is-declared"],
        notChecked: ["Bodies in csv are not checked."]
      )
    )
    var wrong = broken
    wrong.testCase = makeCase("v1", "header-missing", "x-token", origin: .omission)
    var once = failed
    once.testCase = makeCase("v2", "header-missing", "x-token", origin: .omission)
    once.retryHindrance = "It was not tried again: it may change something."
    return Report(
      suites: [
        Report.SuiteResult(
          suite: Pets.suite,
          subject: "https://pets.example",
          results: [
            trying(conforming.suites[0].results[0], after: [broken, failed]),
            trying(unread, after: [broken]), trying(wrong, after: [failed, broken]), once,
          ],
          notProvoked: []
        )
      ],
      settings: Report.Settings(seed: 1),
      version: "1.2.3"
    )
  }()
}
