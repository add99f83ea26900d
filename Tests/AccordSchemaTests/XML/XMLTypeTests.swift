import Testing

@testable import AccordSchema

/// `xsi:type` names a type that is known, that the value can have and of which the text is.
@Suite("xsi:type")
struct XMLTypeTests {
  private static let instance = #"xmlns:i="http://www.w3.org/2001/XMLSchema-instance""#
  private static let namespaces =
    instance + #" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:shop""#
    + #" xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/""#
    + #" xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays""#

  private static let dog = Schema.object([.required("Name", .string)]).titled("Dog")
    .xml(namespace: "urn:shop")
  private static let cat = Schema.object([.required("Lives", .integer)]).titled("Cat")
    .xml(namespace: "urn:shop")

  private static let schema: Schema = .object([
    .optional("n", .integer), .optional("d", .number.nullable), .optional("b", .boolean),
    .optional("t", .string), .optional("at", .dotNetDateTime), .optional("g", .guid),
    .optional("any", .any), .optional("dog", dog.nullable), .optional("pet", .anyOf([dog, cat])),
    .optional("open", .object([])), .optional("list", .array(of: .string)),
    .optional("choice", .anyOf([.integer, .boolean])),
    .optional("both", .allOf([.string, .string(length: 1...)])),
  ])
  .titled("r")

  private func messages(_ content: String, _ schema: Schema = schema) throws -> [String] {
    let document = try XMLDocument(parsing: "<r \(Self.namespaces)>\(content)</r>")
    let validator = try SchemaValidator(schema)
    let found = validator.validate(document)
    #expect(validator.admits(document) == found.isEmpty)
    return found.map { "\($0.keyword) \($0.instanceLocation): \($0.expected), \($0.actual)" }
  }

  @Test(
    "A type that is right is accepted",
    arguments: [
      #"<n i:type="x:int">5</n>"#, #"<n i:type=" x:unsignedByte ">255</n>"#,
      #"<n i:type="x:integer">123456789012345678901234567890</n>"#,
      #"<d i:type="x:decimal">1.5</d>"#, #"<d i:type="x:int">7</d>"#,
      #"<d i:type="x:double">1e3</d>"#, #"<d i:type="x:double" i:nil="true"/>"#,
      #"<b i:type="x:boolean">1</b>"#, #"<t i:type="x:string">x</t>"#,
      #"<t i:type="x:token">x</t>"#, #"<t i:type="x:anyURI">a:b</t>"#,
      #"<at i:type="x:dateTime">2024-02-29T12:30:00</at>"#,
      #"<g i:type="z:guid">7d1b3f60-2c4e-4b8a-9d57-61f0a2c3e4b5</g>"#,
      #"<g i:type="x:string">7d1b3f60-2c4e-4b8a-9d57-61f0a2c3e4b5</g>"#,
      #"<any i:type="x:int">5</any>"#, #"<any i:type="x:anyType"/>"#,
      #"<any i:type="s:Whatever"><q/></any>"#,
      #"<dog i:type="s:Dog"><s:Name>Rex</s:Name></dog>"#, #"<dog i:type="s:Dog" i:nil="1"/>"#,
      #"<pet i:type="s:Cat"><s:Lives>9</s:Lives></pet>"#,
      #"<open i:type="s:Anything"><q/></open>"#, #"<open i:type="Local"/>"#,
      #"<list i:type="a:ArrayOfstring"><a:string>x</a:string></list>"#,
      #"<choice i:type="x:int">5</choice>"#, #"<choice i:type="x:boolean">true</choice>"#,
      #"<both i:type="x:string">x</both>"#,
      #"<n xmlns="" xmlns:q="http://www.w3.org/2001/XMLSchema" i:type="q:short">5</n>"#,
    ]
  )
  func accepted(content: String) throws {
    #expect(try messages(content) == [])
  }

  private static let hint = " as the value of xsi:type"
  private static let xs = " in the namespace http://www.w3.org/2001/XMLSchema"

  @Test(
    "What names no type that the value can have is a violation",
    arguments: [
      (
        #"<n i:type="zz:nope">5</n>"#,
        ["xml.type /r/n: a declared prefix in the value of xsi:type, the prefix zz"]
      ),
      (
        #"<t i:type="x:int">5</t>"#,
        ["xml.type /r/t: a type that the value can have (string)\(hint), the type int\(xs)"]
      ),
      (
        #"<n i:type="x:decimal">5</n>"#,
        ["xml.type /r/n: a type that the value can have (integer)\(hint), the type decimal\(xs)"]
      ),
      (
        #"<b i:type="x:string">true</b>"#,
        ["xml.type /r/b: a type that the value can have (boolean)\(hint), the type string\(xs)"]
      ),
      (
        #"<at i:type="x:date">2024-02-29T12:30:00</at>"#,
        ["xml.type /r/at: a type that the value can have (string)\(hint), the type date\(xs)"]
      ),
      (
        #"<n i:type="x:anyType">5</n>"#,
        ["xml.type /r/n: a type that the value can have (integer)\(hint), the type anyType\(xs)"]
      ),
      (
        #"<any i:type="x:integr">5</any>"#,
        ["xml.type /r/any: a type that XML Schema has\(hint), the type integr\(xs)"]
      ),
      (
        #"<any i:type="x:int">many</any>"#,
        ["xml.type /r/any: a text of the type int, which xsi:type names, text \"many\""]
      ),
      (
        #"<n i:type="x:byte">128</n>"#,
        ["xml.type /r/n: a text of the type byte, which xsi:type names, text \"128\""]
      ),
      (
        #"<n i:type="x:int">many</n>"#, ["type /r/n: integer, text \"many\""]
      ),
      (
        #"<t i:type="a:b:c">x</t>"#,
        ["xml.type /r/t: the name of a type as the value of xsi:type, \"a:b:c\""]
      ),
      (
        #"<t i:type="">x</t>"#,
        ["xml.type /r/t: the name of a type as the value of xsi:type, \"\""]
      ),
      (
        #"<t i:type="s:Dog">x</t>"#,
        [
          "xml.type /r/t: a type that the value can have (string)\(hint), the type Dog in the "
            + "namespace urn:shop"
        ]
      ),
      (
        #"<dog i:type="s:Cat"><s:Name>Rex</s:Name></dog>"#,
        [
          "xml.type /r/dog: a type that the value can have (object)\(hint), the type Cat in the namespace "
            + "urn:shop"
        ]
      ),
      (
        #"<dog i:type="Dog"><s:Name>Rex</s:Name></dog>"#,
        [
          "xml.type /r/dog: a type that the value can have (object)\(hint), the type Dog without a namespace"
        ]
      ),
      (
        #"<pet i:type="s:Cow"><s:Lives>9</s:Lives></pet>"#,
        [
          "xml.type /r/pet: a type that the value can have\(hint), the type Cow in the namespace "
            + "urn:shop"
        ]
      ),
      (
        #"<open i:type="x:string"/>"#,
        ["xml.type /r/open: a type that the value can have (object)\(hint), the type string\(xs)"]
      ),
      (
        #"<choice i:type="x:string">5</choice>"#,
        ["xml.type /r/choice: a type that the value can have\(hint), the type string\(xs)"]
      ),
      (
        #"<list><string i:type="x:int" xmlns="http://schemas.microsoft.com/2003/10/Serialization/Arrays">5</string></list>"#,
        [
          "xml.type /r/list/string: a type that the value can have (string)\(hint), the type int\(xs)"
        ]
      ),
    ] as [(String, [String])]
  )
  func refused(content: String, wanted: [String]) throws {
    #expect(try messages(content) == wanted)
  }

  @Test("A document's types are those of its definitions")
  func documents() throws {
    let document: JSON = [
      "type": "object",
      "properties": [
        "dog": ["$ref": "#/$defs/Dog"], "inline": ["type": "object", "title": "For people"],
        "either": ["oneOf": [["$ref": "#/$defs/Dog"], ["$ref": "#/$defs/Cat"]]],
      ],
      "$defs": ["Dog": ["type": "object", "xml": ["name": "dog"]], "Cat": ["type": "object"]],
    ]
    let schema = try Schema(loading: document)
    for right in [
      #"<dog i:type="s:Dog"/>"#, #"<inline i:type="s:Any"/>"#, #"<either i:type="Dog"/>"#,
    ] {
      let found = try messages(right, schema)
      // Both alternatives admit any object; of the type nothing is wrong.
      #expect(found.filter { $0.hasPrefix("xml.type") } == [], "\(right)")
    }
    for wrong in [#"<dog i:type="s:Cat"/>"#, #"<either i:type="Cow"/>"#] {
      let found = try messages(wrong, schema)
      #expect(found.contains { $0.hasPrefix("xml.type") }, "\(wrong)")
    }
  }

  @Test("The root may name its type, too")
  func root() throws {
    let validator = try SchemaValidator(Self.dog)
    for (type, isRight) in [("s:Dog", true), ("s:Cat", false), ("q:Dog", false)] {
      let text =
        #"<s:Dog \#(Self.namespaces) i:type="\#(type)"><s:Name>Rex</s:Name></s:Dog>"#
      #expect(validator.admits(try XMLDocument(parsing: text)) == isRight, "\(type)")
    }
  }

  @Test("Alternatives inside one another are looked at within bounds")
  func bounds() throws {
    // Each alternative refers to the one before it twice.
    var definitions = [JSONMember("a0", ["type": "string"])]
    for number in 1...40 {
      let before = JSON.object([JSONMember("$ref", .string("#/$defs/a\(number - 1)"))])
      definitions.append(JSONMember("a\(number)", ["anyOf": [before, before]]))
    }
    let document: JSON = [
      "properties": ["n": ["$ref": "#/$defs/a40"]], "$defs": .object(definitions),
    ]
    #expect(try messages(#"<n i:type="x:string">x</n>"#, Schema(loading: document)) == [])
  }
}
