import AccordModel
import AccordSchema
import Synchronization

/// What calls have made, changed and removed, where workflows and life cycles of the suite say that
/// others see it: one resource each, found by what tells it from others or by its path.
///
/// A suite without workflows and life cycles has none: its mock answers as its contracts alone say. What
/// one call does to a resource is done before another looks at it.
final class ResourceStore: Sendable {
  /// One resource.
  struct Resource: Sendable {
    /// Its life cycle; `nil` where only workflows know it.
    var cycle: LifeCycle.ID?
    var identity: [JSONMember]
    var state: LifeCycle.State {
      didSet { version += 1 }
    }
    /// The members that were sent and answered.
    var written: JSON {
      didSet { version += 1 }
    }
    /// Where it is found.
    var paths: [String] = []
    /// How often it was changed.
    private(set) var version = 0
  }

  struct State: Sendable {
    var resources: [Resource] = []
    /// The numbers of resources by their paths.
    var byPath: [String: Int] = [:]
    /// The numbers of resources by parts of their identity.
    var byIdentity: [String: [Int]] = [:]
    /// The numbers of resources of each life cycle that are not gone, in the order in which they came.
    private(set) var living: [LifeCycle.ID: [Int]] = [:]
    /// The life cycles of which there was a resource.
    private(set) var known: Set<LifeCycle.ID> = []
    /// Items of lists, as long as their resources stay as they were.
    var items: [ItemKey: Item] = [:]
    var count = 0
  }

  /// A resource in a list.
  struct ItemKey: Hashable {
    var resource: Int
    var view: Workflow.Step.ID
  }

  /// How a list has a resource.
  struct Item {
    var version: Int
    var value: JSON
  }

  /// A reply with where it says that something is.
  struct Reply {
    var reply: MockReply
    var location: String?
  }

  let suite: ContractSuite
  let values: ResourceValues
  let links: [ResourceLink]
  private let critical: CriticalAnswers
  let state = Mutex(State())

  init(_ suite: ContractSuite) {
    self.suite = suite
    values = ResourceValues(suite: suite)
    critical = CriticalAnswers(suite)
    links = ResourceLink.links(in: suite)
  }

  /// Forgets everything.
  func reset() { state.withLock { $0 = State() } }

  /// The reply to a right request, as what is kept has it.
  ///
  /// `given` tells what the live data are now, and `usual` what the contract alone says.
  func reply(
    to call: MockCall,
    _ given: (Given) -> [JSON],
    _ usual: () throws(MockRefusal) -> MockReply
  ) throws(MockRefusal) -> Reply {
    for cycle in suite.lifeCycles {
      if case .made(let step) = cycle.origin, step.isRepeated(by: call) {
        return make(call, step, cycle, try usual())
      }
      if let outcome = outcome(of: call, cycle, given) {
        if let reply = try reply(to: call, outcome, cycle) { return Reply(reply: reply) }
      } else if let reply = list(call, cycle, given) {
        return Reply(reply: reply)
      }
    }
    return critical.reply(try reply(to: call, usual), to: call)
  }

  /// The reply as workflows alone have it.
  private func reply(
    to call: MockCall,
    _ usual: () throws(MockRefusal) -> MockReply
  ) throws(MockRefusal) -> Reply {
    if let reply = try reply(at: call.request.path, to: call) { return Reply(reply: reply) }
    let reply = try usual()
    guard links.contains(where: { $0.maker == call.contract.id }) else {
      return Reply(reply: reply)
    }
    return make(call, reply)
  }

  /// A number that no other resource has.
  func nextNumber() -> Int {
    state.withLock { state in
      state.count += 1
      return state.count
    }
  }

  /// Keeps a resource; what was at its paths before is there no more.
  func keep(_ resource: Resource) { state.withLock { _ = $0.keep(resource) } }
}

extension ResourceStore.State {
  /// Keeps a resource, and gives its number.
  @discardableResult
  mutating func keep(_ resource: ResourceStore.Resource) -> Int {
    let number = resources.count
    resources.append(resource)
    if let cycle = resource.cycle {
      known.insert(cycle)
      if resource.state != .gone { living[cycle, default: []].append(number) }
    }
    for path in resource.paths { byPath[path] = number }
    for part in resource.identity {
      byIdentity[Self.key(resource.cycle, part.key, part.value), default: []].append(number)
    }
    return number
  }

  /// The latest resource of a life cycle that a call names when it is a step of it.
  func number(
    of cycle: LifeCycle,
    namedBy call: MockCall,
    as step: Workflow.Step
  ) -> Int? {
    // Of many that share a part of their identity, such as a folder, another part tells more.
    let candidates = step.identity(in: call).map { part in
      byIdentity[Self.key(cycle.id, part.name, part.value ?? .null)] ?? []
    }
    return candidates.min { $0.count < $1.count }?.last { step.isAbout(resources[$0], in: call) }
  }

  /// Keeps a resource unless one of its life cycle with its identity is known.
  mutating func learn(_ resource: ResourceStore.Resource) {
    guard let part = resource.identity.first else { return }
    let numbers = byIdentity[Self.key(resource.cycle, part.key, part.value)] ?? []
    guard !numbers.contains(where: { resources[$0].identity == resource.identity }) else { return }
    keep(resource)
  }

  /// Leads a resource to another state.
  mutating func lead(_ number: Int, to state: LifeCycle.State) {
    let before = resources[number].state
    resources[number].state = state
    guard let cycle = resources[number].cycle, (before == .gone) != (state == .gone) else { return }
    var list = living[cycle] ?? []
    living[cycle] = nil
    let place = list.place(of: number)
    if state != .gone {
      list.insert(number, at: place)
    } else if list.indices.contains(place), list[place] == number {
      list.remove(at: place)
    }
    living[cycle] = list
  }

  private static func key(_ cycle: LifeCycle.ID?, _ name: String, _ value: JSON) -> String {
    "\(cycle ?? "")\u{0}\(name)\u{0}\(value.wireText)"
  }
}

extension [Int] {
  /// The place of a number in a list that ascends.
  fileprivate func place(of number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
