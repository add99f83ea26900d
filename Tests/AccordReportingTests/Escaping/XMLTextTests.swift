import AccordSchema
import Testing

@testable import AccordReporting

struct XMLTextTests {
  @Test(arguments: [
    ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
    ("]]>", "]]&gt;"),
    ("\"'", "\"'"),
    ("a\tb\nc\rd", "a\tb\nc&#13;d"),
    ("\u{0}\u{1B}[31m\u{8}", #"\u{0}\u{1B}[31m\u{8}"#),
    ("\u{7F}\u{9B}\u{85}", "\\u{7F}\\u{9B}\u{85}"),
    ("\u{FFFE}\u{FFFF}\u{1FFFE}", #"\u{FFFE}\u{FFFF}\u{1FFFE}"#),
    ("\u{FFFD}\u{10000}é", "\u{FFFD}\u{10000}é"),
  ])
  func content(_ text: String, _ expected: String) {
    #expect(XMLText.content(text) == expected)
  }

  @Test(arguments: [
    ("\"'", "&quot;&apos;"), ("a\nb\tc\rd", "a&#10;b&#9;c&#13;d"), ("<&>", "&lt;&amp;&gt;"),
  ])
  func attribute(_ text: String, _ expected: String) {
    #expect(XMLText.attribute(text) == expected)
  }

  @Test
  func everyCharacterIsReadBack() throws {
    for value in UInt32(0)...0x11_0000 where value < 0x3000 || value % 251 == 0 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b"
      let source = "<r x=\"\(XMLText.attribute(text))\">\(XMLText.content(text))</r>"
      let document = try XMLDocument(parsing: Array(source.utf8))
      let expected = XMLText.allows(scalar) ? text : "a\(VisibleText.name(of: scalar))b"
      #expect(document.root.text == expected)
      #expect(document.root.attributes.first?.value == expected)
    }
  }
}
