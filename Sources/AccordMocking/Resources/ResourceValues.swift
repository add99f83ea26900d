import AccordModel
import AccordSchema

/// The values of answers that show what is kept.
struct ResourceValues: Sendable {
  let suite: ContractSuite

  /// The response that a reply means.
  func rule(_ reply: MockReply, of call: MockCall) -> ResponseRule? {
    guard let name = reply.response else { return call.contract.responses.first }
    return call.contract.response(named: name)
  }

  /// Whether a reply has a value.
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

  /// What workflows wait for when they make a call is there at once.
  func awaited(_ value: JSON, of call: MockCall) -> JSON {
    let waiting = suite.workflows.flatMap(\.steps).filter { $0.contract == call.contract.id }
    return waiting.compactMap(\.until).flatMap(\.places).reduce(value) { value, place in
      place.schema.sample().map { value.setting($0, at: place.pointer) } ?? value
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
