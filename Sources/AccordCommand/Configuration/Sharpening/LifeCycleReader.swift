import AccordModel
import AccordOpenAPI
import AccordSchema

/// Reads one life cycle, and notes what it names that is not there.
struct LifeCycleReader {
  private(set) var reader: SettingReader
  let node: JSONNode

  /// The states that it has.
  private let known: [String]

  /// The parts of what tells one resource from others.
  private var parts: [String] = []

  private var subject = ""

  init(_ reader: SettingReader, _ node: JSONNode) {
    self.reader = reader
    self.node = node
    known = SettingReader.each(node["states"]).compactMap(\.string)
  }

  /// The life cycle; where something was noted it means nothing.
  mutating func lifeCycle(_ id: String) -> LifeCycle {
    subject = node["of"]?.string ?? id
    let origin = origin()
    var transitions: [LifeCycle.Transition] = []
    var refusals: [LifeCycle.Refused] = []
    for (name, value) in node["transitions"].map({ Array($0.members) }) ?? [] {
      transitions.append(transition(name, value))
      refusals += refused(name, value)
    }
    var views: [LifeCycle.View] = []
    for (name, value) in node["views"].map({ Array($0.members) }) ?? [] {
      views.append(view(name, value))
    }
    let cleanUp = cleanUp()
    let (file, line) = reader.source(of: node)
    let cycle = LifeCycle.lifeCycle(
      id,
      of: subject,
      states: known.map { LifeCycle.State($0) },
      from: origin,
      transitions: transitions,
      refusals: refusals,
      views: views,
      cleanUp: cleanUp,
      fileID: file,
      line: line
    )
    noteWays(of: cycle)
    return cycle
  }

  // MARK: - Where it begins and ends

  private mutating func origin() -> LifeCycle.Origin {
    if let made = node["made"], node["given"] == nil {
      _ = reader.contract(made["call"])
      let identity = made["identity"]
      var outputs: [Workflow.StepOutput] = []
      if let pointer = SettingReader.pointer(identity) {
        outputs.append(.output("id", .body(pointer)))
      }
      for (name, value) in identity?.members.map({ ($0.key, $0.node) }) ?? [] {
        if let pointer = SettingReader.pointer(value) {
          outputs.append(.output(name, .body(pointer)))
        }
      }
      parts = outputs.map(\.name)
      let step = Workflow.Step.step(
        "make",
        made["call"]?.string ?? "",
        as: reader.role(made["as"]),
        body: made["body"]?.value,
        outputs: outputs
      )
      return .made(step)
    }
    guard let given = node["given"], let name = given.string, node["made"] == nil else {
      reader.note(.noOrigin, at: node)
      return .given("")
    }
    let known = reader.imported.suite.givens
    guard let found = reader.imported.suite.given(name) else {
      reader.note(.given(name, known: known.map(\.id)), at: given)
      return .given(name)
    }
    parts = found.fields.map(\.name)
    return .given(name)
  }

  private mutating func cleanUp() -> [Workflow.Step]? {
    guard let setting = node["cleanUp"] else { return nil }
    var steps: [Workflow.Step] = []
    for value in SettingReader.each(setting) {
      if let contract = reader.contract(value) { noteIdentity(of: contract, [:], at: value) }
      steps.append(.step("clean up \(steps.count + 1)", value.string ?? ""))
    }
    return steps
  }

  /// Notes states that nothing leads to, and that nothing removes what is made.
  private mutating func noteWays(of cycle: LifeCycle) {
    // Where a transition names no state, nothing is known of the way.
    let named = cycle.transitions.flatMap { $0.from + [$0.to] }
    let isKnown = named.allSatisfy { known.contains($0.description) }
    for state in SettingReader.each(node["states"]) where isKnown {
      guard let name = state.string else { continue }
      if cycle.way(from: cycle.initial, to: { $0.description == name }) == nil {
        reader.note(.unreached(state: name), at: state)
      }
    }
    let isRemoved = cycle.transitions.contains { $0.to == .gone }
    if cycle.isMade, cycle.cleanUp == nil, !isRemoved { reader.note(.noRemoval, at: node) }
  }

  // MARK: - Calls

  /// A state that it has; ``LifeCycle/State/gone`` need not be listed where it is only looked at.
  private mutating func state(
    _ name: String,
    at node: JSONNode,
    orGone: Bool = false
  ) -> LifeCycle.State {
    if !known.contains(name), !(orGone && name == LifeCycle.State.gone.description) {
      reader.note(.state(name, known: known), at: node)
    }
    return LifeCycle.State(name)
  }

  private mutating func states(_ node: JSONNode?, orGone: Bool = false) -> [LifeCycle.State] {
    var found: [LifeCycle.State] = []
    for value in SettingReader.each(node) {
      if let name = value.string { found.append(state(name, at: value, orGone: orGone)) }
    }
    return found
  }

  private mutating func transition(_ name: String, _ value: JSONNode) -> LifeCycle.Transition {
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

  private mutating func step(
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
  private mutating func noteIdentity(
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
  private mutating func expectations(
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

  private mutating func refused(_ name: String, _ value: JSONNode) -> [LifeCycle.Refused] {
    let (file, line) = reader.source(of: value)
    return expectations(value, orGone: true).map { state, expectation in
      .refused(name, in: state, by: expectation, fileID: file, line: line)
    }
  }

  // MARK: - Views

  private mutating func view(_ name: String, _ value: JSONNode) -> LifeCycle.View {
    let (file, line) = reader.source(of: value)
    var shown: [LifeCycle.View.Value] = []
    for (state, node) in value["values"].map({ Array($0.members) }) ?? [] {
      shown.append(.value(node.value, for: self.state(state, at: node)))
    }
    let place = SettingReader.pointer(value["state"])
    let open = states(value["leavesOpen"], orGone: true)
    let ignored = SettingReader.each(value["ignoring"]).compactMap { SettingReader.pointer($0) }
    let items = SettingReader.pointer(value["items"])
    let step = step(name, value, hasIdentity: items == nil)
    let hidden = expectations(value, orGone: true)
    var view: LifeCycle.View
    if let items {
      view = .list(
        step,
        items: items,
        identity: SettingReader.pointer(value["identity"]) ?? .root,
        named: parts.first ?? "id",
        state: place,
        values: shown,
        leavesOpen: open,
        ignoring: ignored,
        fileID: file,
        line: line
      )
      if let omitted = value["omits"] { view.omits = states(omitted, orGone: true) }
    } else {
      view = .read(
        step,
        state: place,
        values: shown,
        leavesOpen: open,
        ignoring: ignored,
        fileID: file,
        line: line
      )
    }
    view.refusals = hidden.map { .hidden(in: $0.state, by: $0.expectation) }
    return view
  }
}
