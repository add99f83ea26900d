import Accord
@testable import AccordMocking
import AccordReporting
import AccordSchema
import Testing

/// A server that is wrong with every item of its lists, before and after its data changed.
@Suite(.serialized) struct ChangedDataTests {
  private static let cases = [
    "platform/contacts.connections/relation/page*", "platform/contacts.connections/relation/total*",
  ]

  /// A run in which each item of a list has a member of another type, with a value of its own.
  private func run(
    value: String,
    keeping isKept: @escaping @Sendable (Int) -> Bool = { _ in true }
  ) async throws -> RunRecord {
    let report = try await Trial(
      suite: .served("platform"),
      cases: Self.cases,
      difference: .answers { request, mock in
        var answer = mock(request)
        answer.editJSON { body in
          guard let list = body["Connections"]?.elements else { return nil }
          let kept = list.enumerated().filter { isKept($0.offset) }.map { index, item in
            item.with(.string("\(value) \(index)"), at: "/ContactRoleId") ?? item
          }
          return body.with(.array(kept), at: "/Connections")
        }
        return answer
      }
    )
    .report()
    return RunRecord(report)
  }

  @Test func aBaselineIsValidWhenTheDataChanged() async throws {
    let first = try await run(value: "role")
    let today = try #require(CalendarDay("2026-03-01"))
    var baseline = Baseline()
    let change = baseline.update(after: first, today: today, reason: "Known.")
    let violations = first.suites.flatMap(\.cases).flatMap(\.violations)
    #expect(violations.count > 2 * change.added)
    #expect(Set(baseline.entries.map(\.place)) == ["response body /Connections/*/ContactRoleId"])

    let held = baseline.applied(
      to: try await run(value: "another role") { $0.isMultiple(of: 2) },
      today: today
    )
    #expect(held.baseline.filter(\.fails).map(\.sentence) == [])
    let isKnown = held.suites.flatMap(\.cases).flatMap(\.violations)
      .filter { $0.rule == "body-matches-schema" }.map { $0.known != nil }
    #expect(!isKnown.isEmpty && isKnown.allSatisfy(\.self))

    // Lists without items say nothing of what was wrong with them.
    let empty = baseline.applied(to: try await run(value: "") { _ in false }, today: today)
    #expect(empty.baseline.filter(\.fails).map(\.sentence) == [])
    // A server that is right is.
    let right = try await Trial(suite: .served("platform"), cases: Self.cases, difference: .none)
      .report()
    let states = baseline.applied(to: RunRecord(right), today: today).baseline.map(\.state)
    #expect(states.count == baseline.entries.count && states.allSatisfy { $0 == .fixed })
  }

  @Test func allItemsAreOneEntry() async throws {
    let run = try await run(value: "role")
    let page = MarkdownFormat().text(for: run)
    #expect(page.contains("\n### 1. "))
    #expect(!page.contains("\n### 2. "))
    let text = TerminalFormat().text(for: run)
    #expect(text.contains("  items     response body /Connections/*/ContactRoleId: "))
    #expect(text.split(separator: "\n").count < 60)
  }
}
