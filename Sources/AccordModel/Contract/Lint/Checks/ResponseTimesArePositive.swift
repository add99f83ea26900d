/// A promised time is more than none: no answer takes less.
struct ResponseTimesArePositive: LintCheck {
  let id = "response-time"

  func findings(in suite: ContractSuite) -> [LintFinding] { findings(suite.responseTime) }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    findings(contract.responseTime)
  }

  private func findings(_ time: ResponseTime?) -> [LintFinding] {
    guard let time, ResponseTime.nanoseconds(time.limit) <= 0 else { return [] }
    return [LintFinding(.noTime(ResponseTime.words(time.limit)), at: time.clause.source)]
  }
}
