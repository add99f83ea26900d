@testable import AccordJudging
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// However many items of a list are wrong in one way, what else is wrong is reported too.
@Suite struct ManyOfOneKindTests {
  private static let shelf: Schema = .object([
    .required("items", .array(of: .object([.required("id", .integer), .optional("n", .integer)]))),
    .required("total", .integer),
  ])

  private static func judge(_ value: JSON) -> Judgement {
    var expectation = BookShop.found()
    expectation.outcome = .success(.status(.ok, .payload(shelf)))
    return Judge(limits: ValidationLimits(violations: 10_000))
      .judge(.answer("shelf", to: expectation, .json(value.text())))
  }

  @Test(arguments: [99, 100, 101, 150, 1500, 9_000])
  func nothingHidesBehindThem(_ count: Int) {
    var items = (0..<count).map { _ in JSON.object([JSONMember("id", "x")]) }
    items.append(["id": 1, "n": "many"])
    let found = Self.judge(["items": .array(items), "total": "all"]).violations
    let places = Set(found.map(\.place.generalDescription))
    #expect(
      places == [
        "response body /items/*/id", "response body /items/*/n", "response body /total",
      ]
    )
  }

  @Test func firstSaysWhatIsLeftOut() {
    var items = (0..<150).map { _ in JSON.object([JSONMember("id", "x")]) }
    items.append(["id": 1, "n": "many"])
    let found = Self.judge(["items": .array(items), "total": 1]).violations
    #expect(found.count == 101)
    #expect(
      found.first?.hint?.hasPrefix(
        "These are the first 100 of 151 violations of this body, and then the first of each other "
          + "kind."
      ) == true
    )
    #expect(found.last?.place.description == "response body /items/150/n")
  }
}
