import AccordModel
import AccordSchema

/// What a contract alone says of a right request: the outcome of the example that the request
/// repeats, else the usual response.
struct ContractAnswers: Sendable {
  let suite: ContractSuite

  /// The reply, or the refusal of the example; `values` tells what the live data are now.
  func reply(
    to call: MockCall,
    _ values: (Given) -> [JSON]
  ) throws(MockRefusal) -> MockReply {
    // One that says more of the request goes before one that says less, such as nothing.
    var closest: Example?
    for example in call.contract.examples where repeats(call, example, values) {
      if let known = closest, known.details >= example.details { continue }
      if case .response(let name) = example.outcome, call.contract.response(named: name) == nil {
        continue
      }
      closest = example
    }
    switch closest?.outcome {
    case .refusal(let refusal): throw MockRefusal(refusal, "")
    case .response(let name): return MockReply(as: name)
    case nil: return MockReply()
    }
  }

  private func repeats(
    _ call: MockCall,
    _ example: Example,
    _ values: (Given) -> [JSON]
  ) -> Bool {
    guard example.routes.isEmpty || example.routes.contains(call.route.name),
      example.versions.isEmpty || call.version.map(example.versions.contains) ?? true
    else { return false }
    guard isCalled(call, by: example) else { return false }
    let lists = [example.path, example.query, example.cookies].map(\.list)
    let arguments = lists.joined().allSatisfy { argument in
      call.value(of: argument.name).map { stands($0, for: argument.value, values) } ?? false
    }
    let headers = example.headers.list.allSatisfy { header in
      if let value = call.value(of: header.name) { return stands(value, for: header.value, values) }
      return call.request.value(of: header.name).map {
        stands(.string($0), for: header.value, values)
      }
        ?? false
    }
    let open = example.bodyValues.allSatisfy { place in
      call.body?[place.pointer].map { stands($0, for: place.value, values) } ?? false
    }
    return arguments && headers && open && repeatsBody(call, example)
  }

  /// Whether the caller is the one who calls in the example.
  private func isCalled(_ call: MockCall, by example: Example) -> Bool {
    let rule = call.contract.credential
    guard rule != nil || example.role != nil else { return true }
    let usual = suite.credential == nil ? suite.roles.list.first?.name : nil
    return call.role == example.role ?? rule?.role ?? usual
  }

  /// Whether the body is the example's but for its version and its open values.
  private func repeatsBody(_ call: MockCall, _ example: Example) -> Bool {
    guard var expected = example.body, var found = call.body else { return example.body == nil }
    var pointers = example.bodyValues.map(\.pointer)
    if case .body(let pointer) = call.route.version?.carrier { pointers.append(pointer) }
    for pointer in pointers {
      expected = expected.replacing(.null, at: pointer) ?? expected
      found = found.replacing(.null, at: pointer) ?? found
    }
    return expected.isEquivalent(to: found)
  }

  private func stands(
    _ value: JSON,
    for operand: Operand,
    _ values: (Given) -> [JSON]
  ) -> Bool {
    switch operand {
    case .literal(let literal):
      guard literal.scalarText == nil else { return literal.scalarText == value.scalarText }
      return literal.isEquivalent(to: value)
    case .output, .stepOutput: return false
    case .unique(let prefix, let suffix):
      let text = value.scalarText ?? ""
      return text.hasPrefix(prefix) && text.hasSuffix(suffix)
    case .given(let name, let field):
      guard let given = suite.given(name) else { return false }
      let member = field ?? given.fields.first?.name ?? ""
      return values(given).contains { known in
        (known.members == nil ? known : known[member])?.scalarText == value.scalarText
      }
    }
  }
}

extension Example {
  /// How much it says of its request.
  fileprivate var details: Int {
    [path, query, cookies, headers].map(\.list.count).reduce(0, +) + bodyValues.count
      + (body == nil ? 0 : 1)
  }
}
