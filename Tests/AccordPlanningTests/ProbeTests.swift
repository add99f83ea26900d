import AccordModel
import AccordPlanning
import AccordSchema
import Testing

@Suite struct ProbeTests {
  /// The places in which two requests are not the same.
  private func differences(_ left: RequestTemplate, _ right: RequestTemplate) -> [String] {
    let (left, right) = (left.parts, right.parts)
    return Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
  }

  @Test func `every wrong request differs from a right one in one place`() throws {
    let plan = CasePlanner(options: .quick).plan(Shop.suite)
    let right = plan.cases.filter { $0.expectedErrors == nil }
    let wrong = plan.cases.filter { $0.expectedErrors != nil }
    #expect(wrong.count > 30)
    for testCase in wrong {
      let request = try #require(testCase.steps.first).request
      // A malformed body replaces all of the right one.
      guard !testCase.id.description.contains("body-malformed") else { continue }
      let fewest = right.filter { $0.contract == testCase.contract }
        .map { differences($0.steps[0].request, request) }.min { $0.count < $1.count }
      let places = try #require(fewest)
      // An object that is replaced or left out takes its members with it.
      let roots = Set(places.map { $0.split(separator: "/").prefix(2).joined(separator: "/") })
      #expect(roots.count == 1, "\(testCase.id): \(places)")
    }
  }

  @Test func `a wrong value is wrong on the wire in its place`() throws {
    var count = 0
    for suite in [Shop.suite, Club.suite] {
      for testCase in CasePlanner(options: .quick).plan(suite).cases {
        let parts = testCase.id.description.split(separator: "/").map(String.init)
        guard let index = parts.firstIndex(of: "parameter-invalid") else { continue }
        let contract = try #require(suite.contract(testCase.contract))
        let parameter = try #require(
          contract.parameters.first { $0.name.lowercased() == parts[index + 1] }
        )
        let validator = try SchemaValidator(parameter.schema)
        let place = parts.count > index + 3 ? parts[index + 3] : parameter.usual.rawValue
        let request = testCase.steps[0].request
        switch place {
        case "path":
          let isWrong = request.path.contains { piece in
            guard case .value(.literal(let value), _, _) = piece else { return false }
            return !validator.validate(text: value.string ?? value.text(), lexical: .path).isEmpty
          }
          #expect(isWrong, "\(testCase.id)")
        case "body":
          guard case .value(let json, _, _, _) = request.body else {
            Issue.record("\(testCase.id) has no body")
            continue
          }
          let value = try #require(json[parameter.name])
          #expect(!validator.admits(value), "\(testCase.id)")
        default:
          var arguments = request.query
          if case .form(let form) = request.body { arguments = form }
          guard case .literal(.string(let text)) = arguments[parameter.name] else {
            Issue.record("\(testCase.id) does not send the value")
            continue
          }
          let form: LexicalForm = place == "form" ? .form : .query
          #expect(!validator.validate(text: text, lexical: form).isEmpty, "\(testCase.id)")
        }
        count += 1
      }
    }
    #expect(count == 10)
  }

  @Test(arguments: [
    (Schema.string.nullable, []),
    (.string, []),
    (.any, []),
    (.integer, ["not-a-number", "fraction"]),
    (.integer(in: 0...5), ["not-a-number", "fraction", "below-minimum", "above-maximum"]),
    (.boolean, ["not-a-boolean"]),
    (.guid, ["not-a-guid"]),
    (.guid.nullable, ["not-a-guid"]),
    (.oneOf("A", "B"), ["unknown-value"]),
    (.enumeration(["Unknown", "B"]), []),
    (.string(length: 3...5), ["too-long", "too-short"]),
    (.string(length: ...100_000), []),
    (.anyOf([.integer, .boolean]), ["not-a-number", "fraction", "not-a-boolean"]),
    (.anyOf([.integer, .string]), []),
  ])
  func `wrong texts of a parameter`(schema: Schema, expected: [String]) {
    let parameter = Parameter.parameter(
      "value",
      schema,
      in: [.query],
      required: false,
      invalid: .error("BadValue")
    )
    var contract = Shop.getItem
    contract.parameters.append(parameter)
    var suite = Shop.suite
    suite.contracts = [contract]
    let ids = CasePlanner(options: .quick).plan(suite).ids(of: "items.get")
      .filter { $0.hasPrefix("parameter-invalid/value/") }
    #expect(ids == expected.map { "parameter-invalid/value/\($0)" })
  }

  @Test func `the probes of a refusal go before the schema's`() throws {
    var contract = Shop.getItem
    contract.parameters[0].invalid?.probes = [
      .probe("word", "seven", why: "is a word"),
      .probe("number", 8, why: "is right as text"),
      .probe("dots", "..", why: "would be another path"),
    ]
    var suite = Shop.suite
    suite.contracts = [contract]
    let plan = CasePlanner(options: .quick).plan(suite)
    let ids = plan.ids(of: "items.get").filter { $0.hasPrefix("parameter-invalid/id") }
    #expect(ids == ["parameter-invalid/id/word"])
    let probe = try #require(plan.testCase("shop/items.get/parameter-invalid/id/word"))
    #expect(
      probe.title == "A wrong value of id in the path (word) is refused with BadValue."
    )
    guard case .refusal(_, let proof) = probe.steps[0].expectation.outcome else {
      Issue.record("no refusal")
      return
    }
    #expect(proof == #"has for id in the path the value "seven", which is a word"#)
  }

  @Test func `a probe's own basis is that of its case`() throws {
    var contract = Shop.getItem
    contract.parameters[0].invalid?.probes = [
      .probe("word", "seven", why: "is a word", basis: .assumption("Perhaps."))
    ]
    var suite = Shop.suite
    suite.contracts = [contract]
    let plan = CasePlanner(options: .quick).plan(suite)
    let probe = try #require(plan.testCase("shop/items.get/parameter-invalid/id/word"))
    guard case .refusal(let refusal, _) = probe.steps[0].expectation.outcome else {
      Issue.record("no refusal")
      return
    }
    #expect(refusal.refused.basis == .assumption("Perhaps."))
    #expect(refusal.named.basis == .assumption("Perhaps."))
  }

  @Test func `requests carry what the contract demands`() {
    let plan = CasePlanner(options: .quick).plan(Shop.suite)
    #expect(
      plan.line("shop/items.get/example/usual")
        == "GET /items/7?currency=AUD · x-token: {credential} · Accept: application/json"
    )
    #expect(
      plan.line("shop/items.get/header-missing/x-token")
        == "GET /items/7?currency=AUD · Accept: application/json"
    )
    #expect(
      plan.line("shop/items.get/header-invalid/x-token/unknown-token")
        == "GET /items/7?currency=AUD · x-token: 00000000-not-a-token-00000000 · "
        + "Accept: application/json"
    )
    #expect(
      plan.line("shop/items.get/parameter-unknown/id/huge")
        == "GET /items/999999?currency=AUD · x-token: {credential} · Accept: application/json"
    )
    #expect(
      plan.line("shop/orders.place/v2/example/with-card")
        == "POST /orders · x-token: {credential} · Accept: application/json · "
        + "Content-Type: application/json · json "
        + #"{"version":2,"buyer":{"email":"a@b.example"},"kind":"own","card":{"text":"Hi"}}"#
    )
  }
}
