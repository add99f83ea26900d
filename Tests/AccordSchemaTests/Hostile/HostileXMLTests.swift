import AccordSchema
import Testing

/// Documents that are made to break a reader: each has its message, or is read.
@Suite("Hostile XML")
struct HostileXMLTests {
  private static let entities: [String] = [
    // Billion laughs.
    """
    <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><lolz>&c;</lolz>
    """,
    // Quadratic growth.
    "<!DOCTYPE a [<!ENTITY x \"" + String(repeating: "x", count: 10_000) + "\">]><a>&x;&x;</a>",
    // External entities, and external declarations.
    #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>"#,
    #"<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]><a>&x;</a>"#,
    #"<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>"#,
    #"<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><a/>"#,
  ]

  @Test("Entities are refused with the declaration that holds them", arguments: entities)
  func doctype(text: String) {
    #expect(
      XMLSyntaxErrorTests.message(Array(text.utf8))
        == "line 1, column 1: expected no document type declaration, found <!DOCTYPE; it is refused, "
        + "so that no entity is expanded and nothing is fetched"
    )
  }

  @Test("An entity without a declaration is refused by name")
  func undefinedEntity() {
    #expect(
      XMLSyntaxErrorTests.message(Array("<a>&lol9;</a>".utf8))
        == "line 1, column 4: expected one of &lt; &gt; &amp; &apos; &quot;, found the undefined "
        + "entity &lol9;"
    )
  }

  @Test("A hundred thousand levels are refused at the limit, which can be set")
  func depth() throws {
    let text = Array(String(repeating: "<a>", count: 100_000).utf8)
    #expect(
      XMLSyntaxErrorTests.message(text)
        == "line 1, column 1537: expected at most 512 nested elements, found one more"
    )
    let closed = text + Array(String(repeating: "</a>", count: 100_000).utf8)
    let document = try XMLDocument(parsing: closed, limits: XMLLimits(depth: 100_000))
    var depth = 1
    var element = document.root
    while let child = element.childElements.first {
      element = child
      depth += 1
    }
    #expect(depth == 100_000)
    #expect(element.path.utf8.count == 200_000)
  }

  @Test("Attributes are bounded, and the bound can be set")
  func attributes() throws {
    let attributes = (0..<20_000).map { " a\($0)=''" }.joined()
    let text = Array("<a\(attributes)/>".utf8)
    #expect(
      XMLSyntaxErrorTests.message(text)
        == "line 1, column 7894: expected at most 1000 attributes on an element, found one more"
    )
    let document = try XMLDocument(parsing: text, limits: XMLLimits(attributes: 20_000))
    #expect(document.root.attributes.count == 20_000)
    let twice = Array("<a\(attributes) a7=''/>".utf8)
    let message = XMLSyntaxErrorTests.message(twice, limits: XMLLimits(attributes: 20_001))
    #expect(message?.hasSuffix("expected each attribute once, found a7 twice") == true)
  }

  @Test("Names of a megabyte are refused")
  func names() throws {
    let name = String(repeating: "n", count: 1_000_000)
    let text = Array("<\(name)/>".utf8)
    #expect(
      XMLSyntaxErrorTests.message(text)
        == "line 1, column 2: expected names of at most 1000 bytes, found a longer one"
    )
    #expect(
      XMLSyntaxErrorTests.message(text, limits: XMLLimits(nameLength: .max))
        == "line 1, column 2: expected names of at most 65535 bytes, found a longer one"
    )
    let longest = String(repeating: "n", count: 65_535)
    let document = try XMLDocument(parsing: "<\(longest)/>", limits: XMLLimits(nameLength: .max))
    #expect(document.root.name.local == longest)
  }

  @Test("Namespace declarations in scope are bounded")
  func namespaces() {
    let declarations = (0..<300).map { " xmlns:p\($0)='u'" }.joined()
    #expect(
      XMLSyntaxErrorTests.message(Array("<a\(declarations)/>".utf8))?
        .hasSuffix("expected at most 256 namespace declarations in scope, found one more") == true
    )
    let siblings = String(repeating: "<b xmlns:p='u' p:c=''/>", count: 10_000)
    #expect(XMLSyntaxErrorTests.message(Array("<a>\(siblings)</a>".utf8)) == nil)
  }

  @Test("A document beyond the limit of bytes is refused before it is read")
  func size() {
    #expect(
      XMLSyntaxErrorTests.message(Array("<abcdefgh/>".utf8), limits: XMLLimits(bytes: 10))
        == "line 1, column 1: expected at most 10 bytes, found more"
    )
  }

  @Test("Text and attribute values of a megabyte are read")
  func longTexts() throws {
    let long = String(repeating: "x", count: 1_000_000)
    let document = try XMLDocument(parsing: "<a b='\(long)'>\(long)</a>")
    #expect(document.root.text == long)
    #expect(document.root[attribute: "b"] == long)
  }

  @Test("Every document that is cut off is refused, and none crashes")
  func cutOff() throws {
    let text = Array(
      "<?xml version='1.0'?><a xmlns:p='u'><p:b c='&lt;'>x<![CDATA[y]]></p:b><!--z--><?q?></a>".utf8
    )
    _ = try XMLDocument(parsing: text)
    for end in 0..<text.count {
      #expect(XMLSyntaxErrorTests.message(Array(text[..<end])) != nil, "\(end)")
    }
  }

  @Test("Documents with changed bytes are read or refused, and none crashes")
  func changedBytes() throws {
    let text = Array(
      "<?xml version='1.0' encoding='utf-8'?><a xmlns:p='u'><p:b c='&lt;é'>x<![CDATA[y]]></p:b><!--z--></a>"
        .utf8
    )
    var random = SystemlessRandom(state: 7)
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0...random.next(3) {
        bytes[random.next(bytes.count)] = UInt8(truncatingIfNeeded: random.next(256))
      }
      guard let document = try? XMLDocument(parsing: bytes) else { continue }
      let written = XMLCanonicalText.text(of: document)
      let again = try XMLDocument(parsing: written)
      #expect(XMLCanonicalText.text(of: again) == written)
    }
  }
}
