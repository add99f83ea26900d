import AccordSchema

/// Workflows call contracts of their suite, use outputs that earlier steps give, and remove what they
/// make.
struct WorkflowsNameWhatExists: LintCheck {
  let id = "workflows"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    suite.workflows.flatMap { workflow in
      evidence(of: workflow, in: suite).map { LintFinding($0, at: workflow.clause.source) }
    }
      + suite.givens.flatMap { given in
        evidence(of: given, in: suite).map { LintFinding($0, at: suite.source) }
      }
  }

  /// What is wrong with how values of a given are made.
  private func evidence(of given: Given, in suite: ContractSuite) -> [LintEvidence] {
    guard let making = given.making else { return [] }
    let user = "The given \"\(given.id)\""
    guard let workflow = suite.workflow(making.workflow) else {
      return LintEvidence.unknown("workflow", [making.workflow], user, suite.workflows.map(\.id))
    }
    var evidence: [LintEvidence] = []
    if making.outputs.count != given.fields.count {
      evidence.append(
        .madeFields(given: given.id, fields: given.fields.count, outputs: making.outputs.count)
      )
    }
    for source in making.outputs {
      guard let step = workflow.step(source.step) else {
        evidence += LintEvidence.unknown("step", [source.step], user, workflow.steps.map(\.id))
        continue
      }
      evidence += LintEvidence.unknown("output", [source.output], user, step.outputs.map(\.name))
    }
    return evidence
  }

  private func evidence(of workflow: Workflow, in suite: ContractSuite) -> [LintEvidence] {
    guard !workflow.steps.isEmpty else {
      return [.missing(part: "step of the workflow \(workflow.id)")]
    }
    var evidence = workflow.origins.filter { URIReference($0).origin == nil }
      .map { LintEvidence.noOrigin($0, workflow: workflow.id) }
    for (number, step) in workflow.steps.enumerated() {
      evidence += step.evidence(
        as: Self.words(step, of: workflow),
        to: workflow.origins,
        in: suite
      )
      evidence += uses(of: step, after: number, in: workflow)
    }
    for step in workflow.cleanUp {
      evidence += step.evidence(
        as: Self.words(step, of: workflow),
        to: workflow.origins,
        in: suite
      )
      evidence += uses(of: step, after: workflow.steps.count, in: workflow)
    }
    if workflow.cleanUp.isEmpty, workflow.leaves == nil,
      let maker = workflow.steps.first(where: { $0.makes(in: suite) })
    {
      evidence.append(.noCleanUp(workflow: workflow.id, step: maker.id))
    }
    return evidence
  }

  /// What a step takes from others; `number` is how many steps are sent before it.
  private func uses(
    of step: Workflow.Step,
    after number: Int,
    in workflow: Workflow
  ) -> [LintEvidence] {
    let user = Self.words(step, of: workflow)
    let earlier = workflow.steps.prefix(number)
    let names = step.uses.map(\.step) + step.dependsOn
    var evidence: [LintEvidence] = []
    for name in names where !earlier.contains(where: { $0.id == name }) {
      let isLater = workflow.step(name) != nil
      let found: [LintEvidence] =
        isLater
        ? [.laterStep(name, user: user)]
        : LintEvidence.unknown("step", [name], user, workflow.steps.map(\.id))
      evidence += found.filter { !evidence.contains($0) }
    }
    for use in step.uses {
      guard let giver = earlier.first(where: { $0.id == use.step }) else { continue }
      let user = "\(user), in what it takes from \(giver.id),"
      evidence += LintEvidence.unknown("output", [use.output], user, giver.outputs.map(\.name))
    }
    return evidence
  }

  private static func words(_ step: Workflow.Step, of workflow: Workflow) -> String {
    "The step \"\(step.id)\" of the workflow \"\(workflow.id)\""
  }
}

extension Workflow.Step {
  /// Whether it makes something that stays: its answer says that it was created, or where it is.
  fileprivate func makes(in suite: ContractSuite) -> Bool {
    guard let contract = suite.contract(contract) else { return false }
    let expected: ResponseRule?
    switch expectation {
    case .response(let name):
      expected = contract.responses.first { $0.clause.id == "response/\(name)" }
    case .asDocumented:
      let example = contract.examples.first { $0.name == self.example } ?? contract.examples.first
      guard case .response(let name)? = example?.outcome else { return false }
      let named = contract.responses.first { $0.clause.id == "response/\(name)" }
      expected = named ?? contract.responses.first
    case .refused, .refusal, .statuses: return false
    }
    guard let expected else { return false }
    let isPlaced = expected.headers.contains {
      $0.name.lowercased() == "location" && $0.presence == .required
    }
    return expected.statuses.lists(201) || isPlaced && (200..<300).contains(expected.statuses.first)
  }
}
