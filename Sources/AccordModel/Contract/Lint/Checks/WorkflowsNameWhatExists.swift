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
      return unknown("workflow", [making.workflow], user, suite.workflows.map(\.id))
    }
    var evidence: [LintEvidence] = []
    if making.outputs.count != given.fields.count {
      evidence.append(
        .madeFields(given: given.id, fields: given.fields.count, outputs: making.outputs.count)
      )
    }
    for source in making.outputs {
      guard let step = workflow.step(source.step) else {
        evidence += unknown("step", [source.step], user, workflow.steps.map(\.id))
        continue
      }
      evidence += unknown("output", [source.output], user, step.outputs.map(\.name))
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
      evidence += calls(of: step, in: workflow, of: suite)
      evidence += uses(of: step, after: number, in: workflow)
    }
    for step in workflow.cleanUp {
      evidence += calls(of: step, in: workflow, of: suite)
      evidence += uses(of: step, after: workflow.steps.count, in: workflow)
    }
    if workflow.cleanUp.isEmpty, let maker = workflow.steps.first(where: { $0.makes(in: suite) }) {
      evidence.append(.noCleanUp(workflow: workflow.id, step: maker.id))
    }
    return evidence
  }

  /// What a step calls.
  private func calls(
    of step: Workflow.Step,
    in workflow: Workflow,
    of suite: ContractSuite
  ) -> [LintEvidence] {
    let user = Self.words(step, of: workflow)
    guard let contract = suite.contract(step.contract) else {
      return unknown("contract", [step.contract], user, suite.contracts.map(\.id))
    }
    var evidence = unknown(
      "route",
      [step.route].compactMap(\.self),
      user,
      contract.routes.map(\.name)
    )
    evidence += unknown(
      "example",
      [step.example].compactMap(\.self),
      user,
      contract.examples.map(\.name)
    )
    evidence += unknown("format", [step.format].compactMap(\.self), user, suite.formats.map(\.id))
    evidence += unknown("role", [step.role].compactMap(\.self), user, suite.roles.list.map(\.name))
    let ways = suite.negotiation?.queryNames ?? []
    evidence += unknown(
      "parameter",
      step.arguments.list.map(\.name),
      user,
      contract.parameters.map(\.name) + contract.versionQueryNames + ways
    )
    if let version = step.version, !contract.servedVersions.contains(version) {
      evidence.append(.versionWithoutRoute(version, user: user))
    }
    switch step.expectation {
    case .response(let name):
      let names = contract.responses.map { String($0.clause.id.dropFirst("response/".count)) }
      evidence += name == "success" ? [] : unknown("answer", [name], user, names)
    case .refused(let name):
      let names = contract.refusals.map { String($0.refused.id.dropLast("/refused".count)) }
      evidence += unknown("refusal", [name], user, names)
    case .asDocumented, .refusal, .statuses: break
    }
    if case .literal(let target)? = step.target, let text = target.string,
      let origin = URIReference(text).origin,
      !workflow.origins.contains(where: { URIReference($0).origin == origin })
    {
      evidence.append(.otherOrigin(origin, user: user))
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
        ? [.laterStep(name, user: user)] : unknown("step", [name], user, workflow.steps.map(\.id))
      evidence += found.filter { !evidence.contains($0) }
    }
    for use in step.uses {
      guard let giver = earlier.first(where: { $0.id == use.step }) else { continue }
      let user = "\(user), in what it takes from \(giver.id),"
      evidence += unknown("output", [use.output], user, giver.outputs.map(\.name))
    }
    return evidence
  }

  private static func words(_ step: Workflow.Step, of workflow: Workflow) -> String {
    "The step \"\(step.id)\" of the workflow \"\(workflow.id)\""
  }

  private func unknown(
    _ noun: String,
    _ names: [String],
    _ user: String,
    _ known: [String]
  ) -> [LintEvidence] {
    names.filter { !known.contains($0) }
      .map { .unknown(noun: noun, name: $0, user: user, known: known) }
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
