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

  /// The step that is refused, with the proof that it has to be as the end of "The request … ".
  var refused: Int?
  var proof: String?

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
    if let refused, let proof { planned[refused].refuse(by: clause, because: proof) }
    if let probe { planned[probe.number] = probe.step }
    return CaseSketch(
      origin: .lifeCycle,
      endpoint: endpoint,
      place: [],
      name: ["life-cycle", cycle.id] + name,
      title: title,
      steps: planned,
      workflow: workflow,
      assertions: steps.assertions,
      cleanUp: removing,
      clauses: [clause] + steps.assertions.map(\.clause) + refusalClauses(planned),
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

  private var givens: [Given.ID] {
    guard case .given(let given) = cycle.origin else { return [] }
    return [given]
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
