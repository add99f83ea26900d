/// The schemas of a suite's contracts that cannot be compiled.
///
/// No case sees most of them: no wrong value follows from the schema of a parameter that means
/// nothing. A contract that has one holds no case to all that it promises, so that none of its
/// cases conforms.
package struct SchemaFlaws: Sendable {
  private struct Flaw {
    var message: String
    var cause: Judgement.Cause
  }

  private var known: [Contract.ID: [Flaw]] = [:]

  /// No flaws.
  package init() {}

  /// The flaws of a suite.
  package init(in suite: ContractSuite) {
    for problem in ContractLint().unusableSchemas(in: suite) {
      guard let contract = problem.contract, case .schema(let owner, let error) = problem.evidence
      else { continue }
      let cause = Judgement.Cause.schema(error, owner: owner)
      known[contract, default: []].append(Flaw(message: problem.message, cause: cause))
    }
  }

  /// The judgement of a case, which fails if it would pass though a schema of its contracts cannot
  /// be compiled.
  package func applied(to judgement: Judgement, of testCase: Case) -> Judgement {
    guard !known.isEmpty else { return judgement }
    var contracts: [Contract.ID] = []
    for contract in [testCase.contract] + testCase.steps.map(\.contract)
    where !contracts.contains(contract) {
      contracts.append(contract)
    }
    let flaws = contracts.flatMap { known[$0] ?? [] }
    guard !flaws.isEmpty else { return judgement }
    var judgement = judgement
    switch judgement.verdict {
    case .conforms, .notChecked:
      judgement.verdict = .failed(reason: flaws.map(\.message).joined(separator: " "))
      judgement.causes += flaws.map(\.cause)
    case .violates:
      // A rule may have met one of them already.
      let unsaid = flaws.filter { !judgement.causes.contains($0.cause) }
      judgement.notChecked += unsaid.map(\.message)
      judgement.causes += unsaid.map(\.cause)
    case .skipped, .failed, .notRun: break
    }
    return judgement
  }
}
