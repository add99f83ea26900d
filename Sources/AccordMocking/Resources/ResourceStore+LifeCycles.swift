import AccordModel
import AccordSchema
import HTTPTypes
import Synchronization

extension ResourceStore {
  /// What a call comes to that names a resource of a life cycle.
  enum Outcome {
    /// It led to another state.
    case taken(Resource, LifeCycle.Transition)
    /// The state of the resource refuses it, or answers it without a change.
    case answered(Resource, Workflow.Step.Expectation)
    /// It looks at the resource.
    case seen(Resource, LifeCycle.View)
    /// Nothing is there any more.
    case gone
  }

  /// Does what a call asks of a resource, which no other call does meanwhile; `nil` where it names none.
  ///
  /// Live data are known as soon as they are named.
  func outcome(of call: MockCall, _ cycle: LifeCycle, _ given: (Given) -> [JSON]) -> Outcome? {
    let possible = cycle.transitions.filter { $0.step.isRepeated(by: call) }
    let views = cycle.views.filter { $0.list == nil && $0.step.isRepeated(by: call) }
    guard let step = (possible.map(\.step) + views.map(\.step)).first else { return nil }
    return state.withLock { state in
      guard
        let number = state.number(of: cycle, namedBy: call, as: step)
          ?? living(call, step, cycle, given).map({ state.keep($0) })
      else { return nil }
      let now = state.resources[number].state
      if let transition = possible.first(where: { $0.from.contains(now) }) {
        state.lead(number, to: transition.to)
        state.resources[number].write(call)
        return .taken(state.resources[number], transition)
      }
      let resource = state.resources[number]
      let refused = cycle.refusals.first { refused in
        refused.states.contains(now) && possible.contains { $0.step.id == refused.transition }
      }
      let repeated = possible.first { $0.to == now }?.repeated
      if let expectation = refused?.expectation ?? repeated {
        return .answered(resource, expectation)
      }
      if let view = views.first, case .refused(let expectation) = view.sight(of: now) {
        return .answered(resource, expectation)
      }
      if now == .gone { return .gone }
      return views.first.map { .seen(resource, $0) }
    }
  }

  /// The resource that live data have of which nothing was done yet.
  private func living(
    _ call: MockCall,
    _ step: Workflow.Step,
    _ cycle: LifeCycle,
    _ given: (Given) -> [JSON]
  ) -> Resource? {
    guard let kind = cycle.given.flatMap(suite.given) else { return nil }
    return given(kind).lazy
      .map { self.living($0, kind, cycle) }
      .first { step.isAbout($0, in: call) }
  }

  /// The resource that a value of live data is.
  private func living(_ value: JSON, _ kind: Given, _ cycle: LifeCycle) -> Resource {
    Resource(
      cycle: cycle.id,
      identity: kind.fields.map { JSONMember($0.name, value[$0.name] ?? value) },
      state: cycle.initial,
      written: .object([])
    )
  }

  /// The reply to a call of a resource; `nil` where the contract alone says it.
  func reply(
    to call: MockCall,
    _ outcome: Outcome,
    _ cycle: LifeCycle
  ) throws(MockRefusal) -> MockReply? {
    switch outcome {
    case .taken(let resource, let transition):
      let reply = transition.step.expectation.reply
      return shown(resource, cycle.stateView, of: cycle, to: call, reply)
    case .answered(let resource, let expectation):
      try expectation.refuse(call.contract)
      return shown(resource, cycle.stateView, of: cycle, to: call, expectation.reply)
    case .seen(let resource, let view):
      return shown(resource, view, of: cycle, to: call, view.step.expectation.reply)
    case .gone:
      let unknown = call.contract.parameters.lazy.reversed().compactMap(\.unknown).first
      throw MockRefusal(unknown ?? .status(.notFound), "The \(cycle.subject) is gone.")
    }
  }

  /// The list of all resources that a view contains; `nil` where the call is no list, or nothing was
  /// made yet.
  ///
  /// Live data are known as soon as a list is asked for that has them.
  func list(_ call: MockCall, _ cycle: LifeCycle, _ given: (Given) -> [JSON]) -> MockReply? {
    guard let view = view(of: cycle, listing: call), let list = view.list,
      let schema = values.rule(MockReply(), of: call)?.schema
    else { return nil }
    if let kind = cycle.given.flatMap(suite.given) {
      let all = given(kind).map { living($0, kind, cycle) }
      state.withLock { state in all.forEach { state.learn($0) } }
    }
    guard state.withLock({ $0.known.contains(cycle.id) }) else { return nil }
    let whole = values.value(of: call, MockReply(), over: .object([]))
    let draft = ListDraft(
      whole: whole,
      list: list,
      validator: try? SchemaValidator(schema),
      // An item that depends on the request is made anew for each.
      isKept: values.rule(MockReply(), of: call)?.ties.isEmpty ?? false
    )
    let items = state.withLock { state in
      (state.living[cycle.id] ?? []).compactMap { number in
        item(number, view, cycle, draft, &state)
      }
    }
    return MockReply(whole.setting(.array(items), at: list.items))
  }

  /// The view that a call asks for: of several the one whose example has most of the query.
  private func view(of cycle: LifeCycle, listing call: MockCall) -> LifeCycle.View? {
    var best: (view: LifeCycle.View, agreement: Int)?
    for view in cycle.views where view.list != nil && view.step.isRepeated(by: call) {
      let agreement = view.step.agreement(with: call)
      if best.map({ $0.agreement < agreement }) ?? true { best = (view, agreement) }
    }
    return best?.view
  }

  /// What the items of a list are made of.
  private struct ListDraft {
    let whole: JSON
    let list: LifeCycle.View.List
    let validator: SchemaValidator?
    let isKept: Bool

    /// What an item has beside what is known.
    var sample: JSON { whole[list.items]?.elements?.first ?? .object([]) }

    func admits(_ item: JSON) -> Bool {
      validator?.admits(whole.setting(.array([item]), at: list.items)) ?? false
    }
  }

  /// A resource as a list has it; `nil` where it has it not.
  private func item(
    _ number: Int,
    _ view: LifeCycle.View,
    _ cycle: LifeCycle,
    _ draft: ListDraft,
    _ state: inout State
  ) -> JSON? {
    let resource = state.resources[number]
    let key = ItemKey(resource: number, view: view.step.id)
    if draft.isKept, let item = state.items[key], item.version == resource.version {
      return item.value
    }
    guard case .shown = view.sight(of: resource.state),
      let identity = resource.identity.first(where: { $0.key == draft.list.name })?.value
    else { return nil }
    let members = known(resource, view, cycle).members ?? []
    let shown = members.reduce(draft.sample) { item, member in
      // A member that the item has not, or has otherwise, stays as it is.
      let changed = item.setting(member.value, at: JSONPointer(tokens: [member.key]))
      return item[member.key] != nil && draft.admits(changed) ? changed : item
    }
    let value = shown.setting(identity, at: draft.list.identity)
    if draft.isKept { state.items[key] = Item(version: resource.version, value: value) }
    return value
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

  /// A reply that shows a resource, where it has a value.
  func shown(
    _ resource: Resource,
    _ view: LifeCycle.View?,
    of cycle: LifeCycle,
    to call: MockCall,
    _ reply: MockReply
  ) -> MockReply {
    guard values.isValue(reply, of: call) else { return reply }
    let value = values.value(of: call, reply, over: known(resource, view, cycle))
    return MockReply(value, as: reply.response)
  }
}

extension ResourceStore.Resource {
  /// Has the members that a call sent in the place of those that it had.
  mutating func write(_ call: MockCall) {
    written = (call.body?.members ?? []).reduce(written) {
      $0.setting($1.value, at: JSONPointer(tokens: [$1.key]))
    }
  }
}

extension LifeCycle {
  /// The live data that a case has its resource from; `nil` where a call makes it.
  fileprivate var given: Given.ID? {
    if case .given(let name) = origin { name } else { nil }
  }

  /// The first view that names the state.
  var stateView: View? {
    views.first { $0.list == nil && $0.state != nil } ?? views.first { $0.state != nil }
  }
}
