@testable import AccordSchema
import Testing

/// Keywords of JSON Schema documents that act on XML as on the JSON of the same value.
struct XMLKeywordTests {
  /// A schema document, an XML document, and the keywords and places that it breaks.
  @Test(
    arguments: [
      (#"{"minProperties":2,"type":"object"}"#, "<r><a/></r>", ["minProperties /r"]),
      (#"{"minProperties":2,"type":"object"}"#, "<r b='1'><a/></r>", []),
      (#"{"maxProperties":1,"type":"object"}"#, "<r><a/><b/></r>", ["maxProperties /r"]),
      (#"{"propertyNames":{"maxLength":1},"type":"object"}"#, "<r><ab/></r>", ["maxLength /r/ab"]),
      (#"{"patternProperties":{"^n":{"type":"integer"}}}"#, "<r><n1>x</n1></r>", ["type /r/n1"]),
      (
        #"{"patternProperties":{"^n":true},"additionalProperties":false}"#, "<r><n1/><m/></r>",
        ["additionalProperties /r/m"]
      ),
      (#"{"additionalProperties":{"type":"integer"}}"#, "<r a='x'><b>1</b></r>", ["type /r/@a"]),
      (#"{"dependentRequired":{"a":["b"]}}"#, "<r><a/></r>", ["dependentRequired /r"]),
      (#"{"dependentRequired":{"a":["b"]}}"#, "<r><c/></r>", []),
      (#"{"dependentSchemas":{"a":{"required":["b"]}}}"#, "<r><a/></r>", ["required /r"]),
      (
        #"{"type":"array","uniqueItems":true,"items":{"type":"number"}}"#,
        "<r><i>1</i><i>1.0</i></r>", ["uniqueItems /r"]
      ),
      (#"{"type":"array","uniqueItems":true}"#, "<r><i>1</i><i>2</i></r>", []),
      (
        #"{"type":"array","contains":{"type":"integer"},"maxContains":1}"#,
        "<r><i>1</i><i>2</i></r>", ["maxContains /r"]
      ),
      (
        #"{"type":"array","prefixItems":[{"type":"integer"}],"items":false}"#,
        "<r><i>1</i><i>2</i></r>", [" /r/i[2]"]
      ),
      (#"{"const":{"a":1,"b":["x"]}}"#, "<r><a>1</a><b><i>x</i></b></r>", []),
      (#"{"const":{"a":1,"b":["x"]}}"#, "<r><a>1</a><b><i>y</i></b></r>", ["const /r"]),
      (#"{"enum":[[1,2],"x"]}"#, "<r><i>1</i><i>2</i></r>", []),
      (#"{"enum":[[1,2],"x"]}"#, "<r>y</r>", ["enum /r"]),
      (
        #"{"properties":{"a":true},"unevaluatedProperties":false}"#, "<r><a/><b/></r>",
        ["unevaluatedProperties /r/b"]
      ),
      (#"{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}"#, "<r><a/></r>", []),
      (
        #"{"anyOf":[{"required":["a"],"properties":{"a":true}},{"properties":{"b":true}}],"unevaluatedProperties":false}"#,
        "<r><a/><b/></r>", []
      ),
      (
        #"{"properties":{"a":true},"unevaluatedProperties":false}"#, "<r b='1'><a/></r>",
        ["unevaluatedProperties /r/@b"]
      ),
      (
        #"{"type":"array","prefixItems":[true],"unevaluatedItems":false}"#, "<r><i/><i/></r>",
        [" /r/i[2]"]
      ),
      (
        #"{"type":"array","contains":{"type":"integer"},"unevaluatedItems":{"type":"boolean"}}"#,
        "<r><i>7</i><i>x</i></r>", ["type /r/i[2]"]
      ),
      (
        #"{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"maxProperties":0},"type":"object"}"#,
        "<r><a/></r>", ["required /r"]
      ),
      (
        #"{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"maxProperties":0},"type":"object"}"#,
        "<r><c/></r>", ["maxProperties /r"]
      ),
      (#"{"type":"object","allOf":[{"required":["a"]}]}"#, "<r/>", ["required /r"]),
      (#"{"type":["integer","string"],"minimum":5,"maxLength":1}"#, "<r>3</r>", []),
      (#"{"oneOf":[{"type":"integer"},{"type":"string"}]}"#, "<r>3</r>", []),
      (#"{"not":{"type":"object"}}"#, "<r><a/></r>", ["not /r"]),
      (
        ##"{"$defs":{"n":{"properties":{"n":{"$ref":"#/$defs/n"}},"additionalProperties":false}},"$ref":"#/$defs/n"}"##,
        "<r><n><n><m/></n></n></r>", ["additionalProperties /r/n/n/m"]
      ),
    ] as [(String, String, [String])]
  )
  func keywords(schema: String, text: String, found: [String]) throws {
    let validator = try SchemaValidator(Schema(loading: JSONDocument(parsing: schema).root.value))
    let document = try XMLDocument(parsing: text)
    let violations = validator.validate(document)
    #expect(violations.map { $0.keyword + " " + $0.instanceLocation } == found)
    #expect(validator.admits(document) == found.isEmpty)
  }

  private static let record = Schema.object(
    [
      .required("a", .integer(in: -5...5)), .optional("b", .string(length: 1...2)),
      .optional("c", .array(of: Schema.number(in: 0.5...1.5).titled("i"), count: 1...2)),
      .optional("d", .oneOf("x", "y")), .optional("e", .boolean),
    ],
    additional: .forbidden
  )
  .titled("r").xml(order: .declared)

  /// The quick check on the bytes says what the evaluation says, or leaves it to that.
  @Test(arguments: [
    ("<a>1</a>", true), ("\r\n<a> +05\r\n</a>\r\n", true), ("<a>6</a>", false),
    ("<a>-5</a>", true), ("<a>-6</a>", false), ("<a>1.0</a>", false), ("<a>1e0</a>", false),
    ("<a>000000000000000000000000000000003</a>", true), ("<a/>", false), ("", false),
    ("<a>1</a><a>1</a>", false), ("<b>x</b><a>1</a>", false), ("<a>1</a><z/>", false),
    ("<a>&#49;</a>", true), ("<a><![CDATA[1]]></a>", true), ("<a>1<!--x--></a>", true),
    ("<a>1</a><b>äö</b>", true), ("<a>1</a><b>äöü</b>", false), ("<a>1</a><b>&lt;&gt;</b>", true),
    ("<a>1</a><b></b>", false), ("<a>1</a><b><b/></b>", false), ("x<a>1</a>", false),
    ("&#32;<a>1</a>", true), ("<a>1</a><![CDATA[ ]]>", true), ("<a>1</a><![CDATA[x]]>", false),
    ("<a>1</a><c><i>0.5</i> <i>1.50</i></c>", true), ("<a>1</a><c><i>0.49</i></c>", false),
    ("<a>1</a><c/>", false), ("<a>1</a><c><i>1</i><i>1</i><i>1</i></c>", false),
    ("<a>1</a><c><j>1</j></c>", false), ("<a>1</a><c><i>INF</i></c>", false),
    ("<a>1</a><c><i>1.0e0</i></c>", true), ("<a>1</a><c><i>1.5000000000000000001</i></c>", false),
    ("<a>1</a><c>x</c>", false), ("<a>1</a><d>x</d><e>0</e>", true), ("<a>1</a><d>z</d>", false),
    ("<a>1</a><e> true </e>", true), ("<a>1</a><e>True</e>", false),
    ("<a xmlns='urn:x'>1</a>", false), ("<a q='1'>1</a>", true), ("<?p?><a>1</a>", true),
  ])
  func theQuickCheckAgrees(content: String, isAdmitted: Bool) throws {
    let validator = try SchemaValidator(Self.record)
    let document = try XMLDocument(parsing: "<r>" + content + "</r>")
    var evaluation = XMLEvaluation(validator.program, on: document)
    evaluation.usesPlan = false
    #expect(validator.admits(document) == isAdmitted)
    #expect(evaluation.collect(at: document.root.index).isEmpty == isAdmitted)
  }

  /// Many violations have their positions found in one pass, in document order.
  @Test func manyViolationsAreInDocumentOrder() throws {
    let text = "<r>" + String(repeating: "<i>x</i>\n", count: 1500) + "</r>"
    let validator = try SchemaValidator(.array(of: Schema.integer.titled("i")).titled("r"))
    let violations = validator.validate(try XMLDocument(parsing: text))
    #expect(violations.count == 1000)
    #expect(violations.map { $0.position?.line } == Array(1...1000))
    #expect(violations.last?.instanceLocation == "/r/i[1000]")
  }
}
