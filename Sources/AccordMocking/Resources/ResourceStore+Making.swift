import AccordModel
import AccordSchema
import Synchronization

extension ResourceStore {
  /// Makes a resource of a life cycle, in its first state.
  func make(
    _ call: MockCall,
    _ step: Workflow.Step,
    _ cycle: LifeCycle,
    _ reply: MockReply
  ) -> Reply {
    let number = nextNumber()
    var resource = Resource(
      cycle: cycle.id,
      identity: [],
      state: cycle.initial,
      written: call.body ?? .object([])
    )
    var location: String?
    for output in step.outputs {
      let user = user(of: output.name, in: cycle)
      let identity =
        user.flatMap { suite.contract($0.contract)?.parameter(named: $0.parameter) }
        .map { ResourceValues.identity(of: $0, number) } ?? .number(JSONNumber(number))
      switch output.part {
      case .body(let pointer):
        resource.written = resource.written.setting(identity, at: pointer)
        resource.identity.append(JSONMember(output.name, identity))
        location = location ?? path(of: identity, step, user, call)
      case .location, .reference("Location"):
        guard let place = location ?? path(of: identity, step, user, call) else { continue }
        location = place
        resource.identity.append(JSONMember(output.name, .string(place)))
      default:
        guard let own = output.part.sent(in: call) else { continue }
        resource.identity.append(JSONMember(output.name, own))
        location = location ?? path(of: own, step, user, call)
      }
    }
    let identity = resource.identity.first?.value
    resource.paths = [location].compactMap(\.self)
    resource.paths += links.filter { $0.maker == call.contract.id }.compactMap { link in
      (link.part.sent(in: call) ?? identity).flatMap { link.path(of: $0, in: suite, for: call) }
    }
    keep(resource)
    return Reply(
      reply: shown(resource, cycle.stateView, of: cycle, to: call, reply),
      location: location
    )
  }

  /// Makes something that only workflows know, at every path where they look for it.
  func make(_ call: MockCall, _ reply: MockReply) -> Reply {
    let own = links.filter { $0.maker == call.contract.id }
    let number = nextNumber()
    let made =
      own.lazy.compactMap { $0.parameter(in: self.suite) }.first
      .map { ResourceValues.identity(of: $0, number) } ?? .number(JSONNumber(number))
    var value = values.value(of: call, reply, over: call.body ?? .object([]))
    for link in own {
      guard case .body(let pointer) = link.part else { continue }
      value = value.setting(made, at: pointer)
    }
    // What a caller chose is called so; what it did not choose has a name that nobody else has.
    func path(_ link: ResourceLink) -> String? {
      link.path(of: link.part.sent(in: call) ?? made, in: suite, for: call)
    }
    let paths = own.compactMap(path)
    keep(Resource(cycle: nil, identity: [], state: .present, written: value, paths: paths))
    let place = own.first { $0.isPlace }.flatMap(path)
    return Reply(
      reply: values.isValue(reply, of: call) ? MockReply(value, as: reply.response) : reply,
      location: place ?? paths.first
    )
  }

  /// The path at which a resource is read; `nil` where no parameter of a path says which one.
  private func path(
    of identity: JSON,
    _ maker: Workflow.Step,
    _ user: (contract: Contract.ID, parameter: String)?,
    _ call: MockCall
  ) -> String? {
    guard let user else { return nil }
    return ResourceLink(
      maker: maker.contract,
      part: .location,
      user: user.contract,
      variable: user.parameter
    ).path(of: identity, in: suite, for: call)
  }

  /// Where a part of the identity is sent, by a read before others.
  private func user(
    of name: String,
    in cycle: LifeCycle
  ) -> (contract: Contract.ID, parameter: String)? {
    let steps = cycle.views.filter { $0.list == nil }.map(\.step) + cycle.transitions.map(\.step)
    for step in steps {
      if let argument = step.arguments.list.first(where: { $0.value == .identity(name) }) {
        return (step.contract, argument.name)
      }
    }
    return nil
  }
}

extension LifeCycle.State {
  /// That of what only workflows know, until it is removed.
  static let present: LifeCycle.State = "present"
}

extension Output.Part {
  /// The value where it is one of the request, which the caller chose.
  func sent(in call: MockCall) -> JSON? {
    switch self {
    case .requestParameter(let name): call.value(of: name)
    case .requestBody(let pointer): call.body?[pointer]
    default: nil
    }
  }
}

extension Contract {
  fileprivate func parameter(named name: String) -> Parameter? {
    parameters.first { $0.name == name }
  }
}
