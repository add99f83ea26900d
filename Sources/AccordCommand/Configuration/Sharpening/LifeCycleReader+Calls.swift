import AccordModel
import AccordOpenAPI
import AccordSchema

extension LifeCycleReader {
  /// A state that it has; ``LifeCycle/State/gone`` need not be listed where it is only looked at.
  mutating func state(
    _ name: String,
    at node: JSONNode,
    orGone: Bool = false
  ) -> LifeCycle.State {
    if !known.contains(name), !(orGone && name == LifeCycle.State.gone.description) {
      reader.note(.state(name, known: known), at: node)
    }
    return LifeCycle.State(name)
  }

  mutating func states(_ node: JSONNode?, orGone: Bool = false) -> [LifeCycle.State] {
    var found: [LifeCycle.State] = []
    for value in SettingReader.each(node) {
      if let name = value.string { found.append(state(name, at: value, orGone: orGone)) }
    }
    return found
  }

  mutating func transition(_ name: String, _ value: JSONNode) -> LifeCycle.Transition {
    let (file, line) = reader.source(of: value)
    let from = states(value["from"])
    let to = states(value["to"]).first ?? LifeCycle.State("")
    var transition = LifeCycle.Transition.transition(
      step(name, value, hasIdentity: true),
      to: to,
      fileID: file,
      line: line
    )
    transition.from = from
    return transition
  }

  mutating func step(
    _ name: String,
    _ value: JSONNode,
    hasIdentity: Bool
  ) -> Workflow.Step {
    let contract = reader.contract(value["call"])
    var arguments = Arguments()
    for (parameter, part) in value["arguments"].map({ Array($0.members) }) ?? [] {
      let part = (name: part.string ?? "", node: part)
      if !parts.contains(part.name) {
        reader.note(.identity(part.name, known: parts), at: part.node)
      }
      let known = contract?.parameters.map(\.name) ?? [parameter]
      if !known.contains(parameter) {
        reader.note(.parameter(parameter, known: known), at: part.node)
      }
      arguments.list.append(Arguments.Argument(parameter, .identity(part.name)))
    }
    if hasIdentity, let contract { noteIdentity(of: contract, arguments, at: value) }
    return .step(
      name,
      value["call"]?.string ?? "",
      as: reader.role(value["as"]),
      arguments: arguments,
      body: value["body"]?.value
    )
  }

  /// Notes a call that nothing tells which resource is meant.
  mutating func noteIdentity(
    of contract: Contract,
    _ arguments: Arguments,
    at node: JSONNode
  ) {
    let variables = contract.routes.first?.path.variables ?? []
    let isFound =
      !arguments.list.isEmpty || parts.contains(where: variables.contains)
      || parts.count == 1 && !variables.isEmpty
    guard !isFound, !parts.isEmpty else { return }
    reader.note(
      .noIdentity(operation: contract.name, known: contract.parameters.map(\.name)),
      at: node
    )
  }

  /// What states refuse of a call.
  mutating func expectations(
    _ value: JSONNode,
    orGone: Bool
  ) -> [(state: LifeCycle.State, expectation: Workflow.Step.Expectation)] {
    let contract = reader.contract(named: value["call"]?.string)
    var found: [(LifeCycle.State, Workflow.Step.Expectation)] = []
    for (name, answer) in value["refused"].map({ Array($0.members) }) ?? [] {
      let state = state(name, at: answer, orGone: orGone)
      if let place = answer.string, place.contains("/") {
        let known = contract?.refusals.map { $0.refused.id.dropLast("/refused".count) } ?? []
        if contract != nil, !known.contains(place[...]) {
          reader.note(.refusal(place, known: known.map(String.init)), at: answer)
        }
        found.append((state, .refused(place)))
      } else if let refusal = reader.refusal(answer) {
        let proof = "names \(subject.withArticle) that is \(name)"
        found.append((state, .refusal(refusal, because: proof)))
      }
    }
    return found
  }

  mutating func refused(_ name: String, _ value: JSONNode) -> [LifeCycle.Refused] {
    let (file, line) = reader.source(of: value)
    return expectations(value, orGone: true).map { state, expectation in
      .refused(name, in: state, by: expectation, fileID: file, line: line)
    }
  }
}
