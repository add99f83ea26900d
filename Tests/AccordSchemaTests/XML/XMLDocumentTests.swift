import Testing

@testable import AccordSchema

@Suite("XML documents")
struct XMLDocumentTests {
  @Test("Elements, attributes and text are read with their namespaces")
  func structure() throws {
    let document = try XMLDocument(
      parsing: """
        <?xml version="1.0" encoding="utf-8"?>
        <r:Root xmlns:r="urn:r" xmlns="urn:d" a="1" r:a='&lt;2&#x41;'>
          <Item>x<![CDATA[<y>]]>&amp;z</Item><!-- no text -->
          <?go there ?>
          <Item xmlns=""><Sub/></Item>
        </r:Root>
        """
    )
    let root = document.root
    #expect(root.name == XMLName(namespace: "urn:r", local: "Root"))
    #expect(root.name.description == "{urn:r}Root")
    #expect(root.prefix == "r")
    #expect(root.attributes.map(\.name) == ["a", XMLName(namespace: "urn:r", local: "a")])
    #expect(root[attribute: XMLName(namespace: "urn:r", local: "a")] == "<2A")
    #expect(root[attribute: "b"] == nil)
    #expect(root.childElements.map(\.name) == [XMLName(namespace: "urn:d", local: "Item"), "Item"])
    #expect(root.childElements[0].text == "x<y>&z")
    #expect(root.childElements[1].childElements[0].name == "Sub")
    #expect(root.childElements[1].parent?.name == root.name)
    #expect(root.parent == nil)
    #expect(root["Item"]?.text.isEmpty == true)
    #expect(document.declaredEncoding == "utf-8")
    #expect(document.notices.isEmpty)
  }

  @Test("Children are given in order; sections are part of the text")
  func children() throws {
    let root = try XMLDocument(parsing: "<a>x<![CDATA[y]]>z<b/><!--c--><?p  q ?>&#13;</a>").root
    let texts = root.children.map { node in
      switch node {
      case .element(let element): "element \(element.name)"
      case .text(let text): "text \(text)"
      case .comment(let text): "comment \(text)"
      case .processingInstruction(let target, let data): "instruction \(target)|\(data)|"
      }
    }
    #expect(
      texts == ["text xyz", "element b", "comment c", "instruction p|q |", "text \r"]
    )
  }

  @Test("Paths number a name that several siblings bear")
  func paths() throws {
    let text = "<p:R xmlns:p='u'><A/><B><C/></B><B><C/><C/></B><p:B/></p:R>"
    let root = try XMLDocument(parsing: text).root
    let paths = root.childElements.flatMap { [$0.path] + $0.childElements.map(\.path) }
    #expect(root.path == "/R")
    #expect(
      paths == [
        "/R/A", "/R/B[1]", "/R/B[1]/C", "/R/B[2]", "/R/B[2]/C[1]", "/R/B[2]/C[2]", "/R/B",
      ]
    )
  }

  @Test("Namespaces in scope are looked up by prefix")
  func namespacesInScope() throws {
    let text = "<a xmlns='u' xmlns:p='v'><b xmlns='' xmlns:p='w'><c/></b><d/></a>"
    let root = try XMLDocument(parsing: text).root
    let inner = root.childElements[0].childElements[0]
    #expect(root.namespace(forPrefix: nil) == "u")
    #expect(root.namespace(forPrefix: "p") == "v")
    #expect(inner.namespace(forPrefix: nil) == nil)
    #expect(inner.namespace(forPrefix: "p") == "w")
    #expect(root.childElements[1].namespace(forPrefix: "p") == "v")
    #expect(inner.namespace(forPrefix: "q") == nil)
    #expect(inner.namespace(forPrefix: "xml") == XMLName.xmlNamespace)
  }

  @Test("Line ends become LF, in text, sections, comments and instructions")
  func lineEnds() throws {
    let root = try XMLDocument(parsing: "<a>1\r\n2\r3\n<![CDATA[4\r\n]]><!--5\r--></a>").root
    #expect(root.text == "1\n2\n3\n4\n")
    guard case .comment(let comment)? = root.children.last else {
      Issue.record("no comment")
      return
    }
    #expect(comment == "5\n")
  }

  @Test("White space in attribute values becomes spaces, unless it is escaped")
  func attributeValues() throws {
    let root = try XMLDocument(parsing: "<a b='1\r\n2\t3\n4&#10;5&#x9;6&#xD;7'/>").root
    #expect(root[attribute: "b"] == "1 2 3 4\n5\t6\r7")
  }

  @Test("Every element and attribute has its bytes, line and column")
  func places() throws {
    let text = "<é>\r\n  <b x='1'>t</b>\r<c/></é>"
    let document = try XMLDocument(parsing: text)
    let inner = document.root.childElements[0]
    #expect(inner.byteRange == 8..<22)
    #expect(inner.position == SourcePosition(byte: 8, line: 2, column: 3))
    #expect(inner.attributes[0].byteRange == 11..<16)
    #expect(document.root.childElements[1].position == SourcePosition(byte: 23, line: 3, column: 1))
    #expect(document.position(ofByte: 23).column == 1)
    #expect(document.root.byteRange == 0..<text.utf8.count)
  }

  @Test("Comments and instructions around the root are kept")
  func outside() throws {
    let document = try XMLDocument(parsing: "<!--a--><?b c?>\n<r/><!--d-->\n")
    let kinds = document.children.map { node in
      switch node {
      case .element: "element"
      case .text: "text"
      case .comment: "comment"
      case .processingInstruction: "instruction"
      }
    }
    #expect(kinds == ["comment", "instruction", "element", "comment"])
  }

  @Test("Names hold the letters of all scripts that the fifth edition allows")
  func names() throws {
    for name in ["é", "日本", "_a-b.c", "ꙮ", "a·", "a\u{300}", "𐐀"] {
      #expect(try XMLDocument(parsing: "<\(name)/>").root.name.local == name)
    }
    for name in ["1a", "-a", ".a", "·a", "\u{300}", "×", "\u{37E}", "a×"] {
      #expect((try? XMLDocument(parsing: "<\(name)/>")) == nil, "\(name)")
    }
  }

  @Test("Many namespaces are kept apart, and each is kept once")
  func manyNamespaces() throws {
    let elements = (0..<100).map { "<a xmlns='urn:\($0 % 50)'/>" }
    let document = try XMLDocument(parsing: "<r>\(elements.joined())</r>")
    let namespaces = document.root.childElements.map(\.name.namespace)
    #expect(namespaces == (0..<100).map { "urn:\($0 % 50)" })
    #expect(document.tape.namespaces.count == 53)
  }

  @Test("Namespaces are the same by their characters, not by canonical equivalence")
  func namespaceIdentity() throws {
    let text = "<a xmlns:p='é' xmlns:q='e\u{301}' p:x='1' q:x='2'/>"
    let root = try XMLDocument(parsing: text).root
    #expect(root.attributes.map(\.value) == ["1", "2"])
    #expect(root[attribute: XMLName(namespace: "e\u{301}", local: "x")] == "2")
  }
}
