import AccordModel
import AccordSchema
import HTTPTypes
import Synchronization

extension LivingResources {
  /// The number of the resource that a call names; live data are known as soon as they are named.
  func number(
    for call: MockCall,
    in cycle: LifeCycle,
    _ values: (Given) -> [JSON]
  ) -> Int? {
    let steps = (cycle.transitions.map(\.step) + cycle.views.filter { $0.list == nil }.map(\.step))
      .filter { $0.isRepeated(by: call) }
    guard let step = steps.first else { return nil }
    let known = state.withLock { state in
      state.resources.lastIndex { $0.cycle == cycle.id && step.isAbout($0, in: call) }
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
      guard step.isAbout(resource, in: call) else { continue }
      return state.withLock { state in
        state.resources.append(resource)
        return state.resources.count - 1
      }
    }
    return nil
  }

  func reply(
    to call: MockCall,
    of number: Int,
    _ cycle: LifeCycle
  ) throws(MockRefusal) -> MockReply? {
    // Somebody may have set the mock back since the number was found.
    guard
      var resource = state.withLock({ state in
        state.resources.indices.contains(number) ? state.resources[number] : nil
      })
    else { return nil }
    let possible = cycle.transitions.filter { $0.step.isRepeated(by: call) }
    if let transition = possible.first(where: { $0.from.contains(resource.state) }) {
      resource.state = transition.to
      resource.written = (call.body?.members ?? []).reduce(resource.written) {
        $0.setting($1.value, at: JSONPointer(tokens: [$1.key]))
      }
      let changed = resource
      state.withLock { state in
        if state.resources.indices.contains(number) { state.resources[number] = changed }
      }
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
    let view = cycle.views.first { $0.list == nil && $0.step.isRepeated(by: call) }
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
  func list(_ call: MockCall, _ cycle: LifeCycle) -> MockReply? {
    guard let view = cycle.views.first(where: { $0.list != nil && $0.step.isRepeated(by: call) }),
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
  func known(_ resource: Resource, _ view: LifeCycle.View?, _ cycle: LifeCycle) -> JSON {
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

  func shown(
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
}

extension LifeCycle {
  /// The first view that names the state.
  var stateView: View? {
    views.first { $0.list == nil && $0.state != nil } ?? views.first { $0.state != nil }
  }
}
