@testable import AccordSchema
import Testing

struct SampleTests {
  static let schemas: [Schema] =
    (JSONValidationTests.scalars + JSONValidationTests.containers)
    .filter { !$0.accepted.isEmpty }.map(\.schema)
    + WritingTests.schemas.map(\.1) + [DocumentSchemas.preregistration]

  @Test func everySampleConforms() throws {
    for schema in Self.schemas where schema.content.not == nil {
      let validator = try SchemaValidator(schema)
      for seed in 0..<20 as Range<UInt64> {
        let value = try #require(schema.sample(seed: seed), "\(schema.content.types?.names ?? [])")
        #expect(validator.validate(value).isEmpty)
        #expect(schema.sample(seed: seed) == value)
      }
    }
  }

  @Test func samplesAreComplete() throws {
    let value = try #require(DocumentSchemas.connection.sample())
    #expect(value.members?.map(\.key) == DocumentSchemas.connection.content.members.map(\.name))
    #expect(value["SuggesterContact"]?["EmailAddress"] == "text")
    #expect(value["FromDate"] == "/Date(1709209800000)/")
  }

  @Test func examplesComeFirst() {
    let schema = Schema.object([
      .required("a", .string(pattern: "^x+$").example("xx")), .optional("b", .oneOf("B", "C")),
    ])
    #expect(schema.sample() == ["a": "xx", "b": "B"])
    #expect(Schema.string(pattern: "^x+$").sample() == "xxx")
    #expect(Schema.never.sample() == nil)
    #expect(Schema.guid.sample(seed: 1) != Schema.guid.sample(seed: 2))
  }
}

struct CounterexampleTests {
  @Test func eachBreaksOneKeywordInOnePlace() {
    let schema = Schema.object(
      [
        .required("id", .integer(in: 1...5)), .required("name", .string(length: 2...3)),
        .optional("kind", .oneOf("A", "B").nullable),
        .optional("list", .array(of: .guid, count: 1...1)),
      ],
      additional: .forbidden
    )
    let lines = schema.counterexamples().map { "\($0.keyword): \($0.sentence)" }
    #expect(
      lines == [
        "type: The whole value is a string instead of object.",
        "type: The whole value is null.",
        "required: /id is left out.",
        "type: /id is a string instead of integer.",
        "type: /id is a number with a fraction.",
        "type: /id is null.",
        "minimum: /id is below 1.",
        "maximum: /id is above 5.",
        "required: /name is left out.",
        "type: /name is a number instead of string.",
        "type: /name is null.",
        "minLength: /name is an empty string.",
        "minLength: /name is a string of 1 characters.",
        "maxLength: /name is a string of 4 characters.",
        "type: /kind is a number instead of string or null.",
        "enum: /kind is a string that is not listed.",
        "enum: /kind is a listed string in another case.",
        "enum: /kind is an empty string.",
        "type: /list is a string instead of array.",
        "type: /list is null.",
        "minItems: /list is an array of 0 items.",
        "maxItems: /list is an array of 2 items.",
        "type: /list/0 is a number instead of string.",
        "type: /list/0 is null.",
        "format: /list/0 is not a GUID.",
        "format: /list/0 is an empty string.",
        "additionalProperties: /undeclaredMember is added, which is not declared.",
      ]
    )
  }

  @Test func eachIsInvalidAtItsPointerAndNowhereElse() throws {
    var count = 0
    for schema in SampleTests.schemas {
      guard let sample = schema.sample() else { continue }
      let validator = try SchemaValidator(schema)
      for counterexample in schema.counterexamples() {
        let value = try #require(counterexample.applied(to: sample))
        let violations = validator.validate(value)
        let place =
          counterexample.change == .removed
          ? counterexample.pointer.parent ?? .root : counterexample.pointer
        #expect(!violations.isEmpty)
        #expect(violations.allSatisfy { $0.instanceLocation == place.description })
        count += 1
      }
    }
    #expect(count > 300)
  }

  @Test func aDocumentedExampleIsBrokenInItsOwnMembersOnly() throws {
    let schema = DocumentSchemas.statusUpdate
    let example = try JSONDocument(parsing: DocumentTexts.statusUpdate).root.value
    let counterexamples = schema.counterexamples(of: example)
    #expect(counterexamples.count { $0.change == .removed } == 4)
    #expect(counterexamples.count { $0.keyword == "format" } == 8)
    #expect(schema.counterexamples(of: ["ConnectionId": 1]).isEmpty)
  }
}
