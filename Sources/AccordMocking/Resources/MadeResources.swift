import AccordModel
import AccordSchema
import HTTPTypes
import Synchronization

/// What calls have made, by its path, where workflows of the suite say that a call makes something
/// that others find, change and remove.
///
/// A suite without workflows has none: its mock answers as its contracts alone say.
final class MadeResources: Sendable {
  /// What is at a path.
  private enum Entry: Sendable {
    /// A value, with the members that were sent and answered.
    case present(JSON)
    /// Nothing any more.
    case gone
  }

  private struct State: Sendable {
    var entries: [String: Entry] = [:]
    var count = 0
  }

  /// A reply with where it says that something is.
  struct Reply {
    var reply: MockReply
    var location: String?
  }

  private let suite: ContractSuite
  private let links: [ResourceLink]
  private let state = Mutex(State())

  init(_ suite: ContractSuite) {
    self.suite = suite
    links = ResourceLink.links(in: suite)
  }

  /// Forgets everything.
  func reset() { state.withLock { $0 = State() } }

  /// The reply to a right request, as what was made has it; `usual` is what the contract alone says.
  func reply(
    to call: MockCall,
    _ usual: () throws(MockRefusal) -> MockReply
  ) throws(MockRefusal) -> Reply {
    guard !links.isEmpty else { return Reply(reply: try usual()) }
    let path = RequestTarget(call.request.target).path
    if let entry = state.withLock({ $0.entries[path] }) {
      return Reply(reply: try reply(to: call, at: path, entry))
    }
    let reply = try usual()
    guard links.contains(where: { $0.maker == call.contract.id }) else {
      return Reply(reply: reply)
    }
    return make(call, reply)
  }

  /// Makes something, at every path where the workflows look for it.
  private func make(_ call: MockCall, _ reply: MockReply) -> Reply {
    let own = links.filter { $0.maker == call.contract.id }
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
    let identity =
      own.lazy.compactMap { $0.parameter(in: self.suite) }.first
      .map { Self.identity(of: $0, number) } ?? .number(JSONNumber(number))
    var value = self.value(of: call, reply, over: call.body ?? .object([]))
    for link in own {
      guard case .body(let pointer) = link.part else { continue }
      value = value.setting(identity, at: pointer)
    }
    let paths = own.compactMap { $0.path(of: identity, in: suite, for: call) }
    state.withLock { state in
      for path in paths { state.entries[path] = .present(value) }
    }
    let place = own.first { $0.isPlace }?.path(of: identity, in: suite, for: call)
    return Reply(
      reply: isValue(reply, of: call) ? MockReply(value, as: reply.response) : reply,
      location: place ?? paths.first
    )
  }

  private func reply(
    to call: MockCall,
    at path: String,
    _ entry: Entry
  ) throws(MockRefusal) -> MockReply {
    let isPut = call.request.method == "PUT"
    guard case .present(let stored) = entry else {
      guard isPut else {
        let parameters = call.contract.parameters.filter { $0.place(onPathOf: call.route) }
        let unknown = parameters.lazy.reversed().compactMap(\.unknown).first
        throw MockRefusal(unknown ?? .status(.notFound), "Nothing is at \(path) any more.")
      }
      return change(call, at: path, .object([]))
    }
    switch call.request.method {
    case "DELETE":
      state.withLock { $0.entries[path] = .gone }
      return MockReply()
    case "PUT", "PATCH", "POST": return change(call, at: path, stored)
    default: break
    }
    let value = awaited(self.value(of: call, MockReply(), over: stored), of: call)
    return isValue(MockReply(), of: call) ? MockReply(value) : MockReply()
  }

  private func change(_ call: MockCall, at path: String, _ stored: JSON) -> MockReply {
    let members = call.body?.members ?? []
    let changed = members.reduce(stored) {
      $0.setting($1.value, at: JSONPointer(tokens: [$1.key]))
    }
    let value = self.value(of: call, MockReply(), over: changed)
    state.withLock { $0.entries[path] = .present(changed) }
    return isValue(MockReply(), of: call) ? MockReply(value) : MockReply()
  }

  /// What workflows wait for when they make a call is there at once.
  private func awaited(_ value: JSON, of call: MockCall) -> JSON {
    let waiting = suite.workflows.flatMap(\.steps).filter { $0.contract == call.contract.id }
    return waiting.compactMap(\.until).flatMap(\.places).reduce(value) { value, place in
      place.schema.sample().map { value.setting($0, at: place.pointer) } ?? value
    }
  }

  func rule(_ reply: MockReply, of call: MockCall) -> ResponseRule? {
    guard let name = reply.response else { return call.contract.responses.first }
    return call.contract.response(named: name)
  }

  func isValue(_ reply: MockReply, of call: MockCall) -> Bool {
    rule(reply, of: call)?.schema != nil && reply.bytes == nil
  }

  /// A value of the answer with the members that are known.
  func value(of call: MockCall, _ reply: MockReply, over known: JSON) -> JSON {
    guard let rule = rule(reply, of: call), let schema = rule.schema else { return known }
    let sample = rule.sample(seed: 0, showingNone: suite.errors) ?? .object([])
    let plain = rule.tied(sample, to: call)
    guard let validator = try? SchemaValidator(schema), plain.members != nil else { return plain }
    let declared = Set(PayloadMembers(schema).paths.filter { !$0.dropFirst().contains("/") })
    // A member of what was sent that the answer has otherwise stays as the answer has it.
    return (known.members ?? []).reduce(plain) { value, member in
      let pointer = JSONPointer(tokens: [member.key])
      guard declared.contains("\(pointer)") else { return value }
      let changed = value.setting(member.value, at: pointer)
      return validator.admits(changed) ? changed : value
    }
  }

  /// A value of a parameter that no contract has in an example.
  static func identity(of parameter: Parameter, _ number: Int) -> JSON {
    let number = 700_000 + number
    let candidates: [JSON] = [
      .number(JSONNumber(number)), .string(String(number)), .string("made-\(number)"),
      .string(GUID.text(family: 0xB, number)),
    ]
    let validator = try? SchemaValidator(parameter.schema)
    return candidates.first { validator?.admits($0) ?? false }
      ?? parameter.schema.sample(seed: UInt64(number)) ?? .number(JSONNumber(number))
  }
}

extension Parameter {
  fileprivate func place(onPathOf route: Contract.Route) -> Bool {
    route.path.variables.contains(name)
  }
}
