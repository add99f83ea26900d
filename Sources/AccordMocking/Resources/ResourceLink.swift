import AccordModel
import AccordSchema
import HTTPTypes

/// That what a call gives leads to a call of another contract, as a workflow says.
struct ResourceLink: Sendable, Hashable {
  /// The contract that makes something.
  var maker: Contract.ID

  /// What of its answer says which one.
  var part: Output.Part

  /// The contract that is called with it.
  var user: Contract.ID

  /// The variable of its path that has the value; `nil` where the whole target is given.
  var variable: String?

  /// Whether the answer says where it is.
  var isPlace: Bool {
    switch part {
    case .location, .reference, .link, .linkReference: true
    default: false
    }
  }

  /// The links of all workflows, those of the answers of calls that change something.
  static func links(in suite: ContractSuite) -> [ResourceLink] {
    var links: [ResourceLink] = []
    for workflow in suite.workflows {
      for step in workflow.steps + workflow.cleanUp {
        let variables = step.arguments.list.map { (Optional($0.name), $0.value) }
        for (variable, value) in variables
          + [(nil, step.target)].compactMap({ pair in
            pair.1.map { (pair.0, $0) }
          })
        {
          guard case .stepOutput(let name, let id) = value, let giver = workflow.step(id),
            let output = giver.outputs.first(where: { $0.name == name }),
            let maker = suite.contract(giver.contract), maker.makes,
            let user = suite.contract(step.contract),
            variable == nil || user.routes.contains(where: { $0.path.variables.last == variable })
          else { continue }
          let link = ResourceLink(
            maker: maker.id,
            part: output.part,
            user: user.id,
            variable: variable
          )
          if !links.contains(link) { links.append(link) }
        }
      }
    }
    return links
  }

  /// The parameter whose value says which one.
  func parameter(in suite: ContractSuite) -> Parameter? {
    guard let user = suite.contract(user) else { return nil }
    let name = variable ?? user.routes.first?.path.variables.last
    return user.parameters.first { $0.name == name }
  }

  /// The path of the user's route with a value in the place of the variable; other variables have the
  /// value that the call that makes it has, or that of their example.
  func path(of identity: JSON, in suite: ContractSuite, for call: MockCall) -> String? {
    guard let user = suite.contract(user), let name = parameter(in: suite)?.name,
      let route = user.routes.first(where: { $0.path.variables.contains(name) })
    else { return nil }
    var path = ""
    for segment in route.path.segments {
      path += "/"
      for piece in segment {
        switch piece {
        case .literal(let text): path += text
        case .variable(let variable), .segments(let variable):
          guard let parameter = user.parameters.first(where: { $0.name == variable }) else {
            return nil
          }
          var serialization = parameter.serialization(in: .path)
          if case .segments = piece { serialization.allowsReserved = true }
          var value = variable == name ? identity : call.value(of: variable)
          if value == nil, case .literal(let example)? = parameter.example { value = example }
          guard let value else { return nil }
          path += serialization.pathText(of: variable, value)
        }
      }
    }
    return path
  }
}

extension Contract {
  /// Whether a call may make something: it is not one that only reads.
  fileprivate var makes: Bool {
    effect == .changesState || effect == nil && routes.contains { $0.methods.allows(.post) }
  }
}
