import AccordModel
import Testing

@testable import AccordReporting

struct ViolationDifferenceTests {
  private func lines(_ result: RunRecord.Case) -> (values: [String]?, body: [String]) {
    let difference = ViolationDifference(result.violations[0], in: result)
    return (
      difference.values.map { $0.map { $0.sign + $0.text } },
      difference.body.map { $0.sign + $0.text }
    )
  }

  @Test
  func theLineInTheBodyIsMarked() {
    let shown = lines(Differences.inJSON)
    #expect(shown.values == nil)
    #expect(
      shown.body == [
        " … 6 lines",
        #"       "owner": {"name": "Ann", "notes": {}}"#,
        "     },",
        "     {",
        #"+      "id": "2","#,
        #"       "name": "Tom","#,
        #"       "tags": [],"#,
        #"       "owner": null"#,
        " … 5 lines",
      ]
    )
    #expect(
      lines(Differences.inXML).body == [
        " … 4 lines",
        "     <Owner><Name>Ann &amp; Bob</Name><Notes>keeps many animals</Notes></Owner>",
        "   </Pet>",
        "   <Pet>",
        "+    <Id>two</Id>",
        "     <Name>Tom</Name>",
        #"     <Owner i:nil="true"/>"#,
        "   </Pet>",
        " </Pets>",
      ]
    )
    #expect(lines(Differences.inText).body == [" {", #"   "id": 1,"#, "+  x", " }"])
  }

  @Test
  func theAnswersOfTwoReadsAreComparedWhole() {
    let shown = lines(Differences.twoReads)
    #expect(
      shown.values == [
        " {",
        #"   "id": 1,"#,
        #"   "name": "Rex","#,
        #"-  "tags": ["old", "tame"],"#,
        #"+  "tags": ["old", "wild"],"#,
        #"   "owner": {"name": "Ann", "notes": {}}"#,
        " }",
      ]
    )
    #expect(shown.body.isEmpty)
  }

  @Test
  func valuesInWordsAreLaidOut() {
    var result = Differences.twoReads
    result.exchanges = []
    result.violations[0].expected = #"{"a": 1}, as in json, because the other is weaker"#
    result.violations[0].reference = Violation.Reference(step: 0, value: #"{"a": 1}"#)
    result.violations[0].actual = #"{"a": 2}"#
    #expect(lines(result).values == [#"-{"a": 1}"#, #"+{"a": 2}"#])
    result.violations[0].reference = nil
    result.violations[0].expected = "<a>1</a>"
    result.violations[0].actual = "<a>2</a>"
    #expect(lines(result).values == ["-<a>1</a>", "+<a>2</a>"])
    // Scalars and words say more as words.
    result.violations[0].expected = "1, as in json"
    result.violations[0].reference = Violation.Reference(step: 0, value: "1")
    result.violations[0].actual = "2"
    #expect(lines(result).values == nil)
    #expect(lines(result).body.isEmpty)
  }

  @Test
  func nothingIsShownOfABodyThatIsNotAtFault() {
    var result = Differences.inJSON
    result.violations[0].place = .header("Content-Type")
    #expect(lines(result).body.isEmpty)
    result = Differences.inJSON
    result.violations[0].place = .body()
    #expect(lines(result).body.isEmpty)
    result = Differences.inJSON
    result.violations[0].step = 7
    #expect(lines(result).body.isEmpty)
  }
}
