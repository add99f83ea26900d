import AccordSchema
import Testing

struct OutputTests {
  private static let schema: JSON = [
    "$id": "http://example.com/polygon",
    "$defs": [
      "point": [
        "type": "object",
        "properties": ["x": ["type": "number"], "y": ["type": "number"]],
        "additionalProperties": false,
        "required": ["x", "y"],
      ]
    ],
    "type": "array",
    "items": ["$ref": "#/$defs/point"],
    "minItems": 3,
  ]

  private func output(_ format: OutputFormat, _ text: String) throws -> JSON {
    let validator = try SchemaValidator(Schema(loading: Self.schema))
    return validator.output(format, for: try JSONDocument(parsing: text))
  }

  /// The example of the specification (core, section 12.4).
  private static let polygon = #"[{"x": 2.5, "y": 1.3}, {"x": 1, "z": 6.7}]"#

  @Test func flag() throws {
    #expect(try output(.flag, Self.polygon) == ["valid": false])
  }

  @Test func basic() throws {
    let base = "http://example.com/polygon"
    let expected: JSON = [
      "valid": false,
      "keywordLocation": "",
      "absoluteKeywordLocation": .string(base + "#"),
      "instanceLocation": "",
      "errors": [
        [
          "valid": false,
          "keywordLocation": "/minItems",
          "absoluteKeywordLocation": .string(base + "#/minItems"),
          "instanceLocation": "",
          "error": "expected an array of at least 3 items, found 2 items.",
        ],
        [
          "valid": false,
          "keywordLocation": "/items/$ref/required",
          "absoluteKeywordLocation": .string(base + "#/$defs/point/required"),
          "instanceLocation": "/1",
          "error": #"expected a member "y", found none."#,
        ],
        [
          "valid": false,
          "keywordLocation": "/items/$ref/additionalProperties",
          "absoluteKeywordLocation": .string(base + "#/$defs/point/additionalProperties"),
          "instanceLocation": "/1/z",
          "error": "expected nothing, found number 6.7.",
        ],
      ],
    ]
    #expect(try output(.basic, Self.polygon) == expected)
  }

  @Test func detailedLeavesOutWhatIsOnlyPassedThrough() throws {
    let output = try output(.detailed, Self.polygon)
    let errors = try #require(output["errors"]?.elements)
    #expect(errors.map { $0["keywordLocation"] } == ["/minItems", "/items/$ref"])
    let inner = try #require(errors.last?["errors"]?.elements)
    #expect(
      inner.map { $0["keywordLocation"] }
        == ["/items/$ref/required", "/items/$ref/additionalProperties"]
    )
  }

  @Test func verboseHasEverything() throws {
    let output = try output(.verbose, #"[{"x": 1, "y": 2}, {"x": 1, "y": 2}, {"x": 1, "y": 2}]"#)
    #expect(output["valid"] == true)
    let units = try #require(output["annotations"]?.elements)
    #expect(units.map { $0["keywordLocation"] } == ["/type", "/minItems", "/items"])
    #expect(units.last?["annotation"] == true)
    #expect(units.last?["annotations"]?.elements?.count == 3)
  }

  @Test func annotationsOfWhatDoesNotHoldAreDropped() throws {
    let schema = try Schema(loading: [
      "title": "a", "x-note": 1,
      "anyOf": [["title": "b", "type": "string"], ["title": "c"]], "not": ["not": ["title": "d"]],
    ])
    let output = try SchemaValidator(schema).output(.basic, for: JSONDocument(parsing: "1"))
    let units = try #require(output["annotations"]?.elements)
    #expect(
      units.map { $0["keywordLocation"] } == ["/title", "/x-note", "/anyOf/1/title"]
    )
    #expect(units.map { $0["annotation"] } == ["a", 1, "c"])
  }

  @Test(
    "A schema that applies itself is refused before there is any output",
    arguments: [
      ["anyOf": [["$ref": "#"], ["$ref": "#"]]], ["not": ["$ref": "#"]],
      ["not": ["oneOf": [["$ref": "#"], ["$ref": "#"]]]],
    ] as [JSON]
  )
  func endless(document: JSON) throws {
    let schema = try Schema(loading: document)
    #expect(throws: SchemaError.self) { try SchemaValidator(schema) }
  }

  @Test func aDeepDocumentKeepsItsVerdict() throws {
    let schema = try Schema(loading: ["items": ["$ref": "#"], "maxItems": 1])
    let validator = try SchemaValidator(schema)
    for (inner, isValid) in [("", true), ("1,2", false)] {
      let text = String(repeating: "[", count: 500) + inner + String(repeating: "]", count: 500)
      let document = try JSONDocument(parsing: text)
      #expect(validator.admits(document) == isValid)
      for format in OutputFormat.allCases {
        #expect(validator.output(format, for: document)["valid"] == .boolean(isValid))
      }
    }
  }

  @Test func aWrittenSchemaHasOutputToo() throws {
    let schema = Schema.object([.required("id", .integer.described("Identifier"))])
    let document = try JSONDocument(parsing: #"{"id": "x"}"#)
    let output = try SchemaValidator(schema).output(.basic, for: document)
    let units = try #require(output["errors"]?.elements)
    #expect(units.map { $0["keywordLocation"] } == ["/properties/id/type"])
    #expect(units.map { $0["error"] } == [#"expected integer, found string "x"."#])
  }
}
