import AccordModel

extension Judge {
  /// Why a case without a rule that applies is not judged.
  static let nothingLooked =
    "No rule looked at anything: expected at least one rule that applies to the case's answers, "
    + "found none; check the case's expectation and the rules that are switched on."

  /// Why a case with a failed exchange is not judged.
  static func reason(_ failure: ExchangeFailure, _ index: Int, _ testCase: Case) -> String {
    let step = testCase.steps.count > 1 ? "\(name(index, testCase)): " : ""
    return step + failure.words
  }

  /// Why a step of a workflow was not run.
  static func reason(notRun failure: ExchangeFailure, _ index: Int, _ testCase: Case) -> String {
    "\(name(index, testCase)): \(failure.message)"
  }

  /// Why a step that calls a neighbour was not looked at.
  static func reason(
    _ absent: Neighbour,
    _ index: Int,
    _ testCase: Case,
    _ status: Int
  ) -> String {
    "\(name(index, testCase)): \(absent.absence(status))"
  }

  /// Why a case with too few exchanges is not judged.
  static func reason(missing index: Int, of testCase: Case) -> String {
    "\(name(index, testCase)): expected an exchange for each step, found none for this one."
  }

  /// Why a step of an unknown contract is not judged.
  static func reason(noContract id: Contract.ID, _ suite: ContractSuite) -> String {
    "The case calls the contract \(id), which the suite \(suite.id) does not have."
  }

  private static func name(_ index: Int, _ testCase: Case) -> String {
    "step \(index + 1) of \(testCase.steps.count) (\(testCase.steps[index].name))"
  }
}
