import AccordModel
import Testing

@testable import AccordReporting

/// The record of a case is a value, though its parts are kept in one place.
struct CaseValueTests {
  private static let original = RunRecord.Case(
    id: CaseID("shop/orders.get/ok"),
    contract: "orders.get",
    origin: .example,
    title: "It is answered.",
    clauses: ["route/default"],
    verdict: .conforms
  )

  @Test func aCopyChangesAlone() {
    var copy = Self.original
    copy.verdict = .violates
    copy.isKnown = true
    copy.share(rules: ["status"], exercised: ["status/200"])
    #expect(Self.original.verdict == .conforms)
    #expect(!Self.original.isKnown)
    #expect(Self.original.rules.isEmpty)
    #expect(copy.rules == ["status"])
    #expect(copy.exercised == ["status/200"])
    #expect(copy != Self.original)
  }

  @Test func whatSaysTheSameIsTheSame() {
    var other = Self.original
    other.title = "Another."
    #expect(other.hashValue != Self.original.hashValue)
    other.title = "It is answered."
    #expect(other == Self.original)
    #expect(other.hashValue == Self.original.hashValue)
  }
}
