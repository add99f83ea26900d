@testable import AccordSchema
import Testing

/// Schema documents whose references and depth are made to break a compiler or an evaluation.
@Suite("Hostile schema documents")
struct HostileReferenceTests {
  private static func message(_ document: JSON, draft: SchemaDraft = .draft202012) -> String? {
    do throws(SchemaError) {
      _ = try SchemaValidator(Schema(loading: document, draft: draft))
      return nil
    } catch {
      return error.message
    }
  }

  private static func violations(_ document: JSON, _ value: JSON) throws -> [String] {
    try SchemaValidator(Schema(loading: document)).validate(value).map(\.message)
  }

  private static let tooDeep =
    "At the whole value: expected at most 1200 schemas applied inside one another, found more."

  @Test("A schema that applies itself is refused, however it goes round")
  func selfReferences() throws {
    let circles: [(JSON, String)] = [
      (["$ref": "#"], "its root"),
      (["allOf": [["$ref": "#"]]], "its root"),
      (["anyOf": [["type": "string"], ["$ref": "#"]]], "its root"),
      (["oneOf": [["$ref": "#"], ["$ref": "#"]]], "its root"),
      (["not": ["$ref": "#"]], "its root"),
      (["if": ["$ref": "#"], "then": false], "its root"),
      (
        ["$defs": ["a": ["$ref": "#/$defs/b"], "b": ["$ref": "#/$defs/a"]], "$ref": "#/$defs/a"],
        "/$defs/a"
      ),
      (["allOf": [["$ref": "#"], ["$ref": "#"], ["$ref": "#"]]], "its root"),
      (
        ["items": ["$ref": "#/$defs/a"], "$defs": ["a": ["allOf": [["$ref": "#/$defs/a"]]]]],
        "/$defs/a"
      ),
    ]
    for (circle, place) in circles {
      #expect(
        Self.message(circle)
          == "In the schema at \(place): the schema applies itself to the same value, which never "
          + "ends; let the reference stand inside a keyword that leads to a part of the value, such "
          + "as properties or items.",
        "\(circle)"
      )
    }
    // What moves on to a part of the value ends with it.
    #expect(Self.message(["properties": ["a": ["$ref": "#"]], "items": ["$ref": "#"]]) == nil)
  }

  @Test("One that does so for some values is at fault where one of them stands")
  func conditionalSelfReferences() throws {
    let circles: [JSON] = [
      ["$dynamicAnchor": "x", "$dynamicRef": "#x"],
      ["dependentSchemas": ["a": ["$ref": "#"]]],
      ["if": ["required": ["a"]], "then": ["$ref": "#"]],
    ]
    for circle in circles {
      let validator = try SchemaValidator(Schema(loading: circle))
      let outcome = validator.outcome(of: try JSONDocument(parsing: #"{"a": 1}"#))
      #expect(outcome.verdict == .undecided)
      #expect(outcome.violations.map(\.isOfSchema) == [true], "\(circle)")
    }
    let harmless = try SchemaValidator(Schema(loading: circles[2]))
    #expect(harmless.admits(["b": 1]))
  }

  @Test("A chain of a thousand references is followed, and a longer one is named")
  func chains() throws {
    func chain(_ length: Int) -> JSON {
      let links = (0..<length).map { number in
        JSONMember("d\(number)", ["$ref": .string("#/$defs/d\(number + 1)"), "minimum": 0])
      }
      let end = JSONMember("d\(length)", ["type": "integer"])
      return ["$defs": .object(links + [end]), "$ref": "#/$defs/d0"]
    }
    #expect(try Self.violations(chain(1000), 1).isEmpty)
    #expect(
      try Self.violations(chain(1000), "x") == [
        "At the whole value: expected integer, found string \"x\"."
      ]
    )
    #expect(try Self.violations(chain(10_000), 1) == [Self.tooDeep])
  }

  @Test("Ten thousand references that say nothing else lead to a schema or say so")
  func loneReferences() throws {
    let links = (0..<10_000).map { number in
      JSONMember("d\(number)", ["$ref": .string("#/$defs/d\(number + 1)")])
    }
    let end = JSONMember("d10000", ["type": "integer"])
    let document: JSON = ["$defs": .object(links + [end]), "$ref": "#/$defs/d0"]
    #expect(try Self.violations(document, "x").count == 1)
    // Where no keyword says that schemas stand, each is looked up.
    let unknown: JSON = [
      "x": .object(
        links.map { member in
          JSONMember(member.key, ["$ref": .string("#/x/" + member.key)])
        }
      ), "allOf": .array(links.map { ["$ref": .string("#/x/" + $0.key)] }),
    ]
    #expect(Self.message(unknown)?.contains("applies itself to the same value") == true)
  }

  @Test("A schema document too deep for its meta-schema is refused by name")
  func deepDocuments() {
    for keyword in ["not", "items", "additionalProperties", "contains"] {
      var document: JSON = true
      for _ in 0..<2000 { document = .object([JSONMember(keyword, document)]) }
      #expect(
        Self.message(document)
          == "In the schema at its root: schemas are nested deeper than 200 levels.",
        "\(keyword)"
      )
    }
  }

  @Test("A schema document of a hundred thousand levels is refused by the reader")
  func deepTexts() {
    let text = String(repeating: "{\"not\":", count: 100_000)
    #expect(
      JSONDocumentTests.message(Array(text.utf8))
        == "line 1, column 3585: expected at most 512 nested arrays and objects, found one more"
    )
  }

  @Test("A schema document of two hundred levels is compiled", arguments: SchemaDraft.allCases)
  func compiledDepth(draft: SchemaDraft) {
    for keyword in ["items", "properties", "allOf", "not"] {
      var document: JSON = ["type": "integer"]
      for _ in 0..<200 {
        switch keyword {
        case "properties": document = ["properties": ["a": document]]
        case "allOf": document = ["allOf": [document]]
        default: document = .object([JSONMember(keyword, document)])
        }
      }
      #expect(Self.message(document, draft: draft) == nil, "\(keyword)")
    }
  }

  @Test("A schema as a Swift value is refused beyond 512 levels")
  func deepValues() {
    var schema = Schema.integer
    for _ in 0..<600 { schema = .array(of: schema) }
    let location = String(repeating: "/items", count: 512)
    #expect(throws: SchemaError(.tooDeep(limit: 512), at: location)) { try SchemaValidator(schema) }
  }

  @Test("References that lead nowhere are named")
  func lost() {
    let messages: [(JSON, String)] = [
      (
        ["$ref": "#/\(String(repeating: "a/", count: 100_000))"],
        "leads to no schema in the document."
      ),
      (["$ref": "http://x/%zz"], "add it to the registry."),
      (["$ref": "#%ff"], "cannot be read: its percent escapes are no UTF-8"),
      (["$ref": "file:///etc/passwd"], "add it to the registry."),
    ]
    for (document, part) in messages {
      #expect(Self.message(document)?.contains(part) == true, "\(Self.message(document) ?? "none")")
      #expect((Self.message(document)?.utf8.count ?? 0) < 600)
    }
  }

  @Test("A thousand violations are kept, and a document with more has the same verdict")
  func cap() throws {
    let validator = try SchemaValidator(.array(of: .string))
    let many = try JSONDocument(parsing: "[" + String(repeating: "1,", count: 5000) + "1]")
    #expect(validator.validate(many).count == 1000)
    #expect(!validator.admits(many))
    let last = validator.validate(many).last
    #expect(last?.instanceLocation == "/999")
    let text = "<a>" + String(repeating: "<b>x</b>", count: 5000) + "</a>"
    let xml = try SchemaValidator(Schema.array(of: .integer).xml(name: "a"))
    #expect(xml.validate(try XMLDocument(parsing: text)).count == 1000)
  }
}
