@testable import AccordJudging
import AccordSchema
import Testing

@Suite struct OrderEvidenceTests {
  /// The items of a list whose only member has these values.
  static func items(_ values: [JSON]) -> [JSON] { values.map { ["v": $0] } }

  @Test(
    arguments: [
      ([1, 2.5, 10], [10, 2.5, 1]),
      (["a", "B", "c"], ["c", "B", "a"]),
      (["B", "a"], ["a", "B"]),
      (["co-op", "coin"], ["coin", "co-op"]),
      ([nil, 1, 2], [2, 1, nil]),
      ([1, 2, nil], [2, 1, nil]),
      ([false, true], [true, false]),
      ([1, 1, 2], [2, 1, 1]),
      (
        ["2020-01-01T00:00:00Z", "2020-01-01T00:00:00.5Z"],
        ["2020-01-01T00:00:00.5Z", "2020-01-01T00:00:00Z"]
      ),
    ] as [([JSON], [JSON])]
  )
  func listsInOrderShowTheMember(_ up: [JSON], _ down: [JSON]) {
    let evidence = OrderEvidence(ascending: Self.items(up), descending: Self.items(down))
    #expect(evidence.member == "/v")
    #expect(evidence.differs)
  }

  @Test(
    arguments: [
      ([1, 3, 2], [3, 2, 1]),
      ([1, 2], [1, 2]),
      ([2, 1], [1, 2]),
      ([1, nil, 2], [2, nil, 1]),
      ([1, "2"], ["2", 1]),
    ] as [([JSON], [JSON])]
  )
  func listsOutOfOrderShowNone(_ up: [JSON], _ down: [JSON]) {
    let evidence = OrderEvidence(ascending: Self.items(up), descending: Self.items(down))
    #expect(evidence.member == nil)
    #expect(evidence.differs)
  }

  @Test func memberInsideAnObjectCounts() {
    let up: [JSON] = [
      ["c": ["n": "a"], "x": 2], ["c": ["n": "b"], "x": 3], ["c": ["n": "c"], "x": 1],
    ]
    #expect(OrderEvidence(ascending: up, descending: up.reversed()).member == "/c/n")
  }

  @Test func itemsThatAreAlikeShowNothing() {
    let alike = Self.items([1, 1])
    #expect(!OrderEvidence(ascending: alike, descending: alike).differs)
  }
}
