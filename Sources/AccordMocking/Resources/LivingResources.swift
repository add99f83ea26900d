import AccordModel
import AccordSchema
import HTTPTypes
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

  private struct State: Sendable {
    var resources: [Resource] = []
    var count = 0
  }

  private let suite: ContractSuite
  private let made: MadeResources
  private let state = Mutex(State())

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
      if case .made(let step) = cycle.origin, Self.repeats(call, step) {
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

  // MARK: - Changing and reading

  /// The number of the resource that a call names; live data are known as soon as they are named.
  private func number(
    for call: MockCall,
    in cycle: LifeCycle,
    _ values: (Given) -> [JSON]
  ) -> Int? {
    let steps = (cycle.transitions.map(\.step) + cycle.views.filter { $0.list == nil }.map(\.step))
      .filter { Self.repeats(call, $0) }
    guard let step = steps.first else { return nil }
    let known = state.withLock { state in
      state.resources.lastIndex { $0.cycle == cycle.id && Self.names($0, call, step) }
    }
    if let known { return known }
    guard case .given(let name) = cycle.origin, let given = suite.given(name) else { return nil }
    for value in values(given) {
      let resource = Resource(
        cycle: cycle.id,
        identity: given.fields.map { JSONMember($0.name, value[$0.name] ?? value) },
        state: cycle.initial,
        written: .object([])
      )
      guard Self.names(resource, call, step) else { continue }
      return state.withLock { state in
        state.resources.append(resource)
        return state.resources.count - 1
      }
    }
    return nil
  }

  private func reply(
    to call: MockCall,
    of number: Int,
    _ cycle: LifeCycle
  ) throws(MockRefusal) -> MockReply? {
    var resource = state.withLock { $0.resources[number] }
    let possible = cycle.transitions.filter { Self.repeats(call, $0.step) }
    if let transition = possible.first(where: { $0.from.contains(resource.state) }) {
      resource.state = transition.to
      resource.written = (call.body?.members ?? []).reduce(resource.written) {
        $0.setting($1.value, at: JSONPointer(tokens: [$1.key]))
      }
      let changed = resource
      state.withLock { $0.resources[number] = changed }
      return shown(
        resource,
        cycle.stateView,
        of: cycle,
        to: call,
        transition.step.expectation.reply
      )
    }
    let refused = cycle.refusals.first { refused in
      refused.states.contains(resource.state)
        && possible.contains { $0.step.id == refused.transition }
    }
    let repeated = possible.first { $0.to == resource.state }?.repeated
    if let expectation = refused?.expectation ?? repeated {
      try expectation.refuse(call.contract)
      return shown(resource, cycle.stateView, of: cycle, to: call, expectation.reply)
    }
    let view = cycle.views.first { $0.list == nil && Self.repeats(call, $0.step) }
    if let view, case .refused(let expectation) = view.sight(of: resource.state) {
      try expectation.refuse(call.contract)
    }
    if resource.state == .gone {
      let unknown = call.contract.parameters.lazy.reversed().compactMap(\.unknown).first
      throw MockRefusal(unknown ?? .status(.notFound), "The \(cycle.subject) is gone.")
    }
    return view.map { shown(resource, $0, of: cycle, to: call, $0.step.expectation.reply) }
  }

  /// The list of all resources that a view contains; `nil` where the call is no list, or nothing was
  /// made yet.
  private func list(_ call: MockCall, _ cycle: LifeCycle) -> MockReply? {
    guard let view = cycle.views.first(where: { $0.list != nil && Self.repeats(call, $0.step) }),
      let list = view.list, let schema = made.rule(MockReply(), of: call)?.schema
    else { return nil }
    let resources = state.withLock { $0.resources }.filter { $0.cycle == cycle.id }
    guard !resources.isEmpty else { return nil }
    let whole = made.value(of: call, MockReply(), over: .object([]))
    let validator = try? SchemaValidator(schema)
    func isWhole(_ item: JSON) -> Bool {
      validator?.admits(whole.setting(.array([item]), at: list.items)) ?? false
    }
    let sample = whole[list.items]?.elements?.first ?? .object([])
    let items = resources.compactMap { resource -> JSON? in
      guard case .shown = view.sight(of: resource.state),
        let identity = resource.identity.first(where: { $0.key == list.name })?.value
      else { return nil }
      let members = known(resource, view, cycle).members ?? []
      let shown = members.reduce(sample) { item, member in
        // A member that the item has not, or has otherwise, stays as it is.
        let changed = item.setting(member.value, at: JSONPointer(tokens: [member.key]))
        return item[member.key] != nil && isWhole(changed) ? changed : item
      }
      return shown.setting(identity, at: list.identity)
    }
    return MockReply(whole.setting(.array(items), at: list.items))
  }

  // MARK: - Values

  /// What is known of a resource, as a view has it.
  private func known(_ resource: Resource, _ view: LifeCycle.View?, _ cycle: LifeCycle) -> JSON {
    guard let view else { return resource.written }
    var known = resource.written
    for rule in cycle.written where rule.view == view.step.id && rule.shown != rule.sent {
      guard let value = resource.written[rule.sent] else { continue }
      known = known.setting(value, at: rule.shown)
    }
    if let place = view.state, case .shown(let value?) = view.sight(of: resource.state) {
      known = known.setting(value, at: place)
    }
    return known
  }

  private func shown(
    _ resource: Resource,
    _ view: LifeCycle.View?,
    of cycle: LifeCycle,
    to call: MockCall,
    _ reply: MockReply
  ) -> MockReply {
    guard made.isValue(reply, of: call) else { return reply }
    let value = made.value(of: call, reply, over: known(resource, view, cycle))
    return MockReply(value, as: reply.response)
  }

  // MARK: - Which one

  /// Whether a call is one that a step makes: of its contract, with the values that it writes down.
  private static func repeats(_ call: MockCall, _ step: Workflow.Step) -> Bool {
    guard call.contract.id == step.contract, step.route.map({ $0 == call.route.name }) ?? true
    else { return false }
    return step.arguments.list.allSatisfy { argument in
      guard case .literal(let value) = argument.value else { return true }
      return call.value(of: argument.name)?.wireText == value.wireText
    }
  }

  /// Whether a call that a step makes names a resource.
  private static func names(
    _ resource: Resource,
    _ call: MockCall,
    _ step: Workflow.Step
  ) -> Bool {
    func isSame(_ value: JSON?, _ operand: Operand) -> Bool? {
      guard case .stepOutput(let name, LifeCycle.maker) = operand else { return nil }
      let known = resource.identity.first { $0.key == name }?.value
      return known.map { $0.wireText == value?.wireText } ?? false
    }
    let arguments = step.arguments.list.compactMap { isSame(call.value(of: $0.name), $0.value) }
    let members = step.bodyValues.compactMap { isSame(call.body?[$0.pointer], $0.value) }
    let target = step.target.flatMap {
      isSame(.string(RequestTarget(call.request.target).path), $0)
    }
    let all = arguments + members + [target].compactMap(\.self)
    return !all.isEmpty && all.allSatisfy(\.self)
  }
}

extension LifeCycle {
  /// The first view that names the state.
  fileprivate var stateView: View? {
    views.first { $0.list == nil && $0.state != nil } ?? views.first { $0.state != nil }
  }
}

extension Contract {
  fileprivate func parameter(named name: String) -> Parameter? {
    parameters.first { $0.name == name }
  }
}

extension Workflow.Step.Expectation {
  /// What is answered where it is no refusal.
  fileprivate var reply: MockReply {
    if case .response(let name) = self { MockReply(as: name) } else { MockReply() }
  }

  /// Refuses a call where it is a refusal.
  fileprivate func refuse(_ contract: Contract) throws(MockRefusal) {
    switch self {
    case .refused(let name):
      let refusal = contract.refusals.first { $0.refused.id == "\(name)/refused" }
      throw MockRefusal(refusal ?? .status(.conflict), "")
    case .refusal(let refusal, _): throw MockRefusal(refusal, "")
    case .statuses(let statuses) where statuses.first >= 400:
      throw MockRefusal(.statuses(statuses), "")
    case .asDocumented, .response, .statuses: return
    }
  }
}
