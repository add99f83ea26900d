import AccordModel
import Testing

@testable import AccordReporting

/// A case of which most is in the file of the run.
struct KeptCaseTests {
  /// A case of traffic puts no promise to the test.
  private static var bare: RunRecord.Case {
    var bare = record()
    bare.clauses = []
    bare.exercised = []
    return bare
  }

  private static func record(
    _ verdict: Verdict = .conforms,
    notChecked: [String] = []
  ) -> RunRecord.Case {
    RunRecord.Case(
      id: CaseID("shop/books.list/example"),
      contract: "books.list",
      origin: .example,
      title: "Ein Beispiel – \"größer\" als ASCII.",
      clauses: ["route/list", "example/größer", ""],
      verdict: verdict,
      rules: ["status-is-promised"],
      notChecked: notChecked,
      exercised: ["route/list"]
    )
  }

  @Test(arguments: [
    record(), bare, record(.skipped(reason: "It needs a book.")), record(notChecked: ["The body."]),
  ])
  func itSaysTheSame(_ record: RunRecord.Case) throws {
    let spool = try #require(ExchangeSpool())
    let kept = record.stored(in: spool)
    #expect(kept == record)
    #expect(kept.hashValue == record.hashValue)
    #expect(kept.title == record.title)
    #expect(kept.clauses == record.clauses)
    #expect(kept.verdict == record.verdict)
    #expect(kept.notChecked == record.notChecked)
    #expect(kept.exchanges == [])
    #expect(kept.stored(in: spool) == record)
    #expect(spool.failure == nil)
  }

  @Test
  func whatIsChangedIsInMemoryAgain() throws {
    let spool = try #require(ExchangeSpool())
    var kept = Self.record().stored(in: spool)
    kept.title = "Another."
    #expect(kept.title == "Another.")
    #expect(kept.clauses == Self.record().clauses)
    #expect(kept != Self.record())
    kept.title = Self.record().title
    #expect(kept == Self.record())
  }
}
