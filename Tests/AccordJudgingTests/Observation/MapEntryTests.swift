@testable import AccordJudging
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// The names of a map are data: what is wrong with each entry is wrong at one place.
@Suite struct MapEntryTests {
  private static let rates: Schema = .object([
    .required("prices", .dictionary(of: .object([.required("amount", .number)])))
  ]).titled("Rates")

  private static func judge(_ value: JSON) -> Judgement {
    var expectation = BookShop.found()
    expectation.outcome = .success(.status(.ok, .payload(rates)))
    return Judge().judge(.answer("map", to: expectation, .json(value.text())))
  }

  @Test func ofThreeHundredEntriesEachIsAtTheSamePlace() {
    let members = (0..<300).map { JSONMember("C\($0)", ["amount": "1"]) }
    let found = Self.judge(["prices": .object(members)]).violations
    #expect(found.count == Observation.reportedViolations)
    #expect(Set(found.map(\.place)).count == found.count)
    #expect(Set(found.map(\.place.generalDescription)) == ["response body /prices/*/amount"])
    #expect(found.first?.place.description == "response body /prices/C0/amount")
    #expect(
      Set(found.map(\.members)) == [["response/success/content/member/prices/*/amount"]]
    )
  }

  @Test(arguments: ["dc:title", "a/b", "a~b", "a[0]", "0", "*", ""])
  func anyTextMayBeAName(_ name: String) {
    let found = Self.judge(["prices": .object([JSONMember(name, ["amount": "1"])])]).violations
    #expect(
      found.map(\.place) == [
        .body(InstancePath([.member("prices"), .entry(name), .member("amount")]))
      ]
    )
  }

  @Test func aDeclaredNameIsNone() {
    let found = Self.judge(["price": [:]]).violations
    #expect(found.map(\.place.generalDescription) == ["response body"])
  }
}
