import AccordModel
import AccordOpenAPI
import AccordSchema

extension LifeCycleReader {
  mutating func origin() -> LifeCycle.Origin {
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

  mutating func cleanUp() -> [Workflow.Step]? {
    guard let setting = node["cleanUp"] else { return nil }
    var steps: [Workflow.Step] = []
    for value in SettingReader.each(setting) {
      if let contract = reader.contract(value) { noteIdentity(of: contract, [:], at: value) }
      steps.append(.step("clean up \(steps.count + 1)", value.string ?? ""))
    }
    return steps
  }

  /// Notes states that nothing leads to, and that nothing removes what is made.
  mutating func noteWays(of cycle: LifeCycle) {
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
}
