import AccordSchema
import Testing

/// Many alternatives that a constant member tells apart.
@Suite("Alternatives by a constant member")
struct DiscriminatorTests {
  private static func document(_ keyword: String, _ branches: [JSON]) -> JSON {
    ["items": .object([JSONMember(keyword, .array(branches))])]
  }

  private static func branches(_ count: Int, required: Bool = true) -> [JSON] {
    (0..<count).map { number in
      let properties: JSON = ["t": ["const": .string("x\(number)")], "n": ["type": "integer"]]
      return required
        ? ["properties": properties, "required": ["t"]] : ["properties": properties]
    }
  }

  private static func items(_ count: Int, of kinds: Int) -> JSON {
    .array((0..<count).map { ["t": .string("x\($0 % kinds)"), "n": 1] })
  }

  @Test(
    "Eight hundred alternatives of three thousand items have a verdict",
    arguments: ["oneOf", "anyOf"]
  )
  func many(keyword: String) throws {
    let validator = try SchemaValidator(Schema(loading: Self.document(keyword, Self.branches(800))))
    for _ in 0..<2 {
      #expect(validator.validate(Self.items(3000, of: 800)).isEmpty)
    }
    let wrong = try JSONDocument(parsing: #"[{"t": "x7", "n": "y"}, {"t": "z"}, {"n": 1}, 3]"#)
    let outcome = validator.outcome(of: wrong)
    #expect(outcome.verdict == .violates)
    #expect(
      outcome.violations.prefix(2).map { $0.causes.map(\.message) } == [
        ["At /0/n (line 1, column 19): expected integer, found string \"y\"."],
        [
          "At /1/t (line 1, column 31): expected one of \"x0\", \"x1\", \"x2\", \"x3\", \"x4\", \"x5\", "
            + "\"x6\", \"x7\" or one of 792 more, found string \"z\"."
        ],
      ]
    )
  }

  @Test("What has no such member, or has it twice, is held to every alternative")
  func without() throws {
    let lax = Self.branches(9, required: false)
    let one = try SchemaValidator(Schema(loading: Self.document("oneOf", lax)))
    let any = try SchemaValidator(Schema(loading: Self.document("anyOf", lax)))
    for _ in 0..<2 {
      for text in [#"[{}]"#, #"[{"n": 1}]"#, "[3]"] {
        let document = try JSONDocument(parsing: text)
        #expect(!one.admits(document) && any.admits(document), "\(text)")
      }
      let twice = try JSONDocument(parsing: #"[{"t": "x1", "t": "x2"}]"#)
      #expect(!one.admits(twice) && !any.admits(twice))
    }
  }

  @Test("Alternatives that say nothing of the member, and values of every kind, count")
  func mixed() throws {
    var branches = Self.branches(8)
    branches.append(["properties": ["t": ["enum": [1, true, nil, "x0"]]], "required": ["t"]])
    branches.append(["required": ["other"]])
    let one = try SchemaValidator(Schema(loading: Self.document("oneOf", branches)))
    let rows: [(String, Bool)] = [
      (#"{"t": "x1", "n": 1}"#, true), (#"{"t": 1.0}"#, true), (#"{"t": true}"#, true),
      (#"{"t": null}"#, true), (#"{"t": "x0"}"#, false), (#"{"t": "x1", "other": 1}"#, false),
      (#"{"t": "none", "other": 1}"#, true), (#"{"t": ["x1"]}"#, false), (#"{"other": 1}"#, true),
      (#"{"t": "\u0078\u0031"}"#, true),
    ]
    for (text, isAdmitted) in rows + rows {
      #expect(try one.admits(JSONDocument(parsing: "[\(text)]")) == isAdmitted, "\(text)")
      #expect(one.admits(json: Array("[\(text)]".utf8)) == isAdmitted, "\(text)")
    }
  }

  @Test("A reference to what states the member leads to it")
  func references() throws {
    let names = (0..<20).map { "k\($0)" }
    let definitions = names.map { name in
      JSONMember(name, ["allOf": [["properties": ["t": ["const": .string(name)]]]]])
    }
    let document: JSON = [
      "$defs": .object(definitions),
      "oneOf": .array(names.map { ["$ref": .string("#/$defs/\($0)"), "required": ["t"]] }),
    ]
    let validator = try SchemaValidator(Schema(loading: document))
    #expect(validator.admits(["t": "k7"]))
    #expect(!validator.admits(["t": "k20"]))
  }
}

/// The same in XML, where a text may be read as several values.
extension DiscriminatorTests {
  @Test("Elements are told apart by the text of an element")
  func xml() throws {
    var branches: [Schema] = (0..<400).map { number in
      .object([.required("t", .constant(.string("x\(number)"))), .optional("n", .integer)])
    }
    branches.append(.object([.required("t", .constant(7))]))
    let validator = try SchemaValidator(Schema.array(of: .exactlyOne(branches)).xml(name: "l"))
    func list(_ items: String...) throws -> XMLDocument {
      try XMLDocument(parsing: "<l>" + items.map { "<i>\($0)</i>" }.joined() + "</l>")
    }
    let many = (0..<4000).map { "<i><t>x\($0 % 400)</t><n>1</n></i>" }.joined()
    #expect(validator.outcome(of: try XMLDocument(parsing: "<l>\(many)</l>")).verdict == .conforms)
    #expect(validator.admits(try list("<t> 7 </t>", "<t>x3</t>")))
    for wrong in ["<t>x400</t>", "<t>x3</t><n>y</n>", "<n>1</n>", "<t>x1</t><t>x2</t>", "<t/>"] {
      #expect(!validator.admits(try list(wrong)), "\(wrong)")
    }
    let outcome = validator.outcome(of: try list("<t>x3</t><n>y</n>"))
    #expect(
      outcome.violations.map { $0.causes.map(\.actual) } == [["text \"y\""]],
      "\(outcome.violations)"
    )
  }
}
