@testable import AccordSchema
import Testing

/// Document 002's bodies, whole and broken in one place at a time.
struct XMLValidationTests {
  private static let path = "/GetConnectionsToContactResponse"
  private static let model = path + "/Connections/ContactConnectionModel"

  @Test func theDocumentedBodiesConform() throws {
    let request = try XMLDocument(parsing: DocumentTexts.connectionsRequest)
    #expect(try SchemaValidator(DocumentSchemas.connectionsRequest).validate(request).isEmpty)
    let response = try XMLDocument(parsing: DocumentTexts.connectionsResponse)
    #expect(try SchemaValidator(DocumentSchemas.connectionsResponse).validate(response).isEmpty)
  }

  /// A change to the response, and what is found: keyword and path.
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let from: String
    let to: String
    let found: [String]

    init(_ name: String, _ from: String, _ to: String, _ found: [String]) {
      self.name = name
      self.from = from
      self.to = to
      self.found = found
    }

    var testDescription: String { name }
  }

  private static let suggester =
    "</d2p1:RequestorRoleName>\n<d2p1:SuggesterContact>"

  static let harmless: [Change] = [
    Change("other prefix", "d2p1:", "q:", []),
    Change(
      "an element of an unknown name",
      "<TotalConnections>",
      "<Extra>1</Extra><TotalConnections>",
      []
    ),
    Change("white space around a number", "<TotalConnections>0<", "<TotalConnections> 0\n<", []),
    Change(
      "white space around a boolean",
      "<d2p1:AllowCancel>false",
      "<d2p1:AllowCancel> false ",
      []
    ),
    Change("a boolean as a digit", "<d2p1:AllowCancel>false", "<d2p1:AllowCancel>1", []),
    Change("an optional element left out", "<d2p1:IsIncoming>false</d2p1:IsIncoming>", "", []),
    Change(
      "nil",
      "<d2p1:ConnectionStatusName>String</d2p1:ConnectionStatusName>",
      "<d2p1:ConnectionStatusName i:nil='true'/>",
      []
    ),
    Change(
      "nil is false",
      "<d2p1:ConnectionStatusName>",
      "<d2p1:ConnectionStatusName i:nil='0'>",
      []
    ),
    Change(
      "an empty string",
      "<d2p1:ConnectionStatusName>String</d2p1:ConnectionStatusName>",
      "<d2p1:ConnectionStatusName/>",
      []
    ),
    Change("a date with a zone", "0001-01-01T00:00:00", "2024-02-29T23:59:59.1234567+11:00", []),
    Change("a comment", "<TotalConnections>0", "<!-- x --><TotalConnections>0<!-- y -->", []),
    Change("a character section", "<TotalConnections>0", "<TotalConnections><![CDATA[0]]>", []),
    Change(
      "an attribute of another namespace",
      "<TotalConnections>",
      "<TotalConnections xmlns:q='urn:q' q:type='x'>",
      []
    ),
    Change(
      "a type of XML Schema",
      "<TotalConnections>",
      "<TotalConnections i:type='q:int' xmlns:q='http://www.w3.org/2001/XMLSchema'>",
      []
    ),
  ]

  static let harmful: [Change] = [
    Change(
      "not a number",
      "<TotalConnections>0",
      "<TotalConnections>many",
      [
        "type \(path)/TotalConnections"
      ]
    ),
    Change(
      "below the range",
      "<TotalConnections>0",
      "<TotalConnections>-1",
      [
        "minimum \(path)/TotalConnections"
      ]
    ),
    Change(
      "a fraction",
      "<TotalConnections>0",
      "<TotalConnections>0.0",
      [
        "type \(path)/TotalConnections"
      ]
    ),
    Change(
      "an empty number",
      "<TotalConnections>0",
      "<TotalConnections>",
      [
        "type \(path)/TotalConnections"
      ]
    ),
    Change(
      "elements in a number",
      "<TotalConnections>0",
      "<TotalConnections><x/>",
      [
        "type \(path)/TotalConnections/x"
      ]
    ),
    Change(
      "not a boolean",
      "<d2p1:AllowCancel>false",
      "<d2p1:AllowCancel>False",
      [
        "type \(model)/AllowCancel"
      ]
    ),
    Change(
      "not a GUID",
      "<d2p1:ConnectionStatusId>00000000-0000-0000-0000-000000000000",
      "<d2p1:ConnectionStatusId>00000000000000000000000000000000",
      ["format \(model)/ConnectionStatusId"]
    ),
    Change("not a date", "0001-01-01T00:00:00", "/Date(0)/", ["format \(model)/FromDate"]),
    Change(
      "a required element left out",
      "<d2p1:ContactRoleId>00000000-0000-0000-0000-000000000000</d2p1:ContactRoleId>",
      "",
      [
        "required \(model)"
      ]
    ),
    Change(
      "nil where nothing may be",
      "<d2p1:AllowCancel>false</d2p1:AllowCancel>",
      "<d2p1:AllowCancel i:nil='true'/>",
      [
        "type \(model)/AllowCancel"
      ]
    ),
    Change(
      "nil with content",
      "<d2p1:ConnectionStatusName>",
      "<d2p1:ConnectionStatusName i:nil='true'>",
      ["xml.nil \(model)/ConnectionStatusName"]
    ),
    Change(
      "nil in other words",
      "<d2p1:ConnectionStatusName>",
      "<d2p1:ConnectionStatusName i:nil='yes'>",
      ["xml.nil \(model)/ConnectionStatusName"]
    ),
    Change(
      "a member in the wrong namespace",
      "<d2p1:IsIncoming>false</d2p1:IsIncoming>",
      "<IsIncoming>false</IsIncoming>",
      ["xml.namespace \(model)/IsIncoming"]
    ),
    Change(
      "a required member in the wrong namespace",
      "<d2p1:ContactRoleId>00000000-0000-0000-0000-000000000000</d2p1:ContactRoleId>",
      "<ContactRoleId>00000000-0000-0000-0000-000000000000</ContactRoleId>",
      ["xml.namespace \(model)/ContactRoleId"]
    ),
    Change(
      "a repeated element",
      "<TotalConnections>",
      "<TotalConnections>1</TotalConnections><TotalConnections>",
      [
        "xml.occurrence \(path)/TotalConnections[2]"
      ]
    ),
    Change(
      "an element out of order",
      "<d2p1:AllowRemove>false</d2p1:AllowRemove>\n<d2p1:ConnectionId>00000000-0000-0000-0000-000000000000</d2p1:ConnectionId>",
      "<d2p1:ConnectionId>00000000-0000-0000-0000-000000000000</d2p1:ConnectionId><d2p1:AllowRemove>false</d2p1:AllowRemove>",
      ["xml.order \(model)/AllowRemove"]
    ),
    Change(
      "alphabetical where the order is explicit",
      "<d2p1:FieldName>String</d2p1:FieldName>\n<d2p1:Message>String</d2p1:Message>",
      "<d2p1:Message>String</d2p1:Message><d2p1:FieldName>String</d2p1:FieldName>",
      ["xml.order \(path)/ResponseStatus/Errors/ResponseError/FieldName"]
    ),
    Change(
      "text beside elements",
      "<TotalConnections>",
      "surplus<TotalConnections>",
      [
        "xml.content \(path)"
      ]
    ),
    Change(
      "text in a list",
      "<d2p1:ContactConnectionModel>",
      "surplus<d2p1:ContactConnectionModel>",
      [
        "xml.content \(path)/Connections"
      ]
    ),
    Change(
      "an item of another name",
      "d2p1:ContactConnectionModel>",
      "d2p1:Connection>",
      [
        "xml.name \(path)/Connections/Connection"
      ]
    ),
    Change(
      "a member that XML never has",
      "<d2p1:IsIncoming>",
      "<d2p1:IsConnectionRequest>true</d2p1:IsConnectionRequest><d2p1:IsIncoming>",
      [
        "xml.absent \(model)/IsConnectionRequest"
      ]
    ),
    Change(
      "another root",
      "GetConnectionsToContactResponse",
      "GetConnectionsResponse",
      [
        "xml.name /GetConnectionsResponse"
      ]
    ),
    Change(
      "a root in another namespace",
      "\n xmlns=\"http://schemas.datacontract.org/2004/07/Eros.Subtle",
      "\n xmlns=\"http://schemas.datacontract.org/2004/07/Other",
      [
        "xml.namespace \(path)"
      ]
    ),
    Change(
      "an entry without a key",
      "<d3p1:Key>String</d3p1:Key>\n",
      "",
      [
        "required \(path)/ResponseStatus/Meta/KeyValueOfstringstring"
      ]
    ),
    Change(
      "an entry of another name",
      "d3p1:KeyValueOfstringstring>",
      "d3p1:Entry>",
      [
        "xml.name \(path)/ResponseStatus/Meta/Entry"
      ]
    ),
    Change(
      "two mistakes",
      "<d2p1:AllowCancel>false</d2p1:AllowCancel>\n<d2p1:AllowRemove>false",
      "<d2p1:AllowCancel>x</d2p1:AllowCancel>\n<d2p1:AllowRemove>y",
      [
        "type \(model)/AllowCancel", "type \(model)/AllowRemove",
      ]
    ),
  ]

  @Test(arguments: harmless + harmful)
  func changes(change: Change) throws {
    var text = DocumentTexts.connectionsResponse
    if change.to == "q:" {
      text = text.replacing("d2p1:", with: "q:").replacing("xmlns:d2p1", with: "xmlns:q")
    } else {
      let parts = text.split(separator: change.from, omittingEmptySubsequences: false)
      try #require(parts.count > 1, "the text to change is not there")
      text = parts.joined(separator: change.to)
    }
    let document = try XMLDocument(parsing: text)
    let validator = try SchemaValidator(DocumentSchemas.connectionsResponse)
    let found = validator.validate(document).map { $0.keyword + " " + $0.instanceLocation }
    #expect(found == change.found)
    #expect(validator.admits(document) == change.found.isEmpty)
  }

  private static let thing = Schema.object(
    [
      .required("A", .integer(in: 0...)), .optional("B", .string.nullable),
      .optional("C", .boolean).xml(attribute: true), .optional("H", .string).absentFromXML,
    ],
    additional: .forbidden
  )
  .titled("T").xml(namespace: "urn:t", order: .dataContract)

  /// Every message that only XML has, word for word; the text stands in `<T xmlns="urn:t">`.
  @Test(arguments: [
    ("<A/>", "/T/A (line 1, column 79): expected integer, found an empty element."),
    ("<A>x</A>", #"/T/A (line 1, column 79): expected integer, found text "x"."#),
    ("<A>-1</A>", "/T/A (line 1, column 79): expected at least 0, found integer -1."),
    ("<A><B/></A>", "/T/A/B (line 1, column 82): expected text only, found the element <B>."),
    ("<A i:nil='1'/>", "/T/A (line 1, column 79): expected integer, found nil."),
    (
      "", "/T (line 1, column 1): expected an element <A> in the namespace urn:t, found none."
    ),
    (
      "<A>1</A><A>1</A>",
      "/T/A[2] (line 1, column 87): expected one element <A>, found another one."
    ),
    (
      "<A xmlns=''>1</A>",
      "/T/A (line 1, column 79): expected <A> in the namespace urn:t, found <A> without a namespace. "
        + "A reader that goes by namespaces skips the element: declare urn:t for it."
    ),
    (
      "<A>1</A><X/>",
      "/T/X (line 1, column 87): expected declared elements only, found <X> in the namespace urn:t."
    ),
    (
      "<B/><A>1</A>",
      "/T/A (line 1, column 83): expected <A> before <B>, found it after that. DataContractSerializer "
        + "skips an element that is out of order: write <A> before <B>."
    ),
    (
      "<A>1</A><H/>",
      "/T/H (line 1, column 87): expected no element <H>, found <H> in the namespace urn:t. "
        + "Leave the element out: the member has no XML form."
    ),
    (
      "<A>1</A><B i:nil='true'>x</B>",
      "/T/B (line 1, column 87): expected an empty element, because nil is true, found content. "
        + "Leave the element empty or leave out nil."
    ),
    (
      "<A>1</A><B i:nil='no'/>",
      "/T/B (line 1, column 87): expected true, false, 1 or 0 as the value of nil, found \"no\"."
    ),
    (
      "<A>1</A> stray ",
      "/T (line 1, column 1): expected elements only, found text \"stray\"."
    ),
  ])
  func messages(content: String, message: String) throws {
    let start = #"<T xmlns="urn:t" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" C="true""#
    let document = try XMLDocument(parsing: start + ">" + content + "</T>")
    let violations = try SchemaValidator(Self.thing).validate(document)
    #expect(violations.map(\.message) == ["At " + message])
  }

  @Test(arguments: [
    (
      "<T xmlns='urn:t' C='x'><A>1</A></T>",
      #"At /T/@C (line 1, column 18): expected boolean, found text "x"."#
    ),
    (
      "<T xmlns='urn:t' D='x'><A>1</A></T>",
      "At /T/@D (line 1, column 18): expected declared attributes only, found the attribute D."
    ),
    (
      "<T><A>1</A></T>",
      "At /T (line 1, column 1): expected <T> in the namespace urn:t, found <T> without a namespace. "
        + "A reader that goes by namespaces skips the element: declare urn:t for it."
    ),
    (
      "<U xmlns='urn:t'/>",
      "At /U (line 1, column 1): expected <T> in the namespace urn:t, found <U> in the namespace urn:t."
    ),
  ])
  func messagesOfTheRoot(text: String, message: String) throws {
    let violations = try SchemaValidator(Self.thing).validate(XMLDocument(parsing: text))
    #expect(violations.map(\.message) == [message])
  }

  @Test func eitherOfTwoRoots() throws {
    let other = Self.thing.titled("Other").xml(namespace: "urn:o")
    let validator = try SchemaValidator(.anyOf([Self.thing, other]))
    #expect(try validator.admits(XMLDocument(parsing: "<T xmlns='urn:t'><A>1</A></T>")))
    #expect(try validator.admits(XMLDocument(parsing: "<Other xmlns='urn:o'><A>1</A></Other>")))
    let broken = try XMLDocument(parsing: "<Other xmlns='urn:o'><A>x</A></Other>")
    #expect(validator.validate(broken).map(\.instanceLocation) == ["/Other/A"])
    let unknown = try XMLDocument(parsing: "<Third/>")
    #expect(validator.validate(unknown).map(\.keyword) == ["anyOf"])
  }

  /// Values of `xs:double` and `xs:decimal` (XML Schema part 2, sections 3.2.3 and 3.2.5).
  @Test(
    arguments: [
      (
        Schema.number, ["1", "+1.", ".5", "-1e400", "INF", "-INF", "NaN", " 1 "],
        ["", ".", "1,5", "inf", "1 2"]
      ),
      (.number(in: 0...), ["0.0"], ["-0.1", "INF", "NaN"]),
      (.integer, ["+007", "123456789012345678901234567890"], ["1.0", "1e2", "INF", "0x1"]),
      (.boolean, ["true", "false", "1", "0"], ["True", "yes", "2", ""]),
      (.string, ["", " x "], []),
      (.oneOf("A"), ["A"], [" A", "a"]),
      (.constant(1), ["1", "1.0"], ["2", "x"]),
      (.any, ["", "x", "<a/>"], []),
      (.anyOf([.integer, .boolean]), ["7", "true"], ["x"]),
      (.integer.nullable, ["1"], [""]),
    ] as [(Schema, [String], [String])]
  )
  func lexicalForms(schema: Schema, accepted: [String], rejected: [String]) throws {
    let validator = try SchemaValidator(schema)
    for text in accepted {
      #expect(try validator.admits(XMLDocument(parsing: "<v>\(text)</v>")), "\(text)")
    }
    for text in rejected {
      let document = try XMLDocument(parsing: "<v>\(text)</v>")
      #expect(!validator.admits(document), "\(text)")
      #expect(validator.validate(document).count == 1, "\(text)")
    }
  }

  @Test(arguments: [
    (Schema.XMLOrder.declared, "<b/><a/><c/>", true), (.declared, "<a/><b/><c/>", false),
    (.dataContract, "<a/><c/><b/>", true), (.dataContract, "<a/><b/><c/>", false),
    (.any, "<c/><a/><b/>", true),
  ])
  func orders(order: Schema.XMLOrder, elements: String, isAccepted: Bool) throws {
    let schema = Schema.object([
      .optional("b", .string).inXMLOrder(1), .optional("a", .string), .optional("c", .string),
    ])
    let validator = try SchemaValidator(schema.titled("r").xml(order: order))
    #expect(try validator.admits(XMLDocument(parsing: "<r>\(elements)</r>")) == isAccepted)
  }
}
