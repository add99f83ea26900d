import AccordModel
import AccordSchema

/// The steps of a case of a life cycle in the making, with the state in which they leave the resource.
struct LifeCycleSteps {
  let cycle: LifeCycle
  private(set) var steps: [Workflow.Step] = []
  private(set) var assertions: [StateAssertion] = []

  /// The promises of views that show the resource and name no state, which is all that there is to see.
  private(set) var shown: [Clause] = []

  /// The state of the resource.
  private(set) var state: LifeCycle.State

  /// The step that has the identity, and the identifier of the step that others depend on.
  private var maker = LifeCycle.maker
  private var latest: Workflow.Step.ID?

  /// The live data that the resource is of, by the name that it has in the case.
  private(set) var given: Given.ID?

  /// The number of the first step that looks for live data in a list.
  private(set) var seeker: Int?

  /// The writes so far, the last of a call last.
  private var writes: [(call: Workflow.Step.ID, step: Int)] = []

  /// The step that removed it, if one did.
  private var removal: Workflow.Step?

  /// The number of the step that may have changed the resource last.
  private var act: Int?

  /// How looks ask that are not made in the usual way, by the numbers of their steps.
  private(set) var combinations: [Int: Combination] = [:]

  /// The latest looks at the views, by the numbers of their steps, and the state then.
  private var latestLooks: [Workflow.Step.ID: Int] = [:]
  private var latestSeen: LifeCycle.State?

  /// The latest answers of views by the numbers of their steps, and those that came after the latest call.
  private var answered: [Workflow.Step.ID: Int] = [:]
  private var fresh: [Workflow.Step.ID: Int] = [:]

  /// Begins with a resource in its first state.
  init(of cycle: LifeCycle) {
    self.cycle = cycle
    state = cycle.initial
    if case .given(let given) = cycle.origin { self.given = given }
    make()
  }

  /// Makes a resource; those that follow are about it.
  private mutating func make() {
    guard case .made(let step) = cycle.origin else { return }
    state = cycle.initial
    maker = unique(step.id)
    latest = nil
    latestLooks = [:]
    (answered, fresh) = ([:], [:])
    let number = add(step, as: maker)
    writes.append((LifeCycle.maker, number))
    latest = maker
    act = nil
    removal = nil
  }

  /// Makes another resource, or takes another value of the live data, about which the steps that it
  /// gives are; both go on after what was done so far.
  mutating func other() -> LifeCycleSteps {
    var other = self
    if let given {
      other = LifeCycleSteps(of: cycle)
      other.given = Given.another(given)
      other.resume(after: self)
      return other
    }
    other.make()
    other.writes = Array(other.writes.suffix(1))
    resume(after: other)
    return other
  }

  /// Goes on after what was done to another resource.
  mutating func resume(after other: LifeCycleSteps) {
    steps = other.steps
    assertions = other.assertions
    latest = other.latest
  }

  /// Calls what leads to another state.
  mutating func take(_ transition: LifeCycle.Transition) {
    // A change is seen by who has looked before.
    if cycle.views.contains(where: { $0.sight(of: transition.to) == .changed }) { look() }
    let number = add(transition.step)
    fresh = [:]
    writes.append((transition.step.id, number))
    state = transition.to
    removal = state == .gone ? transition.step : nil
    act = number
    latest = steps[number].id
  }

  /// Calls what changes nothing.
  @discardableResult
  mutating func call(
    _ step: Workflow.Step,
    expecting expectation: Workflow.Step.Expectation
  ) -> Int {
    var step = step
    step.expectation = expectation
    let number = add(step, as: unique("\(step.id) again", or: step.id))
    fresh = [:]
    latest = steps[number].id
    return number
  }

  /// Looks at every view, each of which shows the state; gives the numbers of the steps.
  @discardableResult
  mutating func look() -> [Workflow.Step.ID: Int] {
    var looks: [Workflow.Step.ID: Int] = [:]
    for view in cycle.views {
      if let number = look(at: view) { looks[view.step.id] = number }
    }
    latestLooks.merge(looks) { $1 }
    latestSeen = state
    return looks
  }

  /// Looks at the views by other methods and in other formats too, each of which shows the state all the same.
  mutating func lookOtherwise(_ ways: [Workflow.Step.ID: [Combination]]) {
    // What was read in the usual way is what other steps go on with.
    let (answered, fresh) = (answered, fresh)
    for view in cycle.views {
      for way in ways[view.step.id] ?? [] {
        guard let number = look(at: view) else { break }
        steps[number].outputs = []
        combinations[number] = way
      }
    }
    (self.answered, self.fresh) = (answered, fresh)
  }

  /// Looks at a view; gives the number of the step, if there is one.
  private mutating func look(at view: LifeCycle.View) -> Int? {
    guard let number = add(view) else { return nil }
    let item = item(of: view, at: number)
    func note(_ kind: StateAssertion.Kind, by clause: Clause) {
      assertions.append(StateAssertion(kind, ofStep: number, item: item, after: act, by: clause))
    }
    guard view.list == nil || item != nil else { return number }
    switch view.sight(of: state) {
    case .shown(let value):
      if view.list != nil { note(.contains, by: view.clause) }
      if let value, let place = view.state {
        note(.shows(value, at: place), by: view.clause)
      } else if view.list == nil {
        shown.append(view.clause)
      }
      for write in latestWrites(in: view) {
        note(.written(write.output, at: write.rule.shown), by: write.rule.clause)
      }
    case .omitted: note(.omits, by: view.clause)
    case .changed:
      if let since = latestLooks[view.step.id], latestSeen != state {
        note(.changed(since: since, ignoring: view.ignoring), by: view.clause)
      }
    case .refused, .open: break
    }
    return number
  }

  /// Looks again at the views in which something was to be seen, each of which is as it was.
  mutating func lookAgain(
    _ looks: [Workflow.Step.ID: Int],
    because cause: StateAssertion.Cause,
    by clause: Clause
  ) {
    for view in cycle.views {
      guard let earlier = looks[view.step.id], let number = add(view) else { continue }
      switch view.sight(of: state) {
      case .shown, .omitted, .changed: break
      case .refused, .open: continue
      }
      let item = item(of: view, at: number)
      guard view.list == nil || item != nil else { continue }
      assertions.append(
        StateAssertion(
          .unchanged(since: earlier, cause, ignoring: view.ignoring),
          ofStep: number,
          item: item,
          after: steps.firstIndex { $0.id == latest },
          by: clause
        )
      )
    }
  }

  /// The steps that remove the resource.
  var cleanUp: [Workflow.Step] {
    let way = cycle.way(from: state) { $0 == .gone } ?? []
    // Who is interrupted before the last step has something to remove too; what was given stays.
    let derived = cycle.isMade ? [removal].compactMap(\.self) + way.map(\.step) : []
    let own = cycle.cleanUp ?? derived
    return own.enumerated().map { number, step in
      var step = mine(step, answered.mapValues { steps[$0].id })
      step.id = unique("clean up", number + 1)
      return step
    }
  }

  // MARK: - Steps

  private mutating func add(_ view: LifeCycle.View) -> Int? {
    var step = view.step
    switch view.sight(of: state) {
    case .open: return nil
    case .refused(let expectation):
      step.expectation = expectation
      // What is not shown gives nothing.
      step.outputs = []
    case .shown, .omitted, .changed: break
    }
    if let delay = cycle.delay { step.until = delay.until }
    if let list = view.list, let next = list.next {
      step.walk = Workflow.Step.Walk(items: list.items, next: next)
    }
    let number = add(step)
    (answered[view.step.id], fresh[view.step.id]) = (number, number)
    return number
  }

  @discardableResult
  private mutating func add(_ step: Workflow.Step, as id: Workflow.Step.ID? = nil) -> Int {
    let read = reads(for: step)
    var step = mine(step, read)
    step.id = id ?? unique(step.id)
    if let latest, !step.dependsOn.contains(latest) { step.dependsOn.append(latest) }
    steps.append(step)
    return steps.count - 1
  }

  /// The steps whose answers a step takes something from, by their views: each is read anew unless
  /// nothing was called since, or its state is not shown.
  private mutating func reads(for step: Workflow.Step) -> [Workflow.Step.ID: Workflow.Step.ID] {
    var read: [Workflow.Step.ID: Workflow.Step.ID] = [:]
    for use in step.uses where use.step != LifeCycle.maker {
      guard let view = cycle.views.first(where: { $0.step.id == use.step }) else { continue }
      let number = fresh[view.step.id] ?? (shows(view) ? add(view) : nil) ?? answered[view.step.id]
      read[view.step.id] = number.map { steps[$0].id }
    }
    return read
  }

  /// Whether a view has the resource in its state.
  private func shows(_ view: LifeCycle.View) -> Bool {
    if case .shown = view.sight(of: state) { true } else { false }
  }

  /// The step with the resource's own identity, and with what was read of it.
  private func mine(
    _ step: Workflow.Step,
    _ read: [Workflow.Step.ID: Workflow.Step.ID]
  ) -> Workflow.Step {
    step.mapping { operand in
      if case .stepOutput(let name, let view) = operand, let step = read[view] {
        return .stepOutput(name, step: step)
      }
      guard case .stepOutput(let name, LifeCycle.maker) = operand else { return operand }
      if let given { return .given(given, field: name) }
      return .stepOutput(name, step: maker)
    }
  }

  private func unique(_ name: String, or other: String? = nil) -> Workflow.Step.ID {
    if let other, !steps.contains(where: { $0.id == other }) { return other }
    guard steps.contains(where: { $0.id == name }) else { return name }
    return unique(name, 2)
  }

  private func unique(_ name: String, _ first: Int) -> Workflow.Step.ID {
    var number = first
    while steps.contains(where: { $0.id == "\(name) \(number)" }) { number += 1 }
    return "\(name) \(number)"
  }

  // MARK: - Values

  /// What the resource is in the list that a step reads; `nil` where nothing tells its identity.
  private mutating func item(of view: LifeCycle.View, at number: Int) -> StateAssertion.Item? {
    guard let list = view.list else { return nil }
    if given != nil, seeker == nil { seeker = number }
    guard let identity = identity(list.name) else { return nil }
    return StateAssertion.Item(items: list.items, pointer: list.identity, identity: identity)
  }

  /// A part of the identity: an output of the step that makes it, or what a look at a list seeks.
  private func identity(_ name: String) -> Output? {
    guard let given else {
      guard let number = steps.firstIndex(where: { $0.id == maker }),
        let output = steps[number].outputs.first(where: { $0.name == name })
      else { return nil }
      return Output(output, of: maker, ofStep: number)
    }
    return seeker.map { Output(.requestParameter("\(given).\(name)"), ofStep: $0) }
  }

  /// What was written last of each place that a view shows.
  private func latestWrites(
    in view: LifeCycle.View
  ) -> [(rule: LifeCycle.Written, output: Output)] {
    var found: [(rule: LifeCycle.Written, output: Output)] = []
    for write in writes {
      for rule in cycle.written where rule.view == view.step.id && rule.call == write.call {
        found.removeAll { $0.rule.shown == rule.shown }
        found.append((rule, Output(.requestBody(rule.sent), ofStep: write.step)))
      }
    }
    return found
  }
}
