import AccordModel
import AccordPlanning
import AccordSchema

/// Makes the calls of a contract, the same for the same seed.
struct CallMaker {
  private let builder: CaseBuilder
  private let calls: ContractCalls
  private var numbers: SeededNumbers

  /// The most calls of a life cycle in one sequence.
  static let longestSequence = 6

  /// How often something is tried for each call that is made.
  private static let triesForEach = 6

  /// The calls that were made; each is made once.
  private var known: Set<GeneratedCall> = []

  init(_ calls: ContractCalls, _ builder: CaseBuilder, seed: UInt64) {
    self.calls = calls
    self.builder = builder
    numbers = SeededNumbers(seed: seed, for: "\(builder.suite.id)/\(calls.contract.id)")
  }

  /// Calls of so many requests more, each with its case; fewer where there are no more that differ.
  ///
  /// A sequence counts as many as it has calls, with the one that makes what it is about.
  mutating func next(_ count: Int) -> [(call: GeneratedCall, testCase: Case)] {
    var made: [(call: GeneratedCall, testCase: Case)] = []
    var (tries, requests) = (0, 0)
    while requests < count, tries < count * Self.triesForEach + 20 {
      tries += 1
      guard let kind = kind() else { continue }
      let call = GeneratedCall(
        suite: builder.suite.id,
        contract: calls.contract.id,
        kind: kind
      )
      guard known.insert(call).inserted, ReplayToken(call) != nil,
        let testCase = try? builder.testCase(call)
      else { continue }
      made.append((call, testCase))
      requests += call.requestCount
    }
    return made
  }

  private mutating func kind() -> GeneratedCall.Kind? {
    let bases = calls.bases.filter(\.isHarmless)
    let isSequence = !calls.cycles.isEmpty && (bases.isEmpty || numbers.once(in: 3))
    if isSequence { return sequence() }
    guard let base = numbers.pick(bases) else { return nil }
    guard let request = request(from: base) else { return nil }
    guard numbers.below(5) < 2 else { return .request(request) }
    return broken(request, base).map { .request($0) }
  }

  private mutating func sequence() -> GeneratedCall.Kind? {
    guard let cycle = numbers.pick(calls.cycles) else { return nil }
    let states = builder.suite.lifeCycle(cycle.id)
    var names: [Workflow.Step.ID] = []
    var state = states?.initial ?? ""
    for _ in 0...numbers.below(Self.longestSequence) {
      // What leads on is taken more often: a walk that ends at once shows little.
      let weighed = (cycle.sequence.next(after: names) ?? []).flatMap { name in
        [Workflow.Step.ID](repeating: name, count: states?.weight(of: name, in: state) ?? 1)
      }
      guard let next = numbers.pick(weighed) else { break }
      names.append(next)
      state = states?.state(after: next, in: state) ?? state
    }
    return names.isEmpty ? nil : .sequence(of: cycle.id, calls: names)
  }

  /// A right request.
  private mutating func request(from base: ContractCalls.Base) -> GeneratedRequest? {
    var request = GeneratedRequest(
      example: base.draft.example.name,
      route: base.draft.route,
      version: base.draft.version
    )
    let isMixed = numbers.once(in: 3)
    for parameter in calls.parameters where !ContractCalls.isOpen(parameter.name, in: base) {
      guard isMixed || numbers.once(in: 2) else { continue }
      if let setting = setting(of: parameter, base) { request.settings.append(setting) }
    }
    if let known = base.body, request.settings.isEmpty || !numbers.once(in: 4) {
      request.body = body(known)
    }
    return request.settings.isEmpty && request.body == nil ? nil : request
  }

  private mutating func setting(
    of parameter: Parameter,
    _ base: ContractCalls.Base
  ) -> GeneratedRequest.Setting? {
    let sent = ContractCalls.literal(parameter.name, in: base)
    if !parameter.isRequired, numbers.once(in: 4) {
      return sent == nil ? nil : GeneratedRequest.Setting(parameter: parameter.name, value: nil)
    }
    var maker = ValueMaker(numbers: numbers)
    defer { numbers = maker.numbers }
    guard let value = maker.value(of: parameter.schema), value != sent,
      value.isBorne(by: parameter),
      parameter.violations(of: value, in: parameter.usual).isEmpty,
      // A text of which nobody knows one, such as a cursor, may name something.
      sent != nil || parameter.example != nil || !parameter.schema.leavesOpen(value)
    else { return nil }
    return GeneratedRequest.Setting(parameter: parameter.name, value: value)
  }

  private mutating func body(_ known: (value: JSON, open: [JSONPointer], schema: Schema)) -> JSON? {
    var maker = ValueMaker(numbers: numbers)
    defer { numbers = maker.numbers }
    let made =
      maker.numbers.once(in: 2)
      ? maker.value(of: known.schema) : maker.variation(of: known.value, as: known.schema)
    guard var made else { return nil }
    // A place with a refusal of its own, or of some versions, means more than its schema says.
    let body = calls.contract.body
    let own = (body?.members.map(\.pointer) ?? []) + (body?.memberVersions.map(\.pointer) ?? [])
    for pointer in own where made[pointer] != known.value[pointer] {
      if let value = known.value[pointer] {
        made = made.setting(value, at: pointer) ?? made
      } else {
        made = made.removing(at: pointer) ?? made
      }
    }
    // A literal nil beside a value of JSON would be its null.
    guard made != known.value else { return nil }
    return made
  }

  /// Right content with one thing in it that its place does not admit, be it in a list or in an alternative.
  private mutating func broken(_ body: JSON, _ schema: Schema) -> JSON? {
    let places = ValuePlaces(of: body, as: schema).all.filter(\.isThere)
    guard let place = numbers.pick(places), let value = body[place.pointer],
      let example = numbers.pick(place.schema.counterexamples(of: value)),
      let changed = example.applied(to: value)
    else { return nil }
    return place.pointer.isRoot ? changed : body.replacing(changed, at: place.pointer)
  }

  /// A right request, with one thing made wrong.
  private mutating func broken(
    _ request: GeneratedRequest,
    _ base: ContractCalls.Base
  ) -> GeneratedRequest? {
    var request = request
    let body = request.body ?? base.body?.value
    if let body, let schema = base.body?.schema, !numbers.once(in: 4) || calls.parameters.isEmpty {
      guard let changed = broken(body, schema) else { return nil }
      request.body = changed
    } else {
      guard let parameter = numbers.pick(calls.parameters.filter { $0.invalid != nil }),
        !ContractCalls.isOpen(parameter.name, in: base),
        let wrong = numbers.pick(parameter.schema.wrongValues)?.value
      else { return nil }
      let value = JSON.string(wrong.wireText)
      guard value.isBorne(by: parameter), value != "" else { return nil }
      request.settings.removeAll { $0.parameter == parameter.name }
      request.settings.append(
        GeneratedRequest.Setting(parameter: parameter.name, value: value)
      )
    }
    request.fault = RequestProof(request, base, calls).onlyFault
    return request.fault == nil ? nil : request
  }
}

extension LifeCycle {
  /// The state after a call, which is the same where the call is refused.
  fileprivate func state(after call: Workflow.Step.ID, in state: State) -> State {
    transitions.first { $0.step.id == call && $0.from.contains(state) }?.to ?? state
  }

  /// How often a call is taken beside others.
  fileprivate func weight(of call: Workflow.Step.ID, in state: State) -> Int {
    let next = transitions.first { $0.step.id == call && $0.from.contains(state) }?.to
    guard let next else { return 2 }
    return transitions.contains { $0.from.contains(next) } ? 6 : 1
  }
}

extension GeneratedCall {
  /// How many requests it is, apart from those that look at what they did.
  fileprivate var requestCount: Int {
    if case .sequence(_, let calls) = kind { calls.count + 1 } else { 1 }
  }
}

extension JSON {
  /// Whether it arrives as it is in the place of a parameter (RFC 9110 section 5.5; a list without items is
  /// not defined, RFC 6570 section 2.3).
  fileprivate func isBorne(by parameter: Parameter) -> Bool {
    switch self {
    case .null: return false
    case .array(let items):
      return !items.isEmpty && items.allSatisfy { $0.isPlainText }
    case .object(let members):
      return !members.isEmpty
        && members.allSatisfy { JSON.string($0.key).isPlainText && $0.value.isPlainText }
    case .boolean, .number, .string:
      guard parameter.usual == .header else { return true }
      let text = wireText
      return !text.isEmpty && text.first != " " && text.last != " "
        && text.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F }
    }
  }

  /// Whether it is a word without any character that a style could part values by.
  private var isPlainText: Bool {
    switch self {
    case .null, .array, .object: return false
    case .boolean, .number: return true
    case .string(let text):
      return !text.isEmpty
        && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }
  }
}
