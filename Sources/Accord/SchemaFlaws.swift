/// The schemas of a suite's contracts that cannot be compiled.
///
/// No case sees most of them: no wrong value follows from the schema of a parameter that means
/// nothing. A contract that has one holds no case to all that it promises, so that none of its
/// cases conforms.
package struct SchemaFlaws: Sendable {
  private var messages: [Contract.ID: [String]] = [:]

  /// No flaws.
  package init() {}

  /// The flaws of a suite.
  package init(in suite: ContractSuite) {
    for problem in ContractLint().unusableSchemas(in: suite) {
      guard let contract = problem.contract else { continue }
      messages[contract, default: []].append(problem.message)
    }
  }

  /// The judgement of a case, which fails if it would pass though a schema of its contracts cannot
  /// be compiled.
  package func applied(to judgement: Judgement, of testCase: Case) -> Judgement {
    guard !messages.isEmpty else { return judgement }
    var contracts: [Contract.ID] = []
    for contract in [testCase.contract] + testCase.steps.map(\.contract)
    where !contracts.contains(contract) {
      contracts.append(contract)
    }
    let flaws = contracts.flatMap { messages[$0] ?? [] }
    guard !flaws.isEmpty else { return judgement }
    var judgement = judgement
    switch judgement.verdict {
    case .conforms, .notChecked:
      judgement.verdict = .failed(reason: flaws.joined(separator: " "))
    case .violates:
      judgement.notChecked += flaws.filter { flaw in
        !judgement.notChecked.contains { $0.hasSuffix(flaw) }
      }
    case .skipped, .failed, .notRun: break
    }
    return judgement
  }
}
