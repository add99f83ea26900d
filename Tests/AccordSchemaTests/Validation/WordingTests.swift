@testable import AccordSchema
import Testing

/// Every message, word for word.
struct WordingTests {
  @Test(
    arguments: [
      (Schema.integer, JSON("12"), #"expected integer, found string "12"."#),
      (.integer.nullable, 1.5, "expected integer or null, found number 1.5."),
      (.never, 1, "expected nothing, found integer 1."),
      (.constant("a"), "b", #"expected "a", found string "b"."#),
      (.oneOf("A", "B"), "C", #"expected one of "A", "B", found string "C"."#),
      (.constant([1, 2]), [1], "expected [1,2], found an array of 1 item."),
      (.integer(in: 1...), 0, "expected at least 1, found integer 0."),
      (.integer(in: ...5), 6, "expected at most 5, found integer 6."),
      (.number(in: ..<1), 1, "expected less than 1.0, found integer 1."),
      (
        .string(length: 2...), "x",
        "expected a string of at least 2 characters, found string \"x\" of 1 character."
      ),
      (
        .string(length: ...1), "xy",
        "expected a string of at most 1 character, found string \"xy\" of 2 characters."
      ),
      (
        .string(pattern: "^a"), "b",
        #"expected a string in which the pattern ^a is found, found string "b"."#
      ),
      (.guid, "x", #"expected a GUID, found string "x"."#),
      (.array(of: .any, count: 1...), [], "expected an array of at least 1 item, found 0 items."),
      (
        .array(of: .any, count: ...1), [1, 2], "expected an array of at most 1 item, found 2 items."
      ),
      (.object([.required("id", .any)]), ["a": 1], #"expected a member "id", found none."#),
      (
        .not(.integer), 1,
        #"expected a value that the schema under "not" refuses, found integer 1."#
      ),
      (
        .exactlyOne([.integer, .number]), 1,
        "expected a value that exactly one alternative admits, found integer 1, which the alternatives 0 and 1 admit."
      ),
      (
        .anyOf([.integer(in: 5...), .integer(in: ...0)]), 3,
        "expected a value that one of 2 alternatives admits, found integer 3, which none of them admits. "
          + "The closest alternative fails at the whole value: expected at least 5, found integer 3."
      ),
      (
        .string, [1], "expected string, found an array of 1 item."
      ),
      (
        .integer, ["a": 1, "b": 2], "expected integer, found an object of 2 members."
      ),
    ] as [(Schema, JSON, String)]
  )
  func ofTheWholeValue(schema: Schema, value: JSON, sentence: String) throws {
    let violations = try SchemaValidator(schema).validate(value)
    #expect(violations.map(\.message) == ["At the whole value: " + sentence])
  }

  @Test func undeclaredMember() throws {
    let validator = try SchemaValidator(.object([], additional: .forbidden))
    let violation = try #require(validator.validate(["a": 1]).first)
    #expect(violation.message == #"At /a: expected declared members only, found the member "a"."#)
  }

  @Test func aLongValueIsCut() throws {
    let text = String(repeating: "x", count: 100)
    let violation = try #require(SchemaValidator(.integer).validate(.string(text)).first)
    #expect(
      violation.actual == "string \"" + String(repeating: "x", count: 64) + "…\" (100 characters)"
    )
  }

  @Test func aControlCharacterIsEscaped() throws {
    let violation = try #require(SchemaValidator(.integer).validate("\u{1B}[31m").first)
    #expect(violation.actual == #"string "\u001b[31m""#)
  }

  @Test(
    arguments: [
      (
        Schema.object([.optional("a", .string(pattern: "("))]), "/properties/a/pattern",
        "In the schema at /properties/a/pattern: the pattern ( is not in the syntax of ECMA-262: "
      ),
      (
        .format("guidd"), "/format",
        "In the schema at /format: no format is named \"guidd\"; the formats are "
      ),
      (
        .object([.required("a", .any), .required("a", .any)]), "/properties/a",
        "In the schema at /properties/a: the member \"a\" is declared twice; declare it once."
      ),
      (
        .array(of: .enumeration([])), "/items/enum",
        "In the schema at /items/enum: expected at least one alternative, found none; "
          + "nothing conforms to an empty choice."
      ),
      (
        .string(length: (-1)...), "/minLength",
        "In the schema at /minLength: expected a bound of at least 0, found -1."
      ),
    ] as [(Schema, String, String)]
  )
  func ofASchema(schema: Schema, location: String, sentence: String) {
    let error = #expect(throws: SchemaError.self) { try SchemaValidator(schema) }
    #expect(error?.schemaLocation == location)
    #expect(error?.message.hasPrefix(sentence) == true, "\(error?.message ?? "")")
  }
}
