import AccordModel

/// One case of a life cycle, made of its steps.
struct LifeCycleSketch {
  let cycle: LifeCycle
  let scope: ContractScope
  let steps: LifeCycleSteps
  let name: [String]
  let title: String
  let clause: Clause

  /// Steps about other resources that are removed too.
  var others: [LifeCycleSteps] = []

  /// The steps that are refused, each with the promise that it is and the proof that it has to be as the
  /// end of "The request … ".
  var refusals: [(number: Int, clause: Clause, proof: String)] = []

  /// What is sent in the place of a step.
  var probe: (number: Int, step: CaseSketch.Step)?

  /// The case; `nil` where a step cannot be planned, which the lint says.
  var sketch: CaseSketch? {
    guard let endpoint = scope.routes.first else { return nil }
    let cleanUp = self.cleanUp
    let workflow = Workflow.workflow(
      "\(cycle.id) \(name.joined(separator: " "))",
      keeping: clause,
      steps: steps.steps,
      cleanUp: cleanUp
    )
    let draft = WorkflowDraft(workflow: workflow, suite: scope.suite)
    var planned = workflow.steps.compactMap(draft.step)
    let removing = cleanUp.compactMap(draft.step)
    guard planned.count == workflow.steps.count, removing.count == cleanUp.count else {
      return nil
    }
    for number in planned.indices where workflow.steps[number].id.hasPrefix("\(LifeCycle.maker) ") {
      planned[number].draft.tellApart()
    }
    for steps in [steps] + others {
      if let seeker = steps.seeker { planned[seeker].draft.sought = sought(by: steps) }
    }
    for refused in refusals {
      planned[refused.number].refuse(by: refused.clause, because: refused.proof)
    }
    if let probe { planned[probe.number] = probe.step }
    var assertions = steps.assertions
    for number in planned.indices {
      guard let combination = steps.combinations[number],
        let step = planned[number].combined(combination)
      else { continue }
      planned[number] = step
      // What is seen in a way that is only assumed is seen by an assumption.
      guard let premise = step.draft.premise(of: combination) else { continue }
      for index in assertions.indices where assertions[index].step == number {
        assertions[index].clause.basis = premise.basis
      }
    }
    return CaseSketch(
      origin: .lifeCycle,
      endpoint: endpoint,
      place: [],
      name: ["life-cycle", cycle.id] + name,
      title: title,
      steps: planned,
      workflow: workflow,
      assertions: assertions,
      cleanUp: removing,
      clauses: [clause] + steps.assertions.map(\.clause) + steps.shown + refusalClauses(planned),
      uses: givens
    )
  }

  /// The refusals that only the life cycle declares.
  private func refusalClauses(_ steps: [CaseSketch.Step]) -> [Clause] {
    let own = cycle.clauses
    return steps.flatMap { step -> [Clause] in
      guard case .refusal(let refusal, _) = step.outcome else { return [] }
      return ([refusal.refused, refusal.named] + refusal.headers.map(\.clause)).filter { clause in
        own.contains { $0.id == clause.id }
      }
    }
  }

  /// The steps that remove what was made, those of the last first.
  private var cleanUp: [Workflow.Step] {
    var number = 0
    return ([steps] + others).flatMap(\.cleanUp).map { step in
      var step = step
      number += 1
      step.id = "clean up \(number)"
      return step
    }
  }

  /// The live data that lists are looked through for.
  private func sought(by steps: LifeCycleSteps) -> Arguments {
    guard let given = steps.given else { return [:] }
    let names = cycle.views.compactMap(\.list?.name).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return Arguments(
      names.map { Arguments.Argument("\(given).\($0)", .given(given, field: $0)) }
    )
  }

  private var givens: [Given.ID] {
    // To look at a value does not use it up.
    guard case .given(let given) = cycle.origin,
      steps.steps.contains(where: { step in
        cycle.transitions.contains { $0.step.contract == step.contract }
      })
    else { return [] }
    let others = ([steps] + others).compactMap(\.given)
    return [given] + others.filter { $0 != given }
  }
}

extension CaseSketch.Step {
  /// Says why it has to be refused, and weighs it as the life cycle does.
  fileprivate mutating func refuse(by clause: Clause, because proof: String) {
    guard case .refusal(var refusal, _) = outcome else { return }
    if !clause.basis.isStated {
      refusal.refused.basis = clause.basis
      refusal.named.basis = clause.basis
    }
    outcome = .refusal(refusal, because: proof)
  }
}

extension RequestDraft {
  /// Gives texts that occur in no other exchange another beginning than in the same request before.
  fileprivate mutating func tellApart() {
    func other(_ operand: Operand) -> Operand {
      guard case .unique(let prefix, let suffix) = operand else { return operand }
      return .unique(prefix: prefix + "2", suffix: suffix)
    }
    for number in arguments.indices { arguments[number].value = other(arguments[number].value) }
    for number in fields.indices {
      guard case .value(let operand) = fields[number].value else { continue }
      fields[number].value = .value(other(operand))
    }
    guard case .value(let json, let open)? = content else { return }
    content = .value(json, open.map { .at($0.pointer, other($0.value)) })
  }
}
