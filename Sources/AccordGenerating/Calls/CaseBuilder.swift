import AccordModel
import AccordPlanning
import AccordSchema
import HTTPTypes

/// Makes cases of calls, each with its proof: that the schemas admit the request, or that one keyword of
/// theirs alone does not hold.
struct CaseBuilder: Sendable {
  let suite: ContractSuite
  private let contracts: [Contract.ID: ContractCalls]

  /// A builder for the contracts of a suite that are meant.
  init(_ suite: ContractSuite, where isMeant: (Contract) -> Bool = { _ in true }) {
    self.suite = suite
    var contracts: [Contract.ID: ContractCalls] = [:]
    for contract in suite.contracts where isMeant(contract) {
      contracts[contract.id] = ContractCalls(contract, in: suite)
    }
    self.contracts = contracts
  }

  /// What the calls of a contract are made from; `nil` where it is not meant.
  func calls(of contract: Contract.ID) -> ContractCalls? { contracts[contract] }

  /// The case of a call.
  func testCase(_ call: GeneratedCall) throws(ReplayProblem) -> Case {
    guard let calls = contracts[call.contract] else {
      throw .unknownContract(call.contract, suite: suite.id)
    }
    var testCase: Case
    let name: String
    switch call.kind {
    case .sequence(let cycle, let names):
      (testCase, name) = (try sequence(cycle, names, calls), "sequence")
    case .request(let request):
      (testCase, name) = (
        try self.request(request, calls), request.fault == nil ? "valid" : "invalid"
      )
    }
    let digits = ReplayToken(call)?.name ?? "long"
    testCase.id = CaseID([suite.id, call.contract, "generated", "\(name)-\(digits)"])
    testCase.origin = .generated
    return testCase
  }

  private func sequence(
    _ cycle: LifeCycle.ID,
    _ names: [Workflow.Step.ID],
    _ calls: ContractCalls
  ) throws(ReplayProblem) -> Case {
    guard let sequence = calls.cycles.first(where: { $0.id == cycle })?.sequence else {
      throw .unknownLifeCycle(cycle, suite: suite.id)
    }
    guard let testCase = sequence.testCase(names) else {
      throw .unknownCalls(names, lifeCycle: cycle)
    }
    return testCase
  }

  private func request(
    _ request: GeneratedRequest,
    _ calls: ContractCalls
  ) throws(ReplayProblem) -> Case {
    let contract = calls.contract
    guard let base = calls.base(of: request) else {
      throw .unknownRequest(
        example: request.example,
        route: request.route,
        version: request.version,
        contract: contract.id
      )
    }
    guard base.isHarmless else { throw .changesOthers(contract: contract.id) }
    var draft = base.draft
    for setting in request.settings {
      guard calls.parameters.contains(where: { $0.name == setting.parameter }) else {
        throw .unknownParameter(setting.parameter, contract: contract.id)
      }
      if let value = setting.value {
        draft.set(setting.parameter, to: .literal(value))
      } else {
        draft.remove(setting.parameter)
      }
    }
    if let body = request.body { draft.body = body }
    let proof = RequestProof(request, base, calls)
    guard let fault = request.fault else {
      guard proof.isValid else {
        throw .notProven(contract: contract.id, wanted: "it is right")
      }
      return valid(draft, proof, contract)
    }
    guard let refusal = proof.refusal else {
      throw .notProven(contract: contract.id, wanted: "\(fault.keyword) alone does not hold")
    }
    var testCase = draft.refused(
      "invalid",
      "A generated request of which \(fault.words) is refused with \(refusal.answerWords).",
      by: refusal,
      because: "is one of which \(fault.words)"
    )
    testCase.clauses += [contract.body?.clause.id].compactMap(\.self).filter {
      !testCase.clauses.contains($0)
    }
    return testCase
  }

  private func valid(_ draft: CaseDraft, _ proof: RequestProof, _ contract: Contract) -> Case {
    var testCase = draft.answered(
      "valid",
      "A generated request that the schemas admit is answered as documented."
    )
    guard case .success(let response)? = testCase.steps.first?.expectation.outcome else {
      return testCase
    }
    // A value may choose among the answers; one that the schema leaves open may name nothing.
    var others = contract.responses.filter { other in
      other.clause.id != response.clause.id
        && !other.statuses.all.allSatisfy(response.statuses.contains)
    }
    if proof.mayNameNothing {
      others += contract.otherwise.filter { rule in
        rule.statuses.all.allSatisfy { (400...499).contains($0) }
      }
      others += suite.namedErrors(of: contract, because: response.clause)
    }
    let known = testCase.steps[0].expectation.otherResponses
    testCase.steps[0].expectation.otherResponses += others.filter { !known.contains($0) }
    return testCase
  }
}

extension GeneratedRequest.Fault {
  /// What is wrong, as a clause of a sentence.
  var words: String {
    switch place {
    case .body(let pointer):
      "\(keyword) does not hold \(pointer.isRoot ? "of the body" : "at \(pointer)")"
    case .parameter(let name): "\(keyword) does not hold of \(name)"
    }
  }
}

extension ContractSuite {
  /// The answers that the errors of the list of a contract are, by their statuses alone.
  fileprivate func namedErrors(of contract: Contract, because clause: Clause) -> [ResponseRule] {
    let statuses = contract.errors.compactMap { errors[$0.name]?.statuses }.flatMap(\.all)
      .filter { (400...499).contains($0) }
    guard !statuses.isEmpty else { return [] }
    var rule = ResponseRule.status(.badRequest, .unspecified)
    rule.statuses = .anyOf(Array(Set(statuses)).sorted())
    rule.clause = clause
    rule.contentClause = clause
    return [rule]
  }
}
