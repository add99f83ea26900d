@testable import AccordSchema
import Testing

/// Values without quotes: in paths, queries, headers and forms.
struct TextValidationTests {
  @Test(
    arguments: [
      (Schema.integer, "12", true), (.integer, "+12", true), (.integer, "007", true),
      (.integer, "1.5", false), (.integer, "abc", false), (.integer, "", false),
      (.integer, "1e", false),
      (.integer(in: 1...), "0", false), (.number, "-1.5e3", true), (.number, ".", false),
      (.boolean, "true", true), (.boolean, "False", true), (.boolean, "1", true),
      (.boolean, "yes", false), (.boolean, "2", false), (.boolean, "", false),
      (.string, "", true), (.string, "null", true), (.string, "12", true),
      (.nonEmptyString, "", false),
      (.guid, "3f2504e0-4f89-41d3-9a0c-0305e82c3301", true), (.guid, "abc", false),
      (.oneOf("1", "2"), "1", true), (.oneOf("Accepted"), "accepted", false),
      (.constant(1), "1", true), (.constant(1), "2", false),
      (.integer.nullable, "", true), (.integer.nullable, "null", false),
      (.anyOf([.integer, .oneOf("all")]), "all", true),
      (.anyOf([.integer, .oneOf("all")]), "x", false),
      (.array(of: .integer), "1,2,3", true), (.array(of: .integer), "1,x", false),
    ] as [(Schema, String, Bool)]
  )
  func query(schema: Schema, text: String, isAccepted: Bool) throws {
    let violations = try SchemaValidator(schema).validate(text: text, lexical: .query)
    #expect(violations.isEmpty == isAccepted, "\(violations)")
  }

  @Test func messages() throws {
    let integer = try SchemaValidator(.integer(in: 1...))
    #expect(
      integer.validate(text: "abc", lexical: .path).map(\.message) == [
        #"At the whole value: expected integer, found string "abc"."#
      ]
    )
    #expect(
      integer.validate(text: "0", lexical: .path).map(\.message) == [
        "At the whole value: expected at least 1, found integer 0."
      ]
    )
  }

  @Test func probesAreWrongBeyondDoubt() {
    #expect(
      Schema.integer(in: 1...).textCounterexamples(lexical: .query).map(\.text)
        == ["abc", "", "1.5", "null", "not-a-number", "0"]
    )
    #expect(Schema.string.textCounterexamples(lexical: .query).isEmpty)
    #expect(
      Schema.oneOf("Accepted", "Rejected").textCounterexamples(lexical: .path).map(\.text)
        == ["abc", "", "1.5", "null", "17", "no-such-value", "ACCEPTED"]
    )
  }
}
