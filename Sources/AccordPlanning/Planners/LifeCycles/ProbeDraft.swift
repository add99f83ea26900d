import AccordModel
import AccordSchema

/// The wrong requests of all planners to change a resource, each of which leaves it as it was.
struct ProbeDraft {
  let cycle: LifeCycle
  let scope: ContractScope
  let planners: [any OriginPlanner]

  var sketches: [CaseSketch] {
    var known: Set<Call> = []
    var routes: Set<Call> = []
    return cycle.transitions.filter { known.insert(Call($0.step)).inserted }
      .flatMap { transition -> [CaseSketch] in
        guard let contract = scope.suite.contract(transition.step.contract),
          let way = cycle.ways.first(where: { transition.from.contains($0.state) })?.way
        else { return [] }
        let call = Call(transition.step)
        let isFirst = routes.insert(call.inAnyVersion).inserted
        // One wrong thing in one place: each begins with a resource of its own.
        let own = ContractScope(
          suite: scope.suite,
          contract: contract,
          options: PlanOptions(depth: .quick)
        )
        return planners.flatMap { $0.sketches(in: own) }
          .filter { call.isMade(at: $0.endpoint, isFirst: isFirst) }
          .compactMap { sketch(of: $0, transition, way) }
      }
  }

  /// What a transition calls.
  private struct Call: Hashable {
    let contract: Contract.ID
    let route: String?
    var version: Int?

    var inAnyVersion: Call {
      var call = self
      call.version = nil
      return call
    }

    init(_ step: Workflow.Step) {
      (contract, route, version) = (step.contract, step.route, step.version)
    }

    /// Whether a request to an endpoint may be one of its own that is wrong; that to a version that is not
    /// served is one of the first of those that differ in nothing else.
    func isMade(at endpoint: Endpoint, isFirst: Bool) -> Bool {
      guard (route ?? endpoint.route.name) == endpoint.route.name else { return false }
      guard let version else { return true }
      let served = endpoint.route.version?.served ?? []
      guard let other = endpoint.version, served.contains(other) else { return isFirst }
      return version == other
    }
  }

  private func sketch(
    of probe: CaseSketch,
    _ transition: LifeCycle.Transition,
    _ way: [LifeCycle.Transition]
  ) -> CaseSketch? {
    guard probe.steps.count == 1, probe.relation == nil, var wrong = probe.steps.first,
      case .refusal(let refusal, _) = wrong.outcome
    else { return nil }
    var steps = LifeCycleSteps(of: cycle)
    for transition in way { steps.take(transition) }
    let looks = steps.look()
    let number = steps.call(transition.step, expecting: .asDocumented)
    wrong.name = steps.steps[number].id
    wrong.draft.name(steps.steps[number])
    var clause = cycle.unchanged
    if clause.basis.isStated { clause.basis = refusal.refused.basis }
    steps.lookAgain(looks, because: .refusal, by: clause)
    guard !steps.assertions.allSatisfy(\.mayCome) else { return nil }
    var sketch = LifeCycleSketch(
      cycle: cycle,
      scope: scope,
      steps: steps,
      name: [transition.step.id, "wrong"] + probe.place + probe.name,
      title: "\(cycle.subject.withCapitalArticle) is as it was: \(probe.title)",
      clause: clause
    )
    sketch.probe = (number, wrong)
    return sketch.sketch
  }
}

extension RequestDraft {
  /// Puts the resource that a step is about in the place of that of the example; a value that is wrong
  /// stays.
  fileprivate mutating func name(_ step: Workflow.Step) {
    // What an example names that is refused may be what is wrong with it.
    let isRefused = if case .refusal = example.outcome { true } else { false }
    guard let usual = isRefused ? endpoint.base : RequestDraft(example, at: endpoint) else {
      return
    }
    for argument in step.arguments.list {
      let sent = arguments.filter { $0.name == argument.name }
      guard !sent.isEmpty, sent == usual.arguments.filter({ $0.name == argument.name }) else {
        continue
      }
      set(argument.name, argument.value)
    }
    for header in step.headers.list {
      func isMeant(_ field: RequestTemplate.Field) -> Bool {
        field.name.lowercased() == header.name.lowercased()
      }
      // One that is left out, or has another value than usual, may be what is wrong.
      guard let place = fields.firstIndex(where: isMeant),
        fields[place] == usual.fields.first(where: isMeant)
      else { continue }
      fields[place].value = .value(header.value)
    }
    guard case .value(let json, let open)? = content, case .value(let base, _)? = usual.content,
      step.body == nil
    else { return }
    let known = step.bodyValues.filter { value in
      json[value.pointer] != nil && json[value.pointer] == base[value.pointer]
        && !open.contains { $0.pointer == value.pointer }
    }
    content = .value(json, open + known)
  }
}
