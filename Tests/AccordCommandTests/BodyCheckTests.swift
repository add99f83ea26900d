import Accord
import Testing

@testable import AccordCommand

@Suite struct BodyCheckTests {
  private let schema = Schema.object([
    .required("id", .integer(in: 1...)), .optional("name", .nonEmptyString),
  ]).titled("Pet")

  private func findings(_ text: String, named name: String) throws -> [String] {
    let content = InputFile.Content(bytes: Array(text.utf8))
    return try BodyCheck(content, named: name, BodyFormat(ending: name), ValidationLimits())
      .result(SchemaValidator(schema)).findings
  }

  @Test func findsNothingWhereNothingIsWrong() throws {
    #expect(try findings(#"{"id": 1, "name": "Rex"}"#, named: "a.json") == [])
    #expect(try findings("<Pet><id>1</id></Pet>", named: "a.xml") == [])
    #expect(try findings("{\"id\": 1}\n{\"id\": 2}\n", named: "a.jsonl") == [])
  }

  @Test func pointsAtThePlace() throws {
    let found = try findings("{\n  \"id\": \"1\",\n  \"name\": \"\"\n}", named: "a.json")
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("a.json:2:9: type: /id: expected "))
    #expect(found[0].hasSuffix("\n    \"id\": \"1\",\n          ^"))
    #expect(found[1].hasPrefix("a.json:3:11: minLength: /name: expected "))
  }

  @Test func pointsAtWhatIsNotWellFormed() throws {
    let found = try findings("{\"id\": 1,}", named: "a.json")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("a.json:1:10: not well-formed: "))
    #expect(try findings("<Pet><id>1</Pet>", named: "a.xml").count == 1)
  }

  @Test func showsHostileTextHarmlessly() throws {
    let found = try findings("{\"id\": \"\u{202E}x\u{7F}\"}", named: "a.json")
    #expect(!found.joined().unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{7F}" })
  }

  @Test("A table without a line is no table that conforms unseen")
  func emptyTable() throws {
    for (text, count) in [("", 1), ("id\r\n", 0)] {
      let content = InputFile.Content(bytes: Array(text.utf8))
      let result = try BodyCheck(content, named: "a.csv", .csv).result(SchemaValidator(schema))
      #expect(result.warnings.count == count)
      #expect(
        result.warnings.allSatisfy {
          $0
            == "a.csv:1:1: expected a first line that names the columns, found nothing; no row was "
            + "held to the schema."
        }
      )
    }
  }

  @Test(
    "An effort is advised only if it brings the reader to the end",
    arguments: [
      ("a.json", "[", "]", 600, 1, 10), ("a.json", "[", "]", 5000, 1, nil),
      ("a.json", "[", "]", 600, 3, nil), ("a.json", "[", "]", 2100, 10, nil),
      ("a.jsv", "[", "]", 600, 1, 10), ("a.xml", "<a>", "</a>", 600, 1, 10),
      ("a.xml", "<a>", "</a>", 5000, 1, nil),
    ] as [(String, String, String, Int, Int, Int?)]
  )
  func advises(
    _ name: String,
    _ open: String,
    _ close: String,
    _ depth: Int,
    _ effort: Int,
    _ advice: Int?
  ) throws {
    let text = String(repeating: open, count: depth) + String(repeating: close, count: depth)
    let content = InputFile.Content(bytes: Array(text.utf8))
    let check = BodyCheck(content, named: name, BodyFormat(ending: name), .raised(by: effort))
    #expect(try check.result(SchemaValidator(.any)).remedy == advice)
  }

  // MARK: - Small bodies that were judged wrong

  /// A body, its schema as a document, and how what is found begins.
  struct Small: Sendable, CustomTestStringConvertible {
    var name: String
    var body: [UInt8]
    var schema: String
    var findings: [String]

    init(_ name: String, _ body: String, _ schema: String, _ findings: [String] = []) {
      self.init(name, Array(body.utf8), schema, findings)
    }

    init(_ name: String, _ body: [UInt8], _ schema: String, _ findings: [String] = []) {
      (self.name, self.body, self.schema, self.findings) = (name, body, schema, findings)
    }

    var testDescription: String { name }
  }

  private static let animals =
    #"{"title":"pets","type":"object","properties":{"animals":{"type":"array","items":{"type":"integer","xml":{"name":"animal"}}}}}"#
  private static let feed =
    #"{"title":"feed","type":"object","properties":{"title":{"type":"string","xml":{"namespace":"urn:a"}},"entry":{"type":"array","items":{"type":"object","xml":{"name":"entry","namespace":"urn:a"}}}}}"#
  private static let named =
    #"{"title":"r","type":"object","properties":{"n":{"type":"string","xml":{"name":"n"}}}}"#
  private static let person =
    #"{"type":"object","required":["id","name"],"properties":{"id":{"type":"integer"},"name":{"type":"string"}},"additionalProperties":false}"#
  private static let xsi = #"xmlns:i="http://www.w3.org/2001/XMLSchema-instance""#
  private static let coffee = Array("<r>caf".utf8) + [0xE9] + Array(" ".utf8) + [0x80]

  private static let small: [Small] = [
    Small("animals.xml", "<pets><animal>x</animal></pets>", animals, ["1:7: type: /pets/animal: "]),
    Small("feed.xml", #"<feed><a:entry xmlns:a="urn:a"/></feed>"#, feed),
    Small(
      "undeclared.xml",
      "<r \(xsi)><n i:type=\"zz:nope\">5</n></r>",
      named,
      ["1:56: xml.type: /r/n: expected a declared prefix"]
    ),
    Small(
      "int.xml",
      "<r \(xsi) xmlns:x=\"http://www.w3.org/2001/XMLSchema\"><n i:type=\"x:int\">5</n></r>",
      named,
      ["1:99: xml.type: /r/n: expected a type that the value can have (string)"]
    ),
    Small(
      "string.xml",
      "<r \(xsi) xmlns:x=\"http://www.w3.org/2001/XMLSchema\"><n i:type=\"x:string\">5</n></r>",
      named
    ),
    Small(
      "extra.csv",
      "id,name\r\n1,Smith,John\r\n2,Ann\r\n",
      person,
      ["2:1: csv.fields: /0: expected 2 fields as in the first row, found 3"]
    ),
    Small(
      "dup-header.csv",
      "id,name,name\r\n1,a,b\r\n",
      person,
      [#"1:9: csv.names: the root: expected names that differ, found "name" twice"#]
    ),
    Small(
      "empty-header.csv",
      "id,name,\r\n1,a,zzz\r\n",
      person,
      [
        "1:9: csv.names: the root: expected a name for every column, found none",
        "2:5: additionalProperties: ",
      ]
    ),
    Small(
      "d.xml",
      Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n".utf8) + coffee
        + Array("</r>".utf8),
      #"{"title":"r","type":"string","enum":["café €"]}"#
    ),
    Small(
      "ebcdic.xml",
      "<?xml version=\"1.0\" encoding=\"IBM037\"?><r/>",
      #"{"title":"r","type":"string"}"#,
      ["1:1: not supported: expected an encoding that is supported (UTF-8"]
    ),
    Small("dates.jsv", "{id:1,name:2021-03-05T11:11:13Z}\r\n", person),
    Small(
      "names.jsv",
      "{id:1,name:a,id:2}",
      person,
      [#"1:14: jsv.names: the root: expected names that differ, found "id" twice"#]
    ),
  ]

  @Test("A small body gets the right answer", arguments: small)
  func judges(_ small: Small) throws {
    let document = try JSONDocument(parsing: Array(small.schema.utf8)).root.value
    let schema = try Schema(loading: document, formats: .assertion)
    let format = BodyFormat(ending: small.name)
    let content = InputFile.Content(bytes: small.body)
    let found = try BodyCheck(content, named: small.name, format, ValidationLimits())
      .result(SchemaValidator(schema)).findings
    #expect(found.count == small.findings.count, "\(found)")
    for (found, wanted) in zip(found, small.findings) {
      #expect(found.hasPrefix("\(small.name):\(wanted)"), "\(found)")
    }
  }
}
