import AccordModel
import AccordSchema
import HTTPTypes

/// Finds how what the steps of a workflow make is removed.
struct WorkflowCleanUp {
  /// The steps, with the outputs that are needed.
  private(set) var steps: [Workflow.Step]

  /// The steps that remove what the others made.
  private(set) var cleanUp: [Workflow.Step] = []

  /// Why something stays.
  private(set) var leaves: String?

  private let suite: ContractSuite

  init(_ steps: [Workflow.Step], of suite: ContractSuite) {
    self.steps = steps
    self.suite = suite
    for index in steps.indices {
      guard let maker = suite.contract(steps[index].contract), makes(steps[index], maker) else {
        continue
      }
      if let step = removal(of: index, made: maker) {
        cleanUp.insert(step, at: 0)
      } else if leaves == nil {
        leaves =
          "No operation of the document is known to remove what the step \(steps[index].id) makes."
      }
    }
    // What stays beside what is removed is no lack of clean-up.
    if !cleanUp.isEmpty { leaves = nil }
  }

  /// Whether a step makes something that stays, by its answer.
  private func makes(_ step: Workflow.Step, _ contract: Contract) -> Bool {
    guard contract.effect != .readOnly else { return false }
    let expected: ResponseRule?
    switch step.expectation {
    case .response(let name): expected = contract.responses.first { $0.name == name }
    case .asDocumented: expected = contract.responses.first
    case .statuses(let statuses): return statuses.lists(201)
    case .refused, .refusal: return false
    }
    guard let expected else { return false }
    let isPlaced = expected.headers.contains {
      $0.name.lowercased() == "location" && $0.presence == .required
    }
    return expected.statuses.lists(201) || isPlaced && (200..<300).contains(expected.statuses.first)
  }

  private mutating func removal(of index: Int, made maker: Contract) -> Workflow.Step? {
    guard let path = maker.routes.first?.path.description else { return nil }
    for remover in suite.contracts {
      guard let route = remover.routes.first, route.methods.probed.contains(.delete) else {
        continue
      }
      let own = route.path.description
      var arguments = steps[index].arguments.list.filter { route.path.variables.contains($0.name) }
      if own != path {
        guard own.hasPrefix(path + "/{"), own.hasSuffix("}"),
          !own.dropFirst(path.count + 2).contains("/"), let variable = route.path.variables.last,
          let value = identity(of: index, for: variable, of: remover, made: maker)
        else { continue }
        arguments.append(Arguments.Argument(variable, value))
      }
      return .step(
        "clean up \(steps[index].id)",
        remover.id,
        arguments: Arguments(arguments),
        dependsOn: [steps[index].id]
      )
    }
    return nil
  }

  /// What tells the thing that a step made: what later steps take of it, or what the answer has.
  private mutating func identity(
    of index: Int,
    for variable: String,
    of remover: Contract,
    made maker: Contract
  ) -> Operand? {
    let id = steps[index].id
    for step in steps[index...].dropFirst() {
      guard case .stepOutput(let name, id)? = step.arguments[variable] else { continue }
      return .stepOutput(name, step: id)
    }
    guard let parameter = remover.parameters.first(where: { $0.name == variable }),
      let schema = maker.responses.first(where: { $0.schema != nil })?.schema,
      let member = IdentifierMember.member(of: schema, for: parameter, "")
    else { return nil }
    let place = JSONPointer.root.appending(member.name)
    let part = Output.Part.body(place)
    if let known = steps[index].outputs.first(where: { [part, .value(place)].contains($0.part) }) {
      return .stepOutput(known.name, step: id)
    }
    var name = member.name
    while steps[index].outputs.contains(where: { $0.name == name }) { name += "-made" }
    steps[index].outputs.append(.output(name, part))
    return .stepOutput(name, step: id)
  }
}
