import AccordModel
import AccordSchema
import HTTPTypes

/// The requests of a workflow in the making.
struct WorkflowDraft: Sendable {
  let workflow: Workflow
  let suite: ContractSuite

  /// The case; `nil` where a step cannot be planned, which the lint says.
  var sketch: CaseSketch? {
    let steps = workflow.steps.compactMap(step)
    let cleanUp = workflow.cleanUp.compactMap(step)
    guard steps.count == workflow.steps.count, cleanUp.count == workflow.cleanUp.count,
      let first = steps.first
    else { return nil }
    return CaseSketch(
      origin: .workflow,
      endpoint: first.draft.endpoint,
      place: [],
      name: ["workflow", workflow.id],
      title: workflow.summary,
      steps: steps,
      workflow: workflow,
      cleanUp: cleanUp,
      clauses: workflow.clauses
    )
  }

  /// How a value of a given is made; `nil` where no workflow does, or where the lint says why not.
  static func setUp(of given: Given, in suite: ContractSuite) -> Plan.SetUp? {
    guard let making = given.making, let workflow = suite.workflow(making.workflow),
      let testCase = WorkflowDraft(workflow: workflow, suite: suite).sketch?.testCase
    else { return nil }
    let outputs = making.outputs.compactMap { workflow.output($0.output, of: $0.step) }
    guard outputs.count == given.fields.count else { return nil }
    return Plan.SetUp(of: given.id, by: testCase, giving: outputs)
  }

  /// A step with the request that it sends; `nil` where its contract, its route or its example is not
  /// there.
  func step(_ step: Workflow.Step) -> CaseSketch.Step? {
    guard var draft = draft(of: step), let outcome = outcome(of: step, draft) else { return nil }
    for argument in step.arguments.list { draft.set(argument.name, argument.value) }
    for header in step.headers.list {
      draft.fields.removeAll { $0.name.lowercased() == header.name.lowercased() }
      draft.fields.append(RequestTemplate.Field(header.name, .value(header.value)))
    }
    if let role = step.role { draft.credential = .valid(as: role) }
    draft.target = step.target
    draft.besideTarget = Set(step.arguments.list.map(\.name))
    setContent(of: step, on: &draft)
    return CaseSketch.Step(
      name: step.id,
      draft: draft,
      outcome: outcome,
      versionClause: draft.endpoint.route.version?.clause
    )
  }

  private func draft(of step: Workflow.Step) -> RequestDraft? {
    guard let contract = suite.contract(step.contract) else { return nil }
    let endpoints = ContractScope(suite: suite, contract: contract).endpoints.filter { endpoint in
      (step.route == nil || endpoint.route.name == step.route)
        && (step.version == nil || endpoint.version == step.version)
    }
    for endpoint in endpoints {
      let examples = endpoint.examples.filter { step.example == nil || $0.name == step.example }
      for example in examples where step.example != nil || example.isAnswered {
        guard var draft = RequestDraft(adapted(example, to: step), at: endpoint) else { continue }
        if let format = step.format.flatMap({ suite.format($0) }) { draft.ask(for: format) }
        return draft
      }
    }
    return nil
  }

  /// The example as the step has it: what another request gets says nothing of the example.
  private func adapted(_ example: Example, to step: Workflow.Step) -> Example {
    var example = example
    let isChanged =
      !step.arguments.list.isEmpty || !step.headers.list.isEmpty || step.body != nil
      || !step.bodyValues.isEmpty || step.content != nil || step.target != nil
    if isChanged { example.clause = workflow.clause }
    if let format = step.format { example.format = format }
    if case .response(let name) = step.expectation { example.outcome = .response(name) }
    return example
  }

  private func setContent(of step: Workflow.Step, on draft: inout RequestDraft) {
    switch step.content {
    // Those of an output are put in where the request is made.
    case .output?: draft.content = .bytes([])
    case .bytes(let bytes)?: draft.content = .bytes(bytes)
    case nil:
      guard step.body != nil || !step.bodyValues.isEmpty else { return }
      var (json, open) = (step.body ?? .object([]), step.bodyValues)
      if step.body == nil, case .value(let own, let others)? = draft.content {
        json = own
        open = others.filter { other in !open.contains { $0.pointer == other.pointer } } + open
      }
      draft.content = .value(json, open)
    }
  }

  private func outcome(
    of step: Workflow.Step,
    _ draft: RequestDraft
  ) -> Case.Expectation.Outcome? {
    let contract = draft.endpoint.contract
    let proof = "is the step \(step.id) of the workflow \(workflow.id), which is refused"
    switch step.expectation {
    case .asDocumented:
      guard case .refusal(let refusal) = draft.example.outcome else { return success(draft) }
      return .refusal(refusal, because: proof)
    case .response: return success(draft, isNamed: true)
    case .refused(let name):
      return contract.refusals.first { $0.refused.id == "\(name)/refused" }
        .map { .refusal($0, because: proof) }
    case .refusal(let refusal, let proof): return .refusal(refusal, because: proof)
    case .statuses(let statuses):
      var response = ResponseRule.status(.ok, .unspecified)
      response.statuses = statuses
      response.clause = workflow.clause
      response.contentClause = workflow.clause
      return .success(response)
    }
  }

  /// The response of the contract; what is an assumption in the workflow is one here too, and which answer
  /// comes is stated where the workflow names it.
  private func success(
    _ draft: RequestDraft,
    isNamed: Bool = false
  ) -> Case.Expectation.Outcome? {
    guard var response = draft.response else { return nil }
    let premises = [workflow.clause, draft.example.clause, draft.answerClause].compactMap(\.self)
    if let premise = premises.first(where: { !$0.basis.isStated }) {
      response.clause = premise
    } else if isNamed, !response.clause.basis.isStated {
      response.clause = workflow.clause
    }
    return .success(response)
  }
}

extension Example {
  /// Whether a right answer comes to it.
  fileprivate var isAnswered: Bool {
    if case .response = outcome { true } else { false }
  }
}

extension Workflow {
  /// An output by the number of its step.
  func output(_ name: String, of id: Step.ID) -> Output? {
    guard let number = steps.firstIndex(where: { $0.id == id }),
      let output = steps[number].outputs.first(where: { $0.name == name })
    else { return nil }
    return Output(output, of: id, ofStep: number)
  }

  /// A step's request with what its operands name by the numbers of the steps.
  func resolving(_ template: RequestTemplate, of step: Step) -> RequestTemplate {
    var template = template.mapping { operand in
      guard case .stepOutput(let name, let id) = operand else { return operand }
      return output(name, of: id).map(Operand.output) ?? operand
    }
    if case .output(let name, let id)? = step.content, let output = output(name, of: id) {
      template.body = .output(output)
    }
    return template
  }
}
