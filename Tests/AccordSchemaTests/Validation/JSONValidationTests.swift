@testable import AccordSchema
import Testing

struct JSONValidationTests {
  /// One schema with values that conform to it, and values that do not with the keyword they break.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let schema: Schema
    let accepted: [JSON]
    let rejected: [(JSON, String)]

    init(_ name: String, _ schema: Schema, _ accepted: [JSON], _ rejected: [(JSON, String)]) {
      self.name = name
      self.schema = schema
      self.accepted = accepted
      self.rejected = rejected
    }

    var testDescription: String { name }
  }

  static let scalars: [Row] = [
    Row("any", .any, [nil, true, 1, "", [], [:]], []),
    Row("never", .never, [], [(nil, ""), (1, "")]),
    Row("null", .null, [nil], [(false, "type"), (0, "type"), ("", "type")]),
    Row("boolean", .boolean, [true, false], [(nil, "type"), (1, "type"), ("true", "type")]),
    Row("string", .string, ["", "é"], [(nil, "type"), (1, "type"), ([], "type")]),
    Row("integer", .integer, [0, -7, 1.0], [(1.5, "type"), ("1", "type"), (nil, "type")]),
    Row("number", .number, [0, 1.5, -1], [("1", "type"), (true, "type")]),
    Row(
      "length",
      .string(length: 2...3),
      ["ab", "abc", "é🐲"],
      [
        ("a", "minLength"), ("abcd", "maxLength"), ("🐲", "minLength"),
      ]
    ),
    Row("open length", .string(length: ...2), ["", "ab"], [("abc", "maxLength")]),
    Row(
      "half-open length",
      .string(length: 1..<3),
      ["a", "ab"],
      [
        ("", "minLength"), ("abc", "maxLength"),
      ]
    ),
    Row("non-empty", .nonEmptyString, ["x"], [("", "minLength"), (nil, "type")]),
    Row(
      "pattern",
      .string(pattern: "^[A-Z]{2}$"),
      ["AU"],
      [("au", "pattern"), ("AUS", "pattern")]
    ),
    Row("from", .integer(in: 1...), [1, 2], [(0, "minimum"), (0.5, "type")]),
    Row("closed", .integer(in: 0...5), [0, 5], [(-1, "minimum"), (6, "maximum")]),
    Row("half-open", .integer(in: 0..<5), [0, 4], [(5, "maximum")]),
    Row(
      "numbers",
      .number(in: 0.5..<1.5),
      [0.5, 1.25],
      [
        (0.25, "minimum"), (1.5, "exclusiveMaximum"),
      ]
    ),
    Row("choice", .oneOf("A", "B"), ["A", "B"], [("a", "enum"), ("", "enum"), (nil, "type")]),
    Row(
      "constant",
      .constant(["a": 1, "b": [1.0]]),
      [["b": [1], "a": 1.0]],
      [
        (["a": 1], "const"), (nil, "const"),
      ]
    ),
    Row(
      "enumeration",
      .enumeration([1, "x", nil]),
      [1, 1.0, "x", nil],
      [("y", "enum"), (2, "enum")]
    ),
    Row("nullable string", .string.nullable, [nil, ""], [(1, "type")]),
    Row("nullable choice", .oneOf("A").nullable, [nil, "A"], [("B", "enum")]),
    Row("nullable constant", .constant(1).nullable, [nil, 1], [(2, "enum")]),
    Row("not", .not(.string), [1, nil], [("x", "not")]),
    Row("either", .anyOf([.integer, .string(length: 2...)]), [1, "ab"], [("a", "minLength")]),
    Row(
      "exactly one",
      .exactlyOne([.integer(in: 0...9), .integer(in: 5...20)]),
      [1, 12],
      [
        (7, "oneOf"), (30, "oneOf"),
      ]
    ),
    Row(
      "all",
      .allOf([.integer(in: 1...), .integer(in: ...3)]),
      [2],
      [
        (0, "minimum"), (4, "maximum"),
      ]
    ),
    Row("nothing to choose from", .anyOf([]), [], [(1, "")]),
  ]

  static let containers: [Row] = [
    Row("list", .array(of: .integer), [[], [1, 2]], [(["a"], "type"), ([:], "type")]),
    Row(
      "bounded list",
      .array(of: .any, count: 1...2),
      [[1], [1, 2]],
      [
        ([], "minItems"), ([1, 2, 3], "maxItems"),
      ]
    ),
    Row("dictionary", .dictionary(of: .string), [[:], ["a": "b"]], [(["a": 1], "type")]),
    Row(
      "object",
      .object([.required("id", .guid), .optional("name", .string.nullable)]),
      [
        ["id": "3F2504E0-4F89-41D3-9A0C-0305E82C3301"],
        ["id": "3f2504e04f8941d39a0c0305e82c3301", "name": nil, "surplus": 1],
      ],
      [([:], "required"), (["id": nil], "type"), (["id": "x"], "format"), ([], "type")]
    ),
    Row(
      "closed object",
      .object([.optional("a", .any)], additional: .forbidden),
      [[:], ["a": 1]],
      [(["b": 1], "additionalProperties"), (["A": 1], "additionalProperties")]
    ),
    Row(
      "extended object",
      .object([.required("b", .integer)], extending: .object([.required("a", .string)])),
      [["a": "", "b": 1]],
      [(["b": 1], "required"), (["a": ""], "required"), (["a": 1, "b": 1], "type")]
    ),
    Row(
      "nullable alternatives",
      .anyOf([.object([.required("a", .integer)]), .array(of: .string)]).nullable,
      [nil, ["a": 1], ["x"]],
      [(["a": "x"], "type"), ([1], "type"), (1, "anyOf")]
    ),
  ]

  @Test(arguments: scalars + containers)
  func keywords(row: Row) throws {
    let validator = try SchemaValidator(row.schema)
    for value in row.accepted {
      let violations = validator.validate(value)
      #expect(violations.isEmpty, "\(value): \(violations)")
      let document = try JSONDocument(parsing: value.bytes())
      #expect(validator.admits(document))
    }
    for (value, keyword) in row.rejected {
      let violations = validator.validate(value)
      #expect(violations.map(\.keyword) == [keyword], "\(value): \(violations)")
      let document = try JSONDocument(parsing: value.bytes())
      #expect(!validator.admits(document))
    }
  }

  @Test func threeWrongPlacesAreThreeViolationsInDocumentOrder() throws {
    let validator = try SchemaValidator(DocumentSchemas.preregistration)
    let text = """
      {
        "version": "1",
        "contactDetails": {"email1": "x", "firstname": "", "lastname": "L"},
        "preRegCompanyKey": "key"
      }
      """
    let violations = validator.validate(try JSONDocument(parsing: text))
    #expect(
      violations.map(\.message) == [
        """
        At /version (line 2, column 14): expected integer, found string "1".
        """,
        """
        At /contactDetails/email1 (line 3, column 32): expected an e-mail address, \
        found string "x".
        """,
        """
        At /contactDetails/firstname (line 3, column 50): expected a string of at least \
        1 character, found string "" of 0 characters.
        """,
      ]
    )
    #expect(
      violations.map(\.schemaLocation) == [
        "/properties/version/type",
        "/properties/contactDetails/properties/email1/format",
        "/properties/contactDetails/properties/firstname/minLength",
      ]
    )
  }

  @Test func documents003Conform() throws {
    let request = try JSONDocument(parsing: DocumentTexts.statusUpdate)
    #expect(try SchemaValidator(DocumentSchemas.statusUpdate).validate(request).isEmpty)
    let response = try JSONDocument(parsing: DocumentTexts.statusUpdateResponse)
    #expect(try SchemaValidator(DocumentSchemas.statusUpdateResponse).validate(response).isEmpty)
  }

  @Test func canonicallyEquivalentNamesAreDifferentNames() throws {
    let validator = try SchemaValidator(
      .object([.required("caf\u{E9}", .integer)], additional: .forbidden)
    )
    #expect(validator.validate(["caf\u{E9}": 1]).isEmpty)
    #expect(
      validator.validate(["cafe\u{301}": 1]).map(\.keyword) == ["required", "additionalProperties"]
    )
  }

  @Test func membersWithManyNamesAreFound() throws {
    let names = (0..<200).map { "member\($0)" }
    let schema = Schema.object(
      names.map { .required($0, .integer) },
      additional: .forbidden
    )
    let validator = try SchemaValidator(schema)
    let value = JSON.object(names.reversed().map { JSONMember($0, 1) })
    #expect(validator.validate(value).isEmpty)
    let broken = try #require(value.removing(at: "/member131"))
    #expect(validator.validate(broken).map(\.evidence) == [.missingMember("member131")])
  }

  @Test func anEscapedNameIsTheSameName() throws {
    let validator = try SchemaValidator(
      .object([.required("name", .integer)], additional: .forbidden)
    )
    let document = try JSONDocument(parsing: #"{"n\u0061me": 1}"#)
    #expect(validator.validate(document).isEmpty)
  }

  @Test func linesAreHeldToTheSchemaOneByOne() throws {
    let validator = try SchemaValidator(.object([.required("a", .integer)]))
    let lines = try JSONLines(parsing: Array("{\"a\":1}\n\n{\"a\":\"x\"}\r\n[]".utf8))
    #expect(
      validator.validate(lines).map(\.message) == [
        #"At /1/a (line 3, column 6): expected integer, found string "x"."#,
        "At /2 (line 4, column 1): expected object, found an array of 0 items.",
      ]
    )
  }

  @Test func violationsAreBounded() throws {
    let validator = try SchemaValidator(.array(of: .string))
    let value = JSON.array(Array(repeating: 1, count: 5000))
    #expect(validator.validate(value).count == 1000)
  }

  @Test func linesOfAPartAreThoseOfTheWhole() throws {
    let validator = try SchemaValidator(.object([.required("a", .integer)]))
    let document = try JSONDocument(parsing: "{\n\"x\": {\"a\": null}\n}")
    let node = try #require(document.root["x"])
    let violation = try #require(validator.validate(node).first)
    #expect(violation.instanceLocation == "/x/a")
    #expect(violation.position == SourcePosition(byte: 13, line: 2, column: 12))
  }

  @Test func aDocumentAsDeepAsTheReaderAllowsIsJudged() throws {
    var schema = Schema.integer
    for _ in 0..<500 { schema = .array(of: schema) }
    let validator = try SchemaValidator(schema)
    let open = String(repeating: "[", count: 500)
    let close = String(repeating: "]", count: 500)
    #expect(validator.admits(try JSONDocument(parsing: open + "1" + close)))
    let broken = try JSONDocument(parsing: open + "true" + close)
    #expect(validator.validate(broken).map(\.keyword) == ["type"])
  }

  @Test func aSchemaNestedTooDeeplyIsRefused() {
    var schema = Schema.integer
    for _ in 0..<600 { schema = .array(of: schema) }
    let error = #expect(throws: SchemaError.self) { try SchemaValidator(schema) }
    #expect(error?.message.hasSuffix("schemas are nested deeper than 512 levels.") == true)
  }
}
