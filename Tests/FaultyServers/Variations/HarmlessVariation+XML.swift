import Accord

extension HarmlessVariation {
  /// The same XML, written in another way.
  static let xml: [HarmlessVariation] = [
    spelling("other-prefixes", "Namespaces in XML: prefixes mean nothing.") {
      XMLRewriter(names: .prefixed).rewrite($0)
    },
    spelling("default-namespaces", "Namespaces in XML: an element may declare its own default.") {
      XMLRewriter(names: .defaulted).rewrite($0)
    },
    spelling("indented", "White space between elements means nothing.") {
      XMLRewriter(between: "\r\n\t  ", end: "\n").rewrite($0)
    },
    spelling("comments", "XML section 2.5: comments are no content.") {
      XMLRewriter(between: "<!-- <a> & b -->", end: "<!-- end -->").rewrite($0)
    },
    spelling("processing-instructions", "XML section 2.6: instructions are no content.") {
      XMLRewriter(declaration: "<?style a=\"b\"?>", between: "<?page break?>").rewrite($0)
    },
    spelling("character-data-sections", "XML section 2.7: CDATA is text.") {
      XMLRewriter(usesCDATA: true).rewrite($0)
    },
    spelling("end-tags", "XML section 3.1: an empty element may have an end tag.") {
      XMLRewriter(nothing: .endTag).rewrite($0)
    },
    spelling("nil-is-1", "XML Schema: nil is a boolean, and 1 is true.") {
      XMLRewriter(nothing: .one).rewrite($0)
    },
    spelling("nil-is-left-out", "DataContract: absent and nil both mean null.") {
      XMLRewriter(nothing: .absent).rewrite($0)
    },
    spelling("no-declaration", "XML section 2.8: the declaration may be left out.") {
      $0.replacing("<?xml version=\"1.0\" encoding=\"utf-8\"?>", with: "")
    },
    spelling("another-declaration", "XML section 2.8: quotes, case of the encoding, standalone.") {
      $0.replacing(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
        with: "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"
      )
    },
    spelling("byte-order-mark", "XML section 4.3.3: UTF-8 may begin with one.") { "\u{FEFF}" + $0 },
    spelling("character-references", "XML section 4.1: a character may be a reference.") {
      $0.replacing("true<", with: "&#116;rue<").replacing("NotFound<", with: "NotF&#x6f;und<")
        .replacing("Citizen<", with: "Citize&#110;<").replacing("NotEmpty<", with: "&#78;otEmpty<")
        .replacing("SerializationException<", with: "Serialization&#69;xception<")
    },
    spelling("white-space-in-tags", "XML section 3.1: white space may follow a name.") {
      $0.replacing("/>", with: " \n/>").replacing("</ResponseStatus>", with: "</ResponseStatus >")
    },
    spelling("schema-location", "XML Schema: a hint where the schema is.") {
      $0.replacing(
        " xmlns:i=",
        with: " i:schemaLocation=\"http://schemas.servicestack.net/types types.xsd\" xmlns:i="
      )
    },
    spelling("types-are-named", "XML Schema: an element may name its type.") {
      let schema = "xmlns:b=\"http://www.w3.org/2001/XMLSchema\""
      return $0.replacing("<d1:Contact>", with: "<d1:Contact i:type=\"d1:ContactSummaryModel\">")
        .replacing("<d1:AllowCancel>", with: "<d1:AllowCancel i:type=\"b:boolean\" \(schema)>")
        .replacing("<TotalConnections>", with: "<TotalConnections i:type=\"b:int\" \(schema)>")
        .replacing("<d1:FromDate>", with: "<d1:FromDate i:type=\"b:dateTime\" \(schema)>")
        .replacing("<ResponseStatus ", with: "<ResponseStatus \(schema) ")
    },
    spelling("guids-in-upper-case", "RFC 9562 section 4: case does not matter on input.") {
      $0.replacing(">a0000000-", with: ">A0000000-").replacing(">c0000000-", with: ">C0000000-")
        .replacing(">e0000000-", with: ">E0000000-")
    },
    spelling("truth-values-are-numbers", "XML Schema: 1 and 0 are booleans.") {
      $0.replacing(">true<", with: ">1<").replacing(">false<", with: ">0<")
    },
  ]

  private static func spelling(
    _ name: String,
    _ permission: String,
    _ edit: @escaping @Sendable (String) -> String
  ) -> HarmlessVariation {
    .answers("xml-\(name)", permission, of: "platform", xmlCases) { $0.varyXML(edit) }
  }

  private static let xmlCases = [
    "platform/contacts.connections/relation/formats-agree/json-xml",
    "platform/connections.status-update/cancel/format/xml/*", "platform/*/format/xml/refusal/*",
  ]
}
