import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordJudging

/// What was read of an answer is found again, and only what was read in the same way.
@Suite struct AnswerContentTests {
  private static let note = String(repeating: "a note that makes the answer long, ", count: 60)
  private static let found = #"{"id":7,"title":"Emma","note":"\#(note)"}"#
  private static let wrong = #"{"id":"7","title":"Emma","note":"\#(note)"}"#

  private func observation(
    _ text: String,
    in suite: SuiteIndex,
    as schema: Schema,
    limits: ValidationLimits = .default
  ) -> Observation {
    let observation = Observation(
      suite: suite,
      contract: ContractIndex(BookShop.get, of: BookShop.suite),
      origin: .example,
      step: Case.Step(
        "",
        RequestTemplate(.get, []),
        expecting: AccordModel.Case.Expectation(.success(.status(.ok, .payload(schema)))),
        of: ""
      ),
      index: 0,
      request: Exchange.Request(origin: "", method: "GET", target: "/", fields: []),
      response: .json(text)
    )
    observation.limits = limits
    return observation
  }

  private func violations(_ observation: Observation, of schema: Schema) throws -> [String] {
    try observation.parts(of: schema, for: "the answer").flatMap(\.check.broken).map(\.message)
  }

  @Test func theSameBytesAreOneContent() {
    let suite = SuiteIndex(BookShop.suite)
    let first = observation(Self.found, in: suite, as: .any)
    let second = observation(Self.found, in: suite, as: .any)
    let other = observation(Self.wrong, in: suite, as: .any)
    #expect(first.memory === second.memory)
    #expect(first.memory !== other.memory)
    let anotherRun = observation(Self.found, in: SuiteIndex(BookShop.suite), as: .any)
    #expect(first.memory !== anotherRun.memory)
  }

  @Test func theSameBytesAreHeldToEachSchema() throws {
    let suite = SuiteIndex(BookShop.suite)
    let number = Schema.object([.required("id", .integer)])
    let text = Schema.object([.required("id", .string)])
    for _ in 0..<2 {
      for (body, schema, count) in [
        (Self.found, number, 0), (Self.found, text, 1), (Self.wrong, number, 1),
        (Self.wrong, text, 0),
      ] {
        let observation = observation(body, in: suite, as: schema)
        #expect(try violations(observation, of: schema).count == count)
      }
    }
  }

  @Test func theSameBytesAreHeldWithinEachLimit() throws {
    let suite = SuiteIndex(BookShop.suite)
    let schema = Schema.object([.required("id", .string), .required("title", .integer)])
    var limits = ValidationLimits.default
    for count in [1, 2, 1] {
      limits.violations = count
      let observation = observation(Self.found, in: suite, as: schema, limits: limits)
      #expect(try violations(observation, of: schema).count == count)
    }
  }

  @Test func valuesAreThoseOfEachPromise() throws {
    let suite = SuiteIndex(BookShop.suite)
    let declared = Schema.object([.optional("note", .string.nullable), .required("id", .integer)])
    let other = Schema.object([.required("id", .integer), .optional("note", .string)])
    for (schema, names) in [
      (declared, ["note", "id", "title"]), (other, ["id", "note", "title"]),
      (declared, ["note", "id", "title"]),
    ] {
      let observation = observation(Self.found, in: suite, as: schema)
      guard case .whole(.object(let members))? = observation.answerValue() else {
        Issue.record("no value")
        return
      }
      #expect(members.map(\.key) == names)
    }
  }

  @Test func membersAreThoseOfEachPayload() {
    let suite = SuiteIndex(BookShop.suite)
    let clause = BookShop.get.responses[0].contentClause
    for (name, count) in [("id", 1), ("nothing", 0), ("title", 1), ("id", 1)] {
      let schema = Schema.object([.optional(name, .any)])
      let observation = observation(Self.found, in: suite, as: schema)
      #expect(observation.promisesPresent(of: schema, clause).count == count)
    }
  }
}
