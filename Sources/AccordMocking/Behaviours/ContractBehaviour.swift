import AccordModel
import AccordSchema

/// The behaviour of a suite that nothing is known of but its contracts: it keeps no state, and its
/// live data are values that the mock made up.
struct ContractBehaviour: Behaviour {
  let suite: ContractSuite

  private let made: [MadeGiven]

  /// How many values each given has.
  static let count = 100

  init(_ suite: ContractSuite) {
    self.suite = suite
    made = suite.givens.enumerated().map { MadeGiven($0.element, number: $0.offset + 1) }
  }

  func accepts(_ token: String) -> Bool { token == Mock.token }

  /// Answers as the example that the request repeats, else as usual.
  func perform(_ call: Call) throws(Denial) -> Reply {
    for example in call.contract.examples where repeats(call, example) {
      switch example.outcome {
      case .refusal(let refusal): throw Denial(refusal, "")
      case .response(let name):
        let rule = call.contract.responses.first { $0.clause.id == "response/\(name)" }
        if let rule { return Reply(rule: rule) }
      }
    }
    return Reply()
  }

  func answer(undeclared request: MockRequest, _ target: RequestTarget) -> MockAnswer? { nil }

  func givens() -> [(name: String, values: [JSON])] { made.map { ($0.given.id, $0.values) } }

  func reset() {}

  private func repeats(_ call: Call, _ example: Example) -> Bool {
    guard example.routes.isEmpty || example.routes.contains(call.route.name),
      example.versions.isEmpty || call.version.map(example.versions.contains) ?? true
    else { return false }
    let arguments = (example.path.list + example.query.list).allSatisfy { argument in
      call.value(of: argument.name).map { stands($0, for: argument.value) } ?? false
    }
    let open = example.bodyValues.allSatisfy { place in
      call.body?[place.pointer].map { stands($0, for: place.value) } ?? false
    }
    return arguments && open && repeatsBody(call, example)
  }

  /// Whether the body is the example's but for its version and its open values.
  private func repeatsBody(_ call: Call, _ example: Example) -> Bool {
    guard var expected = example.body, var found = call.body else { return example.body == nil }
    var pointers = example.bodyValues.map(\.pointer)
    if case .body(let pointer) = call.route.version?.carrier { pointers.append(pointer) }
    for pointer in pointers {
      expected = expected.replacing(.null, at: pointer) ?? expected
      found = found.replacing(.null, at: pointer) ?? found
    }
    return expected.isEquivalent(to: found)
  }

  private func stands(_ value: JSON, for operand: Operand) -> Bool {
    switch operand {
    case .literal(let literal): return literal.scalarText == value.scalarText
    case .unique(let prefix, let suffix):
      let text = value.scalarText ?? ""
      return text.hasPrefix(prefix) && text.hasSuffix(suffix)
    case .given(let name, let field):
      guard let made = made.first(where: { $0.given.id == name }) else { return false }
      return made.contains(value, field: field)
    }
  }
}

/// Values of a given that the mock made up.
private struct MadeGiven: Sendable {
  let given: Given
  let values: [JSON]

  init(_ given: Given, number: Int) {
    self.given = given
    values = (0..<ContractBehaviour.count).map { index in
      let fields = given.fields.map { field in
        JSONMember(field.name, Self.value(field.schema, given.id, number * 1000 + index))
      }
      return fields.count == 1 ? fields[0].value : .object(fields)
    }
  }

  func contains(_ value: JSON, field: String?) -> Bool {
    values.contains { made in
      (made.members == nil ? made : made[field ?? given.fields.first?.name ?? ""])?.scalarText
        == value.scalarText
    }
  }

  /// A value that no other given has, if the schema admits one of the usual kinds.
  private static func value(_ schema: Schema, _ name: String, _ number: Int) -> JSON {
    let validator = try? Validator(schema)
    let candidates: [JSON] = [
      .number(JSONNumber(number)), .string(String(number)),
      .string("\(name)-\(number)"), .string(GUID.text(family: 0xA, number)),
      .string("\(name)-\(number)@example.com"),
    ]
    return candidates.first { validator?.admits($0) ?? false } ?? schema.sample() ?? .null
  }
}
