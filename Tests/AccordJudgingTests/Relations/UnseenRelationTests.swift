@testable import AccordJudging
import AccordModel
import Testing

/// A relation that cannot be seen is never a pass.
@Suite struct UnseenRelationTests {
  /// Answers that show nothing of a relation, with what is said of it.
  struct Sample: Sendable, CustomTestStringConvertible {
    var kind: Relation.Kind
    var contract = BookShop.list
    var turns: [Turn]
    var reason: String
    var testDescription: String { reason }
  }

  static let none = Exchange.Response.json(#"{"items":[],"total":0}"#)
  static let one = Exchange.Response.json(#"{"items":[{"id":8,"title":"Ida"}],"total":1}"#)
  static let alike = Exchange.Response.json(
    #"{"items":[{"id":1,"title":"a"},{"id":1,"title":"a"}]}"#
  )

  static let samples: [Sample] = [
    Sample(
      kind: .sameReadTwice,
      turns: [.list(one)],
      reason: "same-read-twice: The answer was read only once."
    ),
    Sample(
      kind: .formatsAgree,
      turns: [
        .list(one),
        .list(
          .answer(200, "text/tab-separated-values", "id\r\n8\r\n"),
          in: BookShop.table
        ),
      ],
      reason: "formats-agree: A body is in a format that is not read."
    ),
    Sample(
      kind: .formatsAgree,
      turns: [
        .list(.json(#"{"items":[]}"#)),
        .list(.answer(200, "text/jsonl", ""), in: BookShop.jsonLines),
      ],
      reason: "formats-agree: The answers hold no value to compare."
    ),
    Sample(
      kind: .strongerPlaceWins(parameter: "shop", decoy: "none"),
      turns: [.list(["shop": "a"], none), .list(["shop": "a"], none)],
      reason: "stronger-place-wins: Nothing is listed, so that the answers to both values may be "
        + "alike."
    ),
    Sample(
      kind: .pageIsBounded(BookShop.paging),
      turns: [.list(["page": 1, "size": 2], one)],
      reason: "page-is-bounded: Fewer items are listed than a page may hold."
    ),
    Sample(
      kind: .pagesDoNotOverlap(BookShop.paging),
      turns: [.list(["page": 1, "size": 2], one), .list(["page": 2, "size": 2], none)],
      reason: "pages-do-not-overlap: Fewer than two pages have items."
    ),
    Sample(
      kind: .totalIsStable(BookShop.paging),
      turns: [.list(["page": 1, "size": 2], one), .list(.json(#"{"items":[]}"#))],
      reason: "total-is-stable: Fewer than two answers have a total."
    ),
    Sample(
      kind: .totalIsStable(BookShop.paging),
      turns: [.list(["page": 1, "size": 2], none), .list(none)],
      reason: "total-is-stable: Nothing is listed, so that there is no total to change."
    ),
    Sample(
      kind: .firstPageByEachNumber(BookShop.paging),
      turns: [.list(["page": 0, "size": 2], none), .list(["page": 1, "size": 2], none)],
      reason: "first-page-by-each-number: Nothing is listed."
    ),
    Sample(
      kind: .firstPageByEachNumber(BookShop.paging),
      turns: [.list(["page": 0, "size": 2], one), .list(["page": 2, "size": 2], one)],
      reason: "first-page-by-each-number: The first page was not read by each of its numbers."
    ),
    Sample(
      kind: .pagesAreComplete(BookShop.paging),
      turns: [.list(none), .list(["page": 1, "size": 2], none)],
      reason: "pages-are-complete: Nothing is listed."
    ),
    Sample(
      kind: .pagesAreComplete(BookShop.paging),
      turns: [.list(["page": 1, "size": 2], one)],
      reason: "pages-are-complete: The list was not read as a whole and in pages."
    ),
    Sample(
      kind: .totalIsCount(BookShop.paging),
      turns: [.list(.json(#"{"items":[]}"#))],
      reason: "total-is-count: The answer has no list with a total."
    ),
    Sample(
      kind: .othersStay(BookShop.listing),
      contract: BookShop.remove,
      turns: [.list(one), .remove(8), .list(none)],
      reason: "others-stay: No other item is listed."
    ),
    Sample(
      kind: .othersStay(BookShop.listing),
      contract: BookShop.remove,
      turns: [.remove(8), .list(none)],
      reason: "others-stay: The item was not named, or no list was read after it."
    ),
    Sample(
      kind: .actsDiffer(BookShop.listing, BookShop.listing),
      contract: BookShop.remove,
      turns: [.remove(7), .remove(8), .list(none), .list(none)],
      reason: "acts-differ: Neither item is listed afterwards."
    ),
    Sample(
      kind: .actsDiffer(BookShop.listing, BookShop.listing),
      contract: BookShop.remove,
      turns: [.remove(7), .list(one)],
      reason: "acts-differ: Two acts and a list after them were not all seen."
    ),
    Sample(
      kind: .sortingSorts(BookShop.sorting),
      turns: [.list(["by": 0, "order": "up"], one), .list(["by": 0, "order": "down"], one)],
      reason: "sorting-sorts: Fewer than two items are listed, so that no order shows."
    ),
    Sample(
      kind: .sortingSorts(BookShop.sorting),
      turns: [.list(["by": 0, "order": "up"], alike), .list(["by": 0, "order": "down"], alike)],
      reason: "sorting-sorts: The items are alike in every member, so that no order shows."
    ),
    Sample(
      kind: .sortingSorts(BookShop.sorting),
      turns: [.list(["by": 0, "order": "up"], one), .list(["by": 1, "order": "down"], one)],
      reason: "sorting-sorts: The list was not read in both directions."
    ),
  ]

  @Test(arguments: samples)
  func relationThatCannotBeSeenIsSkipped(_ sample: Sample) {
    let example = RuleExample.relation("unseen", sample.kind, of: sample.contract, sample.turns)
    let judgement = Judge().judge(example)
    #expect(judgement.verdict == .skipped(reason: sample.reason))
    #expect(judgement.violations == [])
    #expect(!judgement.exercised.contains("relation/example"))
  }

  @Test func relationWithoutItsRuleIsSkipped() {
    let example = RuleExample.relation("unseen", .sameReadTwice, [.list(Self.one)])
    let judge = Judge(rules: RuleSet.standard.without(["same-read-twice"]))
    #expect(
      judge.judge(example).verdict == .skipped(reason: "No rule holds the relation example.")
    )
  }
}
