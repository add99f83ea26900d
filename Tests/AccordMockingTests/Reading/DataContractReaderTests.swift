import AccordSchema
import Testing

@testable import AccordMocking

@Suite struct DataContractReaderTests {
  static let base: Schema = .object([
    .optional("Zone", .string),
    .optional("Page", .integer),
  ])
  .titled("Base").xml(namespace: "urn:base", order: .dataContract)

  static let request: Schema = .object(
    [
      .optional("name", .string.nullable),
      .optional("Name", .string.nullable),
      .optional("IsOpen", .boolean),
      .optional("Tags", .array(of: .string.titled("string")).nullable),
      .optional("Late", .string).inXMLOrder(1),
      .optional("Hidden", .boolean).absentFromXML,
      .optional("Meta", .dictionary(of: .string)),
    ],
    extending: base
  )
  .titled("Request").xml(namespace: "urn:own", order: .dataContract)

  static func read(_ content: String) throws -> JSON {
    let text = """
      <Request xmlns="urn:own" xmlns:b="urn:base" \
      xmlns:i="http://www.w3.org/2001/XMLSchema-instance">\(content)</Request>
      """
    return try DataContractReader()
      .value(of: XMLDocument(parsing: Array(text.utf8)).root, as: request)
  }

  static let cases: [(content: String, value: JSON)] = [
    ("", [:]),
    ("<b:Page>1</b:Page><b:Zone>x</b:Zone><Name>n</Name>", ["Page": 1, "Zone": "x", "Name": "n"]),
    // Base members come first; a base member after them is not read.
    ("<Name>n</Name><b:Page>1</b:Page>", ["Name": "n"]),
    // Ordinal order: capitals before small letters.
    ("<name>a</name><Name>b</Name>", ["name": "a"]),
    ("<Name>b</Name><name>a</name>", ["Name": "b", "name": "a"]),
    // Members with an order of their own come last.
    ("<Late>l</Late><name>a</name>", ["Late": "l"]),
    // A namespace mismatch and an unknown element have the same effect.
    ("<Page>1</Page><b:Name>x</b:Name><Other>y</Other><Name>n</Name>", ["Name": "n"]),
    // A repeated element comes too late.
    ("<Name>a</Name><Name>b</Name>", ["Name": "a"]),
    (#"<Name i:nil="true"/>"#, ["Name": nil]),
    (#"<Name i:nil="1"/>"#, ["Name": nil]),
    (#"<Name i:nil=" true "/>"#, ["Name": nil]),
    (#"<Name i:nil="TRUE"/>"#, ["Name": ""]),
    ("<Name/>", ["Name": ""]),
    ("<Name> a b </Name>", ["Name": " a b "]),
    ("<IsOpen> true </IsOpen>", ["IsOpen": true]),
    ("<IsOpen>0</IsOpen>", ["IsOpen": false]),
    ("<IsOpen>maybe</IsOpen>", ["IsOpen": "maybe"]),
    ("<b:Page>one</b:Page>", ["Page": "one"]),
    ("<Tags><string>a</string><string/></Tags>", ["Tags": ["a", ""]]),
    (#"<Tags i:nil="true"/>"#, ["Tags": nil]),
    ("<Hidden>true</Hidden>", [:]),
    ("<Meta><e><Key>k</Key><Value>v</Value></e><e/></Meta>", ["Meta": ["k": "v"]]),
  ]

  @Test(arguments: cases) func reads(content: String, value: JSON) throws {
    #expect(try Self.read(content) == value)
  }

  @Test func aRootInAnotherNamespaceIsAnError() throws {
    let document = try XMLDocument(parsing: Array(#"<Request xmlns="urn:other"/>"#.utf8))
    let error = #expect(throws: BodyDecoder.Failure.self) {
      try DataContractReader().value(of: document.root, as: Self.request)
    }
    #expect(
      error?.reason
        == "Expecting element '{urn:own}Request'. Encountered '{urn:other}Request'."
    )
  }

  /// Ordinal comparison goes by UTF-16, where a character beyond the first plane comes before U+FB00.
  @Test func membersAreInOrdinalOrder() throws {
    let schema = Schema.object([.optional("\u{FB00}", .string), .optional("\u{10000}", .string)])
      .titled("Request").xml(order: .dataContract)
    func read(_ names: [String]) throws -> JSON {
      let text = "<Request>\(names.map { "<\($0)>x</\($0)>" }.joined())</Request>"
      return try DataContractReader()
        .value(of: XMLDocument(parsing: Array(text.utf8)).root, as: schema)
    }
    #expect(try read(["\u{10000}", "\u{FB00}"]) == ["\u{10000}": "x", "\u{FB00}": "x"])
    #expect(try read(["\u{FB00}", "\u{10000}"]) == ["\u{FB00}": "x"])
  }

  private static let pets: [(text: String, tags: JSON)] = [
    (#"<pet id="7"><tag>a</tag><tag>b</tag><name>x</name></pet>"#, ["a", "b"]),
    (#"<pet id="7"><tag>a</tag><name>x</name><tag>b</tag></pet>"#, ["a"]),
    (#"<pet id="7"><name>x</name></pet>"#, []),
  ]

  /// What DataContract does not have and other APIs do.
  @Test(arguments: pets)
  func attributesAndListsWithoutAnElement(text: String, tags: JSON) throws {
    let schema = Schema.object([
      .required("id", .integer).xml(attribute: true),
      .required("tags", .array(of: .string).xml(wrapped: false)).xml(name: "tag"),
      .optional("name", .string),
    ])
    .xml(name: "pet", order: .declared)
    let root = try XMLDocument(parsing: Array(text.utf8)).root
    let value = try DataContractReader().value(of: root, as: schema)
    #expect(value["id"] == 7)
    #expect(value["tags"] == tags)
    #expect(value["name"] == "x")
  }
}
