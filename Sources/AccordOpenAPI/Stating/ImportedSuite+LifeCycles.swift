public import AccordModel

extension ImportedSuite {
  /// The same with life cycles whose steps call operations by the names that
  /// ``contract(ofOperation:)`` knows.
  ///
  /// Where a step of a transition or a read names no part of the identity, the variable of its path is it that has
  /// the same name, else the last one. What was inferred of the operation that makes the resource is left out.
  ///
  /// - Throws: ``UnmatchedSetting`` for the first operation that is not there.
  public func stating(lifeCycles: [LifeCycle]) throws(UnmatchedSetting) -> ImportedSuite {
    var suite = suite
    var gone: [Inference] = []
    let operations = operations
    for cycle in lifeCycles {
      let cycle = try resolved(cycle, operations)
      suite.lifeCycles.removeAll { $0.id == cycle.id }
      suite.lifeCycles.append(cycle)
      guard case .made(let step) = cycle.origin else { continue }
      // What is stated stands in place of what is assumed.
      suite.workflows.removeAll { workflow in
        guard workflow.steps.first?.contract == step.contract,
          let life = lives.first(where: { $0.sentence == workflow.clause.basis.reason })
        else { return false }
        gone.append(life)
        return true
      }
    }
    return replacing(suite, besides: gone)
  }

  private func resolved(
    _ cycle: LifeCycle,
    _ operations: OperationIndex
  ) throws(UnmatchedSetting) -> LifeCycle {
    func called(_ step: Workflow.Step) throws(UnmatchedSetting) -> Workflow.Step {
      guard let contract = operations[step.contract] else {
        throw .operation(step.contract, known: operations.names)
      }
      var step = step
      step.contract = contract
      return step
    }
    var resolved = cycle
    let parts = identity(of: cycle)
    if case .made(let step) = cycle.origin { resolved.origin = .made(try called(step)) }
    for index in cycle.transitions.indices {
      let step = try called(cycle.transitions[index].step)
      resolved.transitions[index].step = identified(step, by: parts)
    }
    for index in cycle.views.indices {
      let step = try called(cycle.views[index].step)
      let isList = cycle.views[index].list != nil
      resolved.views[index].step = isList ? step : identified(step, by: parts)
    }
    guard let cleanUp = cycle.cleanUp else { return resolved }
    var steps: [Workflow.Step] = []
    for step in cleanUp { steps.append(identified(try called(step), by: parts)) }
    resolved.cleanUp = steps
    return resolved
  }

  /// The names of what tells the resource of a life cycle from others.
  private func identity(of cycle: LifeCycle) -> [String] {
    switch cycle.origin {
    case .made(let step): step.outputs.map(\.name)
    case .given(let name): suite.given(name)?.fields.map(\.name) ?? []
    }
  }

  /// A step with the parts of the identity in the variables of its path, where it has none of them yet.
  private func identified(_ step: Workflow.Step, by parts: [String]) -> Workflow.Step {
    guard !step.uses.contains(where: { $0.step == LifeCycle.maker }),
      let path = suite.contract(step.contract)?.routes.first?.path
    else { return step }
    var step = step
    let named = parts.filter(path.variables.contains)
    for part in named {
      step.arguments.list.append(Arguments.Argument(part, .identity(part)))
    }
    if named.isEmpty, let part = parts.first, parts.count == 1, let variable = path.variables.last {
      step.arguments.list.append(Arguments.Argument(variable, .identity(part)))
    }
    return step
  }
}
