@testable import AccordSchema
import Testing

@Suite("Schemas as XML Schema documents")
struct XMLSchemaExportTests {
  @Test("Types, orders, occurrence, nil and attributes")
  func text() throws {
    let schema = Schema.object(
      [
        .required("Id", .guid),
        .optional("Age", .integer(in: 0...150).nullable),
        .optional("Tags", .array(of: .string(length: 1...9), count: 2...3).xml(wrapped: false)),
        .required("kind", .oneOf("new", "a<b")).xml(attribute: true),
      ],
      additional: .forbidden
    ).titled("Contact").xml(namespace: "urn:c", order: .declared)
    let set = try schema.xmlSchema(named: "contact")
    #expect(set.documents.map(\.fileName) == ["contact.xsd"])
    #expect(
      set.documents[0].text == """
        <?xml version="1.0" encoding="utf-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:n1="urn:c" \
        targetNamespace="urn:c" elementFormDefault="qualified">
          <xs:complexType name="Contact">
            <xs:sequence>
              <xs:element name="Id">
                <xs:simpleType>
                  <xs:restriction base="xs:token">
                    <xs:pattern value="[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:element>
              <xs:element name="Age" nillable="true" minOccurs="0">
                <xs:simpleType>
                  <xs:restriction base="xs:integer">
                    <xs:minInclusive value="0"/>
                    <xs:maxInclusive value="150"/>
                  </xs:restriction>
                </xs:simpleType>
              </xs:element>
              <xs:sequence minOccurs="0">
                <xs:element name="Tags" minOccurs="2" maxOccurs="3">
                  <xs:simpleType>
                    <xs:restriction base="xs:string">
                      <xs:minLength value="1"/>
                      <xs:maxLength value="9"/>
                    </xs:restriction>
                  </xs:simpleType>
                </xs:element>
              </xs:sequence>
            </xs:sequence>
            <xs:attribute name="kind" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="new"/>
                  <xs:enumeration value="a&lt;b"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:anyAttribute namespace="##other" processContents="skip"/>
          </xs:complexType>
          <xs:element name="Contact" type="n1:Contact"/>
        </xs:schema>

        """
    )
    #expect(set.notes.map(\.reason) == [.attributesOfText, .nilFalse, .typeNames])
  }

  @Test("A namespace has a file of its own, which the others import")
  func namespaces() throws {
    let base = Schema.object([.required("Id", .string)]).xml(namespace: "urn:base")
    let schema = Schema.object([.required("Name", .string)], extending: base)
      .titled("Contact").xml(namespace: "urn:c", order: .declared)
    let set = try schema.xmlSchema()
    #expect(set.documents.map(\.namespace) == ["urn:c", "urn:base"])
    #expect(set.documents.map(\.fileName) == ["schema.xsd", "schema-2.xsd"])
    let imported = #"<xs:import namespace="urn:base" schemaLocation="schema-2.xsd"/>"#
    #expect(set.documents[0].text.contains(imported))
  }

  @Test(
    "What cannot be said is noted, with its effect",
    arguments: [
      (.integer.with { $0.multipleOf = 3 }, "multipleOf", .looser, "multipleOf has no counterpart"),
      (
        .string(pattern: "(?=a)"), "pattern", .looser,
        #"the pattern "(?=a)" has a condition on the text around, which has no counterpart"#
      ),
      (
        .format("hostname"), "format", .looser,
        "the format hostname is checked in part or not at all"
      ),
      (.not(.string), "not", .looser, "not has no counterpart"),
      (
        .array(of: .integer), "items", .looser,
        "the items may have any name, so that their content is not checked"
      ),
      (
        .array(of: .string).with { $0.uniqueItems = true }, "uniqueItems", .looser,
        "uniqueItems has no counterpart"
      ),
    ] as [(Schema, String, ExportNote.Effect, String)]
  )
  func notes(_ schema: Schema, _ keyword: String, _ effect: ExportNote.Effect, _ why: String) throws
  {
    let notes = try schema.titled("T").xmlSchema().notes
    let words = effect == .looser ? "admits more" : "refuses more"
    let expected = "/\(keyword): the XML Schema \(words): \(why)."
    #expect(notes.map(\.description).contains(expected), "\(notes)")
  }

  @Test(
    "Patterns are translated, or refused by the name of what has no counterpart",
    arguments: [
      ("^abc$", #"abc"#), ("abc", #"[\s\S]*abc[\s\S]*"#), ("^a|b$", #"a[\s\S]*|[\s\S]*b"#),
      ("^(a|b)*?c{2,}$", "(a|b)*c{2,}"), (#"^\d+$"#, "[0-9]+"), ("^[^,]$", "[^,]"),
      (#"^[\--/]$"#, #"[\-\./]"#), ("^a{3}b?$", "a{3}b?"), (#"^\.\^$"#, #"\.\^"#),
      ("", #"[\s\S]*[\s\S]*"#), ("^(a|)$", "(a|)"), (#"^(?:ab)+$"#, "(ab)+"),
      (#"a\b"#, nil), (#"(a)\1"#, nil), ("(?!a)", nil), ("a^b", nil),
    ] as [(String, String?)]
  )
  func patterns(_ source: String, _ expected: String?) {
    switch XSDPattern(source) {
    case .text(let text): #expect(text == expected)
    case .unsupported(let part): #expect(expected == nil, "\(part)")
    }
  }

  @Test("Dates of .NET have years of four digits")
  func dates() throws {
    let schema = Schema.object([.required("At", .dotNetDateTime)]).titled("T")
    let text = try schema.xmlSchema().documents[0].text
    #expect(text.contains(#"<xs:restriction base="xs:dateTime">"#))
    #expect(text.contains(#"<xs:pattern value="[0-9]{4}-.*"/>"#))
  }

  @Test("A loaded document is written as one that was made in Swift")
  func loaded() throws {
    let schema = Schema.object([.required("Id", .integer(in: 1...9))])
      .xml(name: "Thing", namespace: "urn:t", order: .declared)
    let loaded = try Schema(loading: try schema.jsonSchema(), formats: .assertion)
    #expect(try loaded.xmlSchema().documents == schema.xmlSchema().documents)
  }

  @Test("A loaded document that refers to itself is a type that does")
  func recursive() throws {
    let document: JSON = [
      "properties": ["a": ["$ref": "#"], "n": ["type": "integer"]], "type": "object",
      "xml": ["name": "Node"],
    ]
    let text = try Schema(loading: document).xmlSchema().documents[0].text
    #expect(text.contains(#"<xs:element name="a" type="Node""#))
    #expect(text.contains(#"<xs:complexType name="Node">"#))
    #expect(!text.contains("Anything"))
  }
}
