import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct BodyLayoutTests {
  private func markup(_ body: String, isCut: Bool = false, marks: [BodyMark] = []) -> String {
    BodyLayout.markup(of: Array(body.utf8), isCut: isCut, marks: marks).text
  }

  private func mark(_ byte: Int, isDoubt: Bool = false) -> BodyMark {
    BodyMark(byte: byte, note: "n<\(byte)>", isDoubt: isDoubt)
  }

  @Test(arguments: [
    (
      #"{"a":[1,2.50,{}],"b":{},"c":[ ]}"#,
      "{\n  \"a\": [\n    1,\n    2.50,\n    {}\n  ],\n  \"b\": {},\n  \"c\": []\n}"
    ),
    (#"  {  "a" : "x, {\" y:" }  "#, "{\n  \"a\": \"x, {\\\" y:\"\n}"),
    ("[]", "[]"), ("[ [ ] ]", "[\n  []\n]"), (#"["é<\u0041>"]"#, "[\n  \"é&lt;\\u0041&gt;\"\n]"),
    // What is no JSON stands as it came.
    ("{\"a\":", "{\"a\":"), ("[1,2", "[1,2"), ("plain\r\ntext", "plain\\r\ntext"), ("", ""),
    ("1", "1"),
  ])
  func jsonIsLaidOut(_ body: String, _ expected: String) {
    #expect(markup(body) == expected)
  }

  @Test(arguments: [
    ("<a><b>1</b><c/><d> </d></a>", "<a>\n  <b>1</b>\n  <c/>\n  <d> </d>\n</a>"),
    (
      "<?xml version=\"1.0\"?>\n<a x='>'>\n <!-- > --><b><![CDATA[<]]></b></a>\n",
      "<?xml version=\"1.0\"?>\n<a x='>'>\n  <!-- > -->\n  <b><![CDATA[<]]></b>\n</a>"
    ),
    ("<a>text<b/>more</a>", "<a>text\n  <b/>more</a>"), ("<a></a>", "<a></a>"),
    ("<a>", "<a>"), ("<p>not closed", "<p>not closed"),
  ])
  func xmlIsLaidOut(_ body: String, _ expected: String) {
    let expected = expected.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    #expect(markup(body) == expected)
  }

  @Test
  func aCutBodyIsLaidOutAsFarAsItGoes() {
    #expect(markup(#"{"a":[1,"x"#, isCut: true) == "{\n  \"a\": [\n    1,\n    \"x")
    #expect(markup("<a><b>1</b><c", isCut: true) == "&lt;a&gt;\n  &lt;b&gt;1&lt;/b&gt;\n  &lt;c")
    #expect(markup(#"{"a":"x\"#, isCut: true) == "{\n  \"a\": \"x\\")
  }

  @Test
  func whatDiffersIsMarkedAndExplainedBelowItsLine() {
    #expect(
      markup(#"{"a":12,"b":[true]}"#, marks: [mark(5), mark(5, isDoubt: true), mark(12)])
        == """
        {
          "a": <mark>12</mark>,<span class="note">▲ n&lt;5&gt;</span>\
        <span class="note doubt">▲ n&lt;5&gt;</span>\
          "b": <mark>[</mark><span class="note">▲ n&lt;12&gt;</span>\
            true
          ]
        }
        """
    )
    #expect(
      markup("<a><b>1</b></a>", marks: [mark(3, isDoubt: true)])
        == """
        &lt;a&gt;
          <mark class="doubt">&lt;b&gt;</mark>1&lt;/b&gt;\
        <span class="note doubt">▲ n&lt;3&gt;</span>&lt;/a&gt;
        """
    )
  }

  @Test
  func aMarkBetweenCharactersOrBehindTheEndIsKept() {
    #expect(
      markup("aéb", marks: [mark(2)]) == "a<mark>éb</mark><span class=\"note\">▲ n&lt;2&gt;</span>"
    )
    #expect(markup("ab", marks: [mark(9)]) == "ab<span class=\"note\">▲ n&lt;9&gt;</span>")
    #expect(markup("", marks: [mark(0)]) == "<span class=\"note\">▲ n&lt;0&gt;</span>")
  }

  @Test
  func everyMarkIsExplainedWhereverItStands() {
    let bodies = [
      #"{"a":[1,2.50,{}],"b": {"é":"x\"y"}, "c":[ ]} "#, "<a x='1'>\n<b>é</b><c/> text </a>",
      "no JSON\n{é}", "{\"a\":",
    ]
    for body in bodies {
      for byte in 0...body.utf8.count + 2 {
        let found = markup(body, marks: [mark(byte)])
        #expect(
          found.contains("<span class=\"note\">▲ n&lt;\(byte)&gt;</span>"),
          "\(byte) of \(body)"
        )
        #expect(!found.contains("\u{FFFD}"))
      }
    }
  }

  @Test
  func deepNestingAndLongLinesAreNoTrouble() {
    let deep = String(repeating: "[", count: 30_000) + String(repeating: "]", count: 30_000)
    #expect(markup(deep, isCut: true).utf8.count < 6_000_000)
    let long = String(repeating: "<", count: 65_536)
    #expect(markup(long).utf8.count == 4 * 65_536)
    #expect(markup(String(repeating: "<a", count: 20_000), isCut: true).utf8.count > 40_000)
  }

  @Test
  func bytesThatAreNoTextAreShownByTheirValues() {
    let markup = BodyLayout.markup(of: [0x7B, 0xFF, 0x00, 0x3C], isCut: false, marks: [mark(1)])
    #expect(markup.text == "{\\xFF\\u{0}&lt;\n<span class=\"note\">▲ n&lt;1&gt;</span>")
    let long = BodyLayout.markup(of: Array(repeating: 0xFF, count: 5_000), isCut: false, marks: [])
    #expect(long.text.hasSuffix("\\xFF… (904 more bytes)\n"))
  }

  @Test
  func aBodyThatComesAgainIsALink() {
    var folding = BodyFolding()
    let body = RunRecord.Content(Array("[\"\(String(repeating: "a", count: 300))\"]".utf8))
    #expect(folding.markup(of: body, marks: []).text.hasPrefix("<pre id=\"body:1\">\n[\n  \"aaa"))
    #expect(folding.markup(of: body, marks: []).text.contains("<a href=\"#body:1\">"))
    // Where something is marked it has to be seen.
    #expect(folding.markup(of: body, marks: [mark(0)]).text.hasPrefix("<pre>\n<mark>["))
    #expect(folding.markup(of: RunRecord.Content([0x31]), marks: []).text == "<pre>\n1</pre>")
    #expect(folding.markup(of: RunRecord.Content(), marks: []).text == "")
  }

  @Test
  func aLongBodyIsCutBetweenCharacters() {
    var folding = BodyFolding()
    let body = "a" + String(repeating: "é", count: 40_000)
    let markup = folding.markup(of: RunRecord.Content(Array(body.utf8)), marks: []).text
    #expect(markup.contains("é</pre>"))
    #expect(markup.hasSuffix("The first 16383 of 80001 bytes.</p>"))
  }
}
