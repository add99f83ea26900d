@testable import AccordJudging
import AccordModel
import AccordSchema
import Testing

@Suite struct ExcerptTests {
  @Test func shortTextStaysAsItIs() {
    #expect(Excerpt.text("short") == "short")
    #expect(Excerpt.body([]) == "an empty body")
    #expect(Excerpt.body(Array("short".utf8)) == "short")
  }

  @Test func longTextIsCutAndItsLengthTold() {
    let long = String(repeating: "é", count: 201)
    #expect(Excerpt.text(long) == String(repeating: "é", count: 200) + "… (201 characters)")
    #expect(Excerpt.body(Array(long.utf8)) == String(repeating: "é", count: 200) + "… (402 bytes)")
    let exact = String(repeating: "é", count: 200)
    #expect(Excerpt.text(exact) == exact)
    #expect(Excerpt.body(Array(exact.utf8)) == exact)
  }

  @Test func bytesThatAreNotTextAreShown() {
    #expect(Excerpt.body([0xFF, 0x41]) == "\u{FFFD}A")
  }

  @Test func nothingThatAServerSendsMakesAViolationLong() {
    let long = String(repeating: "x", count: 100_000)
    let answers: [(AccordModel.Case.Expectation, Exchange.Response)] = [
      (BookShop.found(), .json(#"{"id":"\#(long)","title":"E"}"#)),
      (BookShop.found(), .json(long)),
      (BookShop.found(), .answer(200, long, "{}")),
      (BookShop.found(), .answer(200, "application/json; charset=\(long)", "{}")),
      (BookShop.found(), .json(#"{"errorName":"\#(long)","errorMsg":"\#(long)"}"#)),
      (BookShop.found(), .json(#"{"errorCode":1\#(String(repeating: "0", count: 9_999))}"#)),
      (BookShop.removed, .json(long)),
      (
        BookShop.refused(.error("MissingToken")),
        .json(#"{"errorName":"\#(long)","errorMsg":"\#(long)"}"#, status: 401)
      ),
      (
        BookShop.refused(.error("InvalidParameter", fieldName: "id")),
        .json(#"{"errorCode":1002,"fields":[{"name":"\#(long)"}]}"#, status: 400)
      ),
      (
        BookShop.found(headers: [.required("X-Shelf", .integer), .forbidden("X-Box")]),
        .json("{}", fields: [Field("X-Shelf", long), Field("X-Box", long)])
      ),
    ]
    for (expectation, response) in answers {
      let judgement = Judge().judge(.answer("long", to: expectation, response))
      #expect(!judgement.violations.isEmpty)
      for violation in judgement.violations {
        let texts = [
          violation.expected, violation.actual, violation.hint ?? "", violation.place.description,
        ]
        #expect(texts.allSatisfy { $0.count < 400 })
      }
    }
  }

  @Test func aBodyOfWrongValuesHasABoundedNumberOfViolations() {
    let items = Array(repeating: #"{"id":"x","title":1}"#, count: 5_000).joined(separator: ",")
    let turn = Turn.list(.json("{\"items\":[\(items)]}"))
    let judgement = Judge().judge(.relation("wrong", .sameReadTwice, [turn]))
    #expect(judgement.violations.count == 100)
    #expect(
      judgement.violations.first?.hint
        == "These are the first 100 of at least 1000 violations of this body."
    )
  }
}
