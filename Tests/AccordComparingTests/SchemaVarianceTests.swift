import AccordSchema
import Testing

@testable import AccordComparing

/// What a change of a schema means for requests and for answers.
@Suite struct SchemaVarianceTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let request: ChangeLevel
    let response: ChangeLevel
    var testDescription: String { "\(old) -> \(new)" }

    init(_ old: String, _ new: String, _ request: ChangeLevel, _ response: ChangeLevel) {
      self.old = old
      self.new = new
      self.request = request
      self.response = response
    }
  }

  static let rows: [Row] = [
    // Types.
    Row(#"{"type":"integer"}"#, #"{"type":"number"}"#, .harmless, .breaking),
    Row(#"{"type":"number"}"#, #"{"type":"integer"}"#, .breaking, .harmless),
    Row(#"{"type":"string"}"#, #"{"type":["string","null"]}"#, .harmless, .breaking),
    Row(#"{"type":"string"}"#, #"{"type":"integer"}"#, .breaking, .breaking),
    Row(#"{}"#, #"{"type":"string"}"#, .breaking, .harmless),
    // Values.
    Row(#"{"enum":["a"]}"#, #"{"enum":["a","b"]}"#, .harmless, .breaking),
    Row(#"{"enum":["a","b"]}"#, #"{"enum":["b"]}"#, .breaking, .harmless),
    Row(#"{"enum":["a","b"]}"#, #"{"enum":["b","a"]}"#, .none, .none),
    Row(#"{"const":"a"}"#, #"{"enum":["a"]}"#, .none, .none),
    Row(#"{"const":"a"}"#, #"{"const":"b"}"#, .breaking, .breaking),
    Row(#"{"type":"string"}"#, #"{"type":"string","enum":["a"]}"#, .breaking, .harmless),
    Row(#"{"type":"boolean"}"#, #"{"type":"boolean","enum":[true,false]}"#, .harmless, .harmless),
    Row(#"{"enum":[1]}"#, #"{"enum":[1.0]}"#, .none, .none),
    // Limits.
    Row(
      #"{"type":"string","maxLength":5}"#,
      #"{"type":"string","maxLength":4}"#,
      .breaking,
      .harmless
    ),
    Row(#"{"type":"string","maxLength":5}"#, #"{"type":"string"}"#, .harmless, .breaking),
    Row(#"{"type":"string"}"#, #"{"type":"string","maxLength":5}"#, .dangerous, .harmless),
    Row(#"{"type":"string"}"#, #"{"type":"string","minLength":1}"#, .breaking, .harmless),
    Row(#"{"type":"string"}"#, #"{"type":"string","minLength":0}"#, .none, .none),
    Row(
      #"{"type":"integer","minimum":1}"#,
      #"{"type":"integer","exclusiveMinimum":0}"#,
      .none,
      .none
    ),
    Row(
      #"{"type":"number","minimum":1}"#,
      #"{"type":"number","exclusiveMinimum":1}"#,
      .breaking,
      .harmless
    ),
    Row(
      #"{"type":"integer","multipleOf":2}"#,
      #"{"type":"integer","multipleOf":4}"#,
      .breaking,
      .harmless
    ),
    Row(
      #"{"type":"integer","multipleOf":3}"#,
      #"{"type":"integer","multipleOf":2}"#,
      .breaking,
      .breaking
    ),
    // Texts.
    Row(
      #"{"type":"string","pattern":"^a"}"#,
      #"{"type":"string","pattern":"^b"}"#,
      .dangerous,
      .dangerous
    ),
    Row(
      #"{"type":"string","pattern":"^a"}"#,
      #"{"type":"string","pattern":".*"}"#,
      .harmless,
      .breaking
    ),
    Row(
      #"{"type":"string","format":"date"}"#,
      #"{"type":"string","format":"uuid"}"#,
      .breaking,
      .breaking
    ),
    Row(
      #"{"type":"integer","format":"int32"}"#,
      #"{"type":"integer","format":"int64"}"#,
      .harmless,
      .breaking
    ),
    // Objects.
    Row(
      #"{"type":"object","properties":{"a":{}}}"#,
      #"{"type":"object","properties":{"a":{}},"required":["a"]}"#,
      .breaking,
      .harmless
    ),
    Row(
      #"{"type":"object"}"#,
      #"{"type":"object","properties":{"a":{"type":"string"}}}"#,
      .harmless,
      .harmless
    ),
    Row(
      #"{"type":"object","properties":{"a":{"type":"string"}}}"#,
      #"{"type":"object"}"#,
      .dangerous,
      .dangerous
    ),
    Row(
      #"{"type":"object","properties":{"a":{}},"required":["a"]}"#,
      #"{"type":"object"}"#,
      .dangerous,
      .breaking
    ),
    Row(
      #"{"type":"object","properties":{"a":{}}}"#,
      #"{"type":"object","additionalProperties":false}"#,
      .breaking,
      .dangerous
    ),
    Row(
      #"{"type":"object"}"#,
      #"{"type":"object","additionalProperties":false}"#,
      .breaking,
      .harmless
    ),
    Row(#"{"type":"object"}"#, #"{"type":"object","additionalProperties":true}"#, .none, .none),
    Row(
      #"{"type":"object","additionalProperties":{"type":"string"}}"#,
      #"{"type":"object","additionalProperties":{"type":"integer"}}"#,
      .breaking,
      .breaking
    ),
    Row(
      #"{"type":"object","properties":{"a":{"readOnly":true}}}"#,
      #"{"type":"object","properties":{"a":{"readOnly":true}},"required":["a"]}"#,
      .none,
      .harmless
    ),
    Row(
      #"{"type":"object","dependentRequired":{"a":["b"]}}"#,
      #"{"type":"object","dependentRequired":{"a":["b","c"]}}"#,
      .breaking,
      .harmless
    ),
    // Lists.
    Row(
      #"{"type":"array","items":{"type":"integer"}}"#,
      #"{"type":"array"}"#,
      .harmless,
      .breaking
    ),
    Row(
      #"{"type":"array","items":{"type":"integer"}}"#,
      #"{"type":"array","items":{"type":"number"}}"#,
      .harmless,
      .breaking
    ),
    Row(#"{"type":"array"}"#, #"{"type":"array","uniqueItems":true}"#, .breaking, .harmless),
    // Alternatives.
    Row(
      #"{"oneOf":[{"type":"string"}]}"#,
      #"{"oneOf":[{"type":"string"},{"type":"integer"}]}"#,
      .harmless,
      .breaking
    ),
    Row(
      #"{"anyOf":[{"type":"string"},{"type":"integer"}]}"#,
      #"{"type":["string","integer"]}"#,
      .harmless,
      .harmless
    ),
    Row(
      #"{"type":"string"}"#,
      #"{"anyOf":[{"type":"string"},{"type":"null"}]}"#,
      .harmless,
      .breaking
    ),
    Row(
      #"{"type":"string"}"#,
      #"{"anyOf":[{"type":"integer"},{"type":"boolean"}]}"#,
      .breaking,
      .breaking
    ),
    Row(#"{"allOf":[{"type":"string"}]}"#, #"{"type":"string"}"#, .harmless, .harmless),
    Row(
      #"{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]}"#,
      #"{"allOf":[{"type":"object","properties":{"a":{"type":"integer"}}}]}"#,
      .breaking,
      .breaking
    ),
    Row(#"{"type":"string"}"#, #"{"type":"string","not":{"const":"x"}}"#, .breaking, .harmless),
    Row(
      #"{"not":{"enum":["x","y"]}}"#,
      #"{"not":{"enum":["x"]}}"#,
      .harmless,
      .breaking
    ),
    Row(
      #"{"type":"object","if":{"required":["a"]},"then":{"required":["b"]}}"#,
      #"{"type":"object","if":{"required":["a"]},"then":{"required":["c"]}}"#,
      .dangerous,
      .dangerous
    ),
    // What is for people.
    Row(
      #"{"type":"string","description":"a"}"#,
      #"{"type":"string","description":"b"}"#,
      .harmless,
      .harmless
    ),
    Row(#"{"type":"string","example":"a"}"#, #"{"type":"string","example":"b"}"#, .none, .none),
    Row(
      #"{"type":"string","default":"a"}"#,
      #"{"type":"string","default":"b"}"#,
      .dangerous,
      .harmless
    ),
    Row(#"true"#, #"false"#, .breaking, .harmless),
  ]

  @Test("requests may only admit more, and answers only promise more", arguments: rows)
  func level(_ row: Row) throws {
    let old = try Documents.json(row.old)
    let new = try Documents.json(row.new)
    let request = try Documents.comparison(Documents.request(old), Documents.request(new))
    #expect(
      request.level == row.request,
      "\(ChangeFormat.terminal.text(of: request, failingOn: .breaking))"
    )
    let response = try Documents.comparison(Documents.response(old), Documents.response(new))
    #expect(
      response.level == row.response,
      "\(ChangeFormat.terminal.text(of: response, failingOn: .breaking))"
    )
  }

  @Test("a schema compared with itself changed in nothing", arguments: rows)
  func itself(_ row: Row) throws {
    for text in [row.old, row.new] {
      let document = Documents.request(try Documents.json(text))
      #expect(try Documents.comparison(document, document).changes.isEmpty)
    }
  }

  @Test(
    "what is sent as a text is compared as one",
    arguments: [
      (#"{"type":"integer"}"#, #"{"type":"string"}"#, ChangeLevel.harmless),
      (#"{"type":"string"}"#, #"{"type":"integer"}"#, .breaking),
      (#"{"type":"string","default":"a"}"#, #"{"type":"string","default":"b"}"#, .breaking),
      (#"{"enum":["1"]}"#, #"{"enum":[1]}"#, .none),
    ]
  )
  func parameters(_ old: String, _ new: String, _ level: ChangeLevel) throws {
    let comparison = try Documents.comparison(
      Documents.parameter(try Documents.json(old)),
      Documents.parameter(try Documents.json(new))
    )
    #expect(
      comparison.level == level,
      "\(ChangeFormat.terminal.text(of: comparison, failingOn: .breaking))"
    )
  }

  @Test(
    "names and namespaces count in XML, and not in JSON",
    arguments: [
      (#"{"name":"b"}"#, ChangeLevel.breaking), (#"{"namespace":"urn:b"}"#, .breaking),
      (#"{"prefix":"b"}"#, .harmless), (#"{"attribute":true}"#, .breaking),
    ]
  )
  func xml(_ xml: String, _ level: ChangeLevel) throws {
    let old = try Documents.json(#"{"type":"object","properties":{"a":{"type":"string"}}}"#)
    let new = try Documents.json(
      #"{"type":"object","properties":{"a":{"type":"string","xml":\#(xml)}}}"#
    )
    for (type, expected) in [("application/xml", level), ("application/json", .none)] {
      let comparison = try Documents.comparison(
        Documents.response(old, type: type),
        Documents.response(new, type: type)
      )
      #expect(comparison.level == expected)
    }
  }
}
