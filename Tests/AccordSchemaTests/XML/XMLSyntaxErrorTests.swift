import AccordSchema
import Testing

@Suite("XML errors")
struct XMLSyntaxErrorTests {
  private static let structure: [(String, String)] = [
    ("", "line 1, column 1: expected a root element, found the end of the document"),
    ("<!-- -->", "line 1, column 9: expected a root element, found the end of the document"),
    (
      "<!DOCTYPE a><a/>",
      "line 1, column 1: expected no document type declaration, found <!DOCTYPE; it is refused, so "
        + "that no entity is expanded and nothing is fetched"
    ),
    ("<a><!DOCTYPE a></a>", "line 1, column 6: expected -- or [CDATA[ after <!, found 'D'"),
    ("<a/><!DOCTYPE a>", "line 1, column 7: expected -- or [CDATA[ after <!, found 'D'"),
    (
      "<a>\n<b></a>",
      "line 2, column 4: expected </b>, which closes the element opened at line 2, column 1, found "
        + "</a>"
    ),
    (
      "<a>\n<b>",
      "line 2, column 4: expected </b>, which closes the element opened at line 2, column 1, found "
        + "the end of the document"
    ),
    ("<a/></a>", "line 1, column 5: expected no end tag where no element is open, found </a>"),
    ("<a/><b/>", "line 1, column 5: expected one root element, found a second one, <b>"),
    (
      "hi",
      "line 1, column 1: expected only comments and processing instructions outside the root "
        + "element, found text"
    ),
    (
      "<a/>&#32;",
      "line 1, column 5: expected only comments and processing instructions outside the root "
        + "element, found text"
    ),
    (
      "<![CDATA[]]><a/>",
      "line 1, column 1: expected only comments and processing instructions outside the root "
        + "element, found text"
    ),
    (
      "<",
      "line 1, column 2: expected a name, '/', '!' or '?' after '<', found the end of the document"
    ),
    ("< a/>", "line 1, column 2: expected a name, '/', '!' or '?' after '<', found a space"),
    ("<a", "line 1, column 3: expected white space, '/>' or '>', found the end of the document"),
    ("<a /b>", "line 1, column 5: expected '>', found 'b'"),
    ("<a></a b>", "line 1, column 8: expected '>', found 'b'"),
    ("<a></ a>", "line 1, column 6: expected a name, found a space"),
    ("<a><!b></a>", "line 1, column 6: expected -- or [CDATA[ after <!, found 'b'"),
  ]

  @Test("Structure", arguments: structure)
  func structureMessage(text: String, message: String) {
    #expect(Self.message(Array(text.utf8)) == message)
  }

  private static let markup: [(String, String)] = [
    ("<a b/>", "line 1, column 5: expected '=' after the name of the attribute, found '/'"),
    ("<a b=c/>", "line 1, column 6: expected an attribute value in quotes, found 'c'"),
    (
      "<a b='c/>",
      "line 1, column 10: expected the quote that ends the value, found the end of the document"
    ),
    ("<a b='1'c='2'/>", "line 1, column 9: expected white space, '/>' or '>', found 'c'"),
    (
      "<a b='<'/>", "line 1, column 7: expected '<' in an attribute value to be escaped, write &lt;"
    ),
    ("<a b='' b=''/>", "line 1, column 9: expected each attribute once, found b twice"),
    ("<a>]]></a>", "line 1, column 4: expected ]]> in text to be escaped, write ]]&gt;"),
    ("<a><!-- -- --></a>", "line 1, column 9: expected no -- inside a comment, found one"),
    ("<a><!-- --->", "line 1, column 9: expected no -- inside a comment, found one"),
    (
      "<a><!-- ",
      "line 1, column 9: expected --> at the end of the comment, found the end of the document"
    ),
    (
      "<a><![CDATA[ ]]",
      "line 1, column 16: expected ]]> at the end of the CDATA section, found the end of the document"
    ),
    (
      "<a><?b c",
      "line 1, column 9: expected ?> at the end of the processing instruction, found the end of the "
        + "document"
    ),
    ("<a><?b+?></a>", "line 1, column 7: expected white space, found '+'"),
    (
      " <?xml version='1.0'?><a/>",
      "line 1, column 2: expected a processing instruction with another name than xml; an XML "
        + "declaration stands only at the very start and in lower case"
    ),
    (
      "<a>&nbsp;</a>",
      "line 1, column 4: expected one of &lt; &gt; &amp; &apos; &quot;, found the undefined entity "
        + "&nbsp;"
    ),
    (
      "<a>x & y</a>",
      "line 1, column 6: expected a reference after '&', found none; write &amp; for the character "
        + "itself"
    ),
    ("<a>&lt</a>", "line 1, column 7: expected ';' at the end of the reference, found '<'"),
    ("<a>&#0;</a>", "line 1, column 4: expected a reference to an XML character, found &#0;"),
    (
      "<a>&#xD800;</a>",
      "line 1, column 4: expected a reference to an XML character, found &#xD800;"
    ),
    (
      "<a>&#x110000;</a>",
      "line 1, column 4: expected a reference to an XML character, found &#x110000;"
    ),
    ("<a>&#X41;</a>", "line 1, column 4: expected a reference to an XML character, found &#X41;"),
    ("<a>&#;</a>", "line 1, column 4: expected a reference to an XML character, found &#;"),
    ("<?xml?><a/>", "line 1, column 6: expected version=\"1.0\" in the XML declaration"),
    (
      "<?xml encoding='utf-8'?><a/>",
      "line 1, column 7: expected version=\"1.0\" in the XML declaration"
    ),
    (
      "<?xml version='2.0'?><a/>",
      "line 1, column 16: expected version=\"1.0\" in the XML declaration"
    ),
    (
      "<?xml version='1.0' encoding='-'?><a/>",
      "line 1, column 31: expected a name of an encoding in the XML declaration"
    ),
    (
      "<?xml version='1.0' standalone='maybe'?><a/>",
      "line 1, column 33: expected standalone=\"yes\" or standalone=\"no\" in the XML declaration"
    ),
    (
      "<?xml version='1.0' standalone='yes' encoding='utf-8'?><a/>",
      "line 1, column 38: expected version, encoding and standalone in this order, and ?> in the XML "
        + "declaration"
    ),
  ]

  @Test("Markup", arguments: markup)
  func markupMessage(text: String, message: String) {
    #expect(Self.message(Array(text.utf8)) == message)
  }

  private static let namespaces: [(String, String)] = [
    ("<p:a/>", "line 1, column 2: expected a declared prefix, found p; declare it with xmlns:p"),
    (
      "<a p:b=''/>",
      "line 1, column 4: expected a declared prefix, found p; declare it with xmlns:p"
    ),
    (
      "<a><b xmlns:p='u'/><p:c/></a>",
      "line 1, column 21: expected a declared prefix, found p; declare it with xmlns:p"
    ),
    (
      "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>",
      "line 1, column 35: expected each attribute once, found q:b twice"
    ),
    (
      "<a xmlns:p='u' xmlns:p='v'/>",
      "line 1, column 16: expected each attribute once, found xmlns:p twice"
    ),
    (
      "<a xmlns='u' xmlns='v'/>",
      "line 1, column 14: expected each attribute once, found xmlns twice"
    ),
    (
      "<a xmlns:p=''/>",
      "line 1, column 4: expected a namespace for the prefix p, found an empty value"
    ),
    (
      "<a xmlns:xmlns='u'/>",
      "line 1, column 4: expected the reserved prefix xmlns not to be declared"
    ),
    ("<a xmlns:xml='u'/>", "line 1, column 4: expected the reserved prefix xml not to be declared"),
    (
      "<a xmlns='http://www.w3.org/XML/1998/namespace'/>",
      "line 1, column 4: expected the reserved namespace http://www.w3.org/XML/1998/namespace not to "
        + "be bound to another prefix"
    ),
    (
      "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>",
      "line 1, column 4: expected the reserved namespace http://www.w3.org/2000/xmlns/ not to be "
        + "bound to another prefix"
    ),
    (
      "<xmlns:a/>",
      "line 1, column 2: expected a declared prefix, found xmlns; declare it with xmlns:xmlns"
    ),
    (
      "<a:b:c/>",
      "line 1, column 2: expected at most one colon, between a prefix and a local name, found a:b:c"
    ),
    (
      "<:a/>",
      "line 1, column 2: expected at most one colon, between a prefix and a local name, found :a"
    ),
    (
      "<a:/>",
      "line 1, column 2: expected at most one colon, between a prefix and a local name, found a:"
    ),
    (
      "<a:1/>",
      "line 1, column 2: expected at most one colon, between a prefix and a local name, found a:1"
    ),
    (
      "<a><?b:c?></a>",
      "line 1, column 6: expected at most one colon, between a prefix and a local name, found b:c"
    ),
  ]

  @Test("Namespaces", arguments: namespaces)
  func namespaceMessage(text: String, message: String) {
    #expect(Self.message(Array(text.utf8)) == message)
  }

  @Test("The reserved prefix xml may be declared as what it is")
  func xmlPrefix() throws {
    let name = XMLName.xmlNamespace
    let root = try XMLDocument(parsing: "<a xmlns:xml='\(name)' xml:lang='en'/>").root
    #expect(root[attribute: XMLName(namespace: name, local: "lang")] == "en")
  }

  @Test("An attribute without a prefix is not in the default namespace")
  func defaultNamespace() throws {
    let root = try XMLDocument(parsing: "<a xmlns='u' xmlns:p='u' b='1' p:b='2'/>").root
    #expect(root.attributes.map(\.name.namespace) == [nil, "u"])
  }

  private static let characters: [([UInt8], String)] = [
    (
      Array("<a>\u{1}</a>".utf8),
      "line 1, column 4: expected characters that XML allows, found U+0001"
    ),
    (
      Array("<a>\0</a>".utf8), "line 1, column 4: expected characters that XML allows, found U+0000"
    ),
    (
      Array("<a>\u{FFFE}</a>".utf8),
      "line 1, column 4: expected characters that XML allows, found U+FFFE"
    ),
    (Array("<a>".utf8) + [0xC0, 0xAF], "line 1, column 4: expected UTF-8, found the byte 0xC0"),
    (
      Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
      "line 1, column 4: expected UTF-8, found the byte 0xED"
    ),
    // What is wrong first is said first.
    (
      Array("<a></b>\u{1}".utf8),
      "line 1, column 4: expected </a>, which closes the element opened at line 1, column 1, found </b>"
    ),
  ]

  @Test("Characters", arguments: characters)
  func characterMessage(bytes: [UInt8], message: String) {
    #expect(Self.message(bytes) == message)
  }

  static func message(
    _ bytes: [UInt8],
    charset: String? = nil,
    limits: XMLLimits = .default
  ) -> String? {
    do {
      _ = try XMLDocument(parsing: bytes, charset: charset, limits: limits)
      return nil
    } catch {
      return error.description
    }
  }
}
