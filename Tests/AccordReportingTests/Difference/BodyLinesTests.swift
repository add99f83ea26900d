import AccordSchema
import Testing

@testable import AccordReporting

struct BodyLinesTests {
  private func layout(
    _ body: String,
    _ pointer: JSONPointer? = nil,
    at position: SourcePosition? = nil
  ) -> BodyLines {
    BodyLines(RunRecord.Content(Array(body.utf8)), marking: pointer, at: position)
  }

  @Test
  func jsonIsAsWideAsItsLinesAllow() {
    let layout = layout(Differences.json)
    #expect(
      layout.lines == [
        "{",
        #"  "items": ["#,
        "    {",
        #"      "id": 1,"#,
        #"      "name": "Rex","#,
        #"      "tags": ["old", "tame"],"#,
        #"      "owner": {"name": "Ann", "notes": {}}"#,
        "    },",
        #"    {"id": "2", "name": "Tom", "tags": [], "owner": null}"#,
        "  ],",
        #"  "total": 2,"#,
        #"  "page": {"number": 0, "size": 50}"#,
        "}",
      ]
    )
  }

  @Test(arguments: [
    ("", 0), ("/items", 1), ("/items/0", 2), ("/items/0/tags/1", 5), ("/items/0/none", 2),
    ("/items/1/id", 9), ("/page/size", 11), ("/none", 0), ("/items/01", 1),
  ])
  func theInnermostLineOfAPlace(_ pointer: JSONPointer, _ line: Int) {
    #expect(layout(Differences.json, pointer).place == line)
  }

  @Test
  func theWidthIsTheSameForJSONAndXML() {
    for width in [20, 40, 80] {
      let lines = JSONLayout([1, "\(String(repeating: "a", count: width - 7))"], width: width).lines
      #expect(lines.count == 1 && lines[0].utf8.count == width)
      let more = JSONLayout([1, "\(String(repeating: "a", count: width - 6))"], width: width).lines
      #expect(more.count == 4)
    }
    let name = String(repeating: "n", count: 69)
    #expect(layout("<a><b>\(name)</b></a>").lines.count == 3)
    #expect(layout("<a><b>\(name.dropFirst(6))</b></a>").lines.count == 1)
  }

  @Test
  func xmlHasOneElementALine() {
    let layout = layout(Differences.xml)
    #expect(
      layout.lines == [
        #"<Pets xmlns="http://pets.example/types">"#,
        "  <Pet>",
        "    <Id>1</Id>",
        "    <Name>Rex</Name>",
        "    <Owner><Name>Ann &amp; Bob</Name><Notes>keeps many animals</Notes></Owner>",
        "  </Pet>",
        #"  <Pet><Id>two</Id><Name>Tom</Name><Owner i:nil="true"/></Pet>"#,
        "</Pets>",
      ]
    )
  }

  @Test
  func whiteSpaceIsKeptOnlyWhereItMeansSomething() {
    #expect(layout("<a> <b> </b>\n<c>x y</c> </a>").lines == ["<a><b> </b><c>x y</c></a>"])
    #expect(layout("<a>one <b>two</b> three</a>").lines == ["<a>one <b>two</b> three</a>"])
  }

  @Test
  func whatIsNeitherStandsAsItCame() {
    let text = layout("a\r\nb\n\nc\n", at: SourcePosition(byte: 3, line: 2, column: 1))
    #expect(text.lines == ["a", "b", "", "c"])
    #expect(text.place == 1)
    #expect(layout("{\"a\":1").lines == ["{\"a\":1"])
    #expect(layout("12").lines == ["12"])
    #expect(BodyLines(RunRecord.Content([0xFF, 0x0A])).lines == ["ff 0a"])
    #expect(layout("a", at: SourcePosition(byte: 9, line: 9, column: 1)).place == nil)
    #expect(layout("").lines.isEmpty)
  }

  @Test
  func theEndOfALongLineIsShownAroundThePlace() {
    let body = "{" + String(repeating: " ", count: 5_000) + "x"
    let layout = layout(body, at: SourcePosition(byte: 5_001, line: 1, column: 5_002))
    #expect(layout.lines == ["… " + String(repeating: " ", count: 59) + "x"])
    #expect(layout.place == 0)
  }

  @Test
  func aLongLineIsCutOnBothSides() {
    let body = "{" + String(repeating: "a", count: 300) + "x" + String(repeating: "b", count: 300)
    let far = layout(body, at: SourcePosition(byte: 301, line: 1, column: 302)).lines
    #expect(
      far == [
        "… " + String(repeating: "a", count: 59) + "x" + String(repeating: "b", count: 120) + " …"
      ]
    )
    let near = layout(body, at: SourcePosition(byte: 1, line: 1, column: 2)).lines
    #expect(near == ["{" + String(repeating: "a", count: 121) + " …"])
  }

  @Test
  func deepBodiesAreLaidOut() {
    let depth = 500
    let json =
      String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    #expect(layout(json).lines.count > 900)
    let xml =
      String(repeating: "<a>", count: 200) + "1" + String(repeating: "</a>", count: 200)
    #expect(layout(xml).lines.count > 380)
  }
}
