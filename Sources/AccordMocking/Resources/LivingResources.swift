import AccordModel
import AccordSchema
import Synchronization

/// The resources of life cycles that calls have made, each in its state.
///
/// A suite without life cycles has none. A call of a resource that is not among them is answered as the
/// contracts alone say.
final class LivingResources: Sendable {
  /// One resource.
  struct Resource: Sendable {
    var cycle: LifeCycle.ID
    var identity: [JSONMember]
    var state: LifeCycle.State
    /// The members that were written.
    var written: JSON
  }

  struct State: Sendable {
    var resources: [Resource] = []
    var count = 0
  }

  let suite: ContractSuite
  let made: MadeResources
  let state = Mutex(State())

  init(_ suite: ContractSuite, _ made: MadeResources) {
    self.suite = suite
    self.made = made
  }

  /// Forgets everything.
  func reset() { state.withLock { $0 = State() } }

  /// The reply to a right request that makes, changes or shows a resource; `nil` where it does not.
  ///
  /// `values` tells what the live data are now, and `usual` what the contract alone says.
  func reply(
    to call: MockCall,
    _ values: (Given) -> [JSON],
    _ usual: () throws(MockRefusal) -> MockReply
  ) throws(MockRefusal) -> MadeResources.Reply? {
    for cycle in suite.lifeCycles {
      if case .made(let step) = cycle.origin, step.isRepeated(by: call) {
        return make(call, step, cycle, try usual())
      }
      if let number = number(for: call, in: cycle, values) {
        if let reply = try reply(to: call, of: number, cycle) {
          return MadeResources.Reply(reply: reply)
        }
      } else if let reply = list(call, cycle) {
        return MadeResources.Reply(reply: reply)
      }
    }
    return nil
  }

  // MARK: - Making

  private func make(
    _ call: MockCall,
    _ step: Workflow.Step,
    _ cycle: LifeCycle,
    _ reply: MockReply
  ) -> MadeResources.Reply {
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
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
        .map { MadeResources.identity(of: $0, number) } ?? .number(JSONNumber(number))
      switch output.part {
      case .body(let pointer):
        resource.written = resource.written.setting(identity, at: pointer)
        resource.identity.append(JSONMember(output.name, identity))
        location = location ?? path(of: identity, step, user, call)
      // Who makes it names it.
      case .requestParameter(let name):
        guard let value = call.value(of: name) else { continue }
        resource.identity.append(JSONMember(output.name, value))
      case .location, .reference("Location"):
        guard let place = location ?? path(of: identity, step, user, call) else { continue }
        location = place
        resource.identity.append(JSONMember(output.name, .string(place)))
      default: continue
      }
    }
    state.withLock { $0.resources.append(resource) }
    return MadeResources.Reply(
      reply: shown(resource, cycle.stateView, of: cycle, to: call, reply),
      location: location
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

extension Contract {
  fileprivate func parameter(named name: String) -> Parameter? {
    parameters.first { $0.name == name }
  }
}
