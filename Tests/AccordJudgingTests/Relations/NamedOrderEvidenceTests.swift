import AccordSchema
import Testing

@testable import AccordJudging

@Suite struct NamedOrderEvidenceTests {
  /// Lists that may be said to ascend.
  static let right: [[JSON]] = [
    [1, 2, 2, 10], [2.5, 9, 10], ["a", "b", "c"], ["B", "a", "b"], ["a", "B", "c"],
    ["a-c", "ab", "ad"], ["Part 2", "Part 10"], ["9", "10", "30"], ["-2", "-1.5", "3"],
    [false, false, true], [.null, .null, 1, 2], [1, 2, .null], ["a", "Ähre", "b", "Zebra", "ä"],
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z"],
    ["2026-01-01T05:00:00+09:00", "2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00-05:00"],
  ]

  @Test(arguments: right)
  func rightOrderIsNoViolation(_ values: [JSON]) {
    for (list, isAscending) in [(values, true), (values.reversed(), false)] {
      switch NamedOrderEvidence(list, isAscending: isAscending).finding {
      case .ordered, .nothingToSee: continue
      case .unordered(let index, let behind, let value):
        Issue.record("\(list): \(value) at \(index) behind \(behind)")
      }
    }
  }

  static let wrong: [([JSON], Int)] = [
    ([1, 10, 2], 2), ([10, 9], 1), (["b", "a"], 1), ([true, false], 1), ([1, .null, 2], 1),
    (["a", "c", "b", "Ä"], 2), ([.null, 2, 1], 2),
  ]

  @Test(arguments: wrong)
  func wrongOrderIsFound(_ values: [JSON], _ index: Int) {
    let finding = NamedOrderEvidence(values, isAscending: true).finding
    guard case .unordered(let found, _, _) = finding else {
      Issue.record("\(finding)")
      return
    }
    #expect(found == index)
  }

  @Test(
    arguments: [
      ([1], "Fewer than two values stand"), ([1, 1], "All values are alike"),
      ([1, "a"], "Values of several kinds stand"), ([[1], [2]], "Values of several kinds stand"),
    ] as [([JSON], String)]
  )
  func nothingIsToldOf(_ values: [JSON], _ why: String) {
    #expect(NamedOrderEvidence(values, isAscending: true).finding == .nothingToSee(why))
  }
}
