import AccordModel

/// The cases of a life cycle in the making.
struct LifeCycleDraft {
  /// The most cases of two transitions one after the other.
  static let mostPairs = 64

  let cycle: LifeCycle
  let scope: ContractScope

  /// The cases, in the order of what they show.
  var sketches: [CaseSketch] {
    (beginning + transitions + refusals + pairs + repetitions + apart).compactMap(\.self)
  }

  // MARK: - What is shown

  /// A new one is in its first state.
  private var beginning: [CaseSketch?] {
    var steps = LifeCycleSteps(of: cycle)
    steps.look()
    let name = cycle.isMade ? LifeCycle.maker : "given"
    return [sketch(steps, [name], cycle.clause.sentence, by: cycle.clause)]
  }

  /// Every transition from every state.
  private var transitions: [CaseSketch?] {
    cycle.ways.flatMap { state, way in
      cycle.transitions.filter { $0.from.contains(state) }.map { transition in
        var steps = begin(way)
        steps.take(transition)
        steps.look()
        steps.lookOtherwise(otherWays)
        return sketch(
          steps,
          [transition.step.id, "in", "\(state)"],
          "\(cycle.subject.withCapitalArticle) that is \(state) is \(transition.to) after \(transition.step.id).",
          by: transition.clause
        )
      }
    }
  }

  /// Every call in every state that refuses it.
  private var refusals: [CaseSketch?] {
    cycle.ways.flatMap { state, way in
      cycle.refusals.filter { $0.states.contains(state) }.map { refused -> CaseSketch? in
        guard let transition = cycle.transition(refused.transition) else { return nil }
        var steps = begin(way)
        let looks = steps.look()
        let number = steps.call(transition.step, expecting: refused.expectation)
        let clause = level(of: refused)
        steps.lookAgain(looks, because: .refusal, by: clause)
        return sketch(
          steps,
          [transition.step.id, "refused-in", "\(state)"],
          "\(transition.step.id) of \(cycle.subject.withArticle) that is \(state) is refused, and "
            + "changes nothing.",
          by: clause,
          refusedIn: number,
          because: "is \(transition.step.id) of \(cycle.subject.withArticle) that is \(state)"
        )
      }
    }
  }

  /// Transitions one after the other that no shortest way has.
  private var pairs: [CaseSketch?] {
    var pairs: [CaseSketch?] = []
    for (state, way) in cycle.ways {
      for first in cycle.transitions where first.from.contains(state) {
        let usual = cycle.way(from: cycle.initial) { $0 == first.to } ?? []
        guard usual != way + [first] else { continue }
        for second in cycle.transitions where second.from.contains(first.to) {
          guard pairs.count < Self.mostPairs else { return pairs }
          var steps = begin(way)
          steps.take(first)
          steps.take(second)
          steps.look()
          let names = "\(first.step.id) and then \(second.step.id)"
          pairs.append(
            sketch(
              steps,
              [first.step.id, "then", second.step.id, "in", "\(state)"],
              "\(cycle.subject.withCapitalArticle) that is \(state) is \(second.to) after \(names).",
              by: second.clause
            )
          )
        }
      }
    }
    return pairs
  }

  /// Transitions that are repeated.
  private var repetitions: [CaseSketch?] {
    cycle.ways.flatMap { state, way in
      cycle.transitions.filter { $0.from.contains(state) }.map { transition -> CaseSketch? in
        guard let repeated = transition.repeated else { return nil }
        var steps = begin(way)
        steps.take(transition)
        let looks = steps.look()
        steps.call(transition.step, expecting: repeated)
        steps.lookAgain(looks, because: .repetition, by: transition.repetition)
        return sketch(
          steps,
          [transition.step.id, "repeated-in", "\(state)"],
          "To repeat \(transition.step.id) of \(cycle.subject.withArticle) that was \(state) changes "
            + "nothing.",
          by: transition.repetition
        )
      }
    }
  }

  /// Two side by side, of which one is changed.
  private var apart: [CaseSketch?] { [making] + cycle.transitions.map(apart) }

  /// Another one is made, which shows on none that was there.
  private var making: CaseSketch? {
    guard cycle.isMade else { return nil }
    var first = LifeCycleSteps(of: cycle)
    let looks = first.look()
    let second = first.other()
    first.lookAgain(looks, because: .other, by: cycle.apart)
    return sketch(
      first,
      ["make", "apart"],
      "To make \(cycle.subject.withArticle) shows on no other.",
      by: cycle.apart,
      besides: [second]
    )
  }

  /// A transition of one shows on no other.
  private func apart(_ transition: LifeCycle.Transition) -> CaseSketch? {
    guard let state = cycle.ways.first(where: { transition.from.contains($0.state) }) else {
      return nil
    }
    var steps = begin(state.way)
    var other = steps.other()
    let looks = other.look()
    steps.resume(after: other)
    steps.take(transition)
    other.resume(after: steps)
    other.lookAgain(looks, because: .other, by: cycle.apart)
    guard !other.assertions.allSatisfy(\.mayCome) else { return nil }
    steps.resume(after: other)
    steps.look()
    other.resume(after: steps)
    return sketch(
      other,
      [transition.step.id, "apart"],
      "\(transition.step.id) of one \(cycle.subject) shows on no other.",
      by: cycle.apart,
      besides: [steps]
    )
  }

  // MARK: - Cases

  /// The other methods and formats, paired, in which the views may be asked for; of pages that lead from one to
  /// the next only the usual ones lead on, and who waits for a view asks again as often as it takes.
  private var otherWays: [Workflow.Step.ID: [Combination]] {
    guard scope.options.depth != .quick, cycle.delay == nil else { return [:] }
    var ways: [Workflow.Step.ID: [Combination]] = [:]
    for view in cycle.views where view.list?.next == nil {
      let alone = Workflow.workflow(
        view.step.id,
        keeping: cycle.clause,
        steps: [view.step],
        cleanUp: []
      )
      let planned = WorkflowDraft(workflow: alone, suite: scope.suite).step(view.step)
      guard let planned, planned.isSuccess, !planned.mayChangeState else { continue }
      ways[view.step.id] = Combination.of(
        planned.draft.otherMethods,
        planned.otherFormats,
        turn: ways.count,
        isThorough: false
      )
    }
    return ways
  }

  private func begin(_ way: [LifeCycle.Transition]) -> LifeCycleSteps {
    var steps = LifeCycleSteps(of: cycle)
    for transition in way { steps.take(transition) }
    return steps
  }

  /// The clause of a refusal, which weighs no more than that the contract refuses the call.
  func level(of refused: LifeCycle.Refused) -> Clause {
    guard refused.clause.basis.isStated,
      case .refused(let name) = refused.expectation,
      let contract = cycle.transition(refused.transition).flatMap({
        scope.suite.contract($0.step.contract)
      }),
      let refusal = contract.refusals.first(where: { $0.refused.id == "\(name)/refused" })
    else { return refused.clause }
    var clause = refused.clause
    clause.basis = refusal.refused.basis
    return clause
  }

  private func sketch(
    _ steps: LifeCycleSteps,
    _ name: [String],
    _ title: String,
    by clause: Clause,
    refusedIn number: Int? = nil,
    because proof: String? = nil,
    besides others: [LifeCycleSteps] = []
  ) -> CaseSketch? {
    var sketch = LifeCycleSketch(
      cycle: cycle,
      scope: scope,
      steps: steps,
      name: name,
      title: title,
      clause: clause
    )
    sketch.others = others
    if let number, let proof { sketch.refusals = [(number, clause, proof)] }
    return sketch.sketch
  }
}
