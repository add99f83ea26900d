import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// Cases are counted by what kept them from being judged, whatever words say it.
struct ReasonCountTests {
  private static let reset = ExchangeFailure(.reset, "The connection was reset.")

  private static func failed(
    _ name: String,
    _ reason: String,
    because cause: ExchangeFailure? = nil,
    isSent: Bool = false
  ) -> RunRecord.Case {
    let exchange = RunRecord.Exchange(
      request: RunRecord.Request(method: "GET", url: "http://127.0.0.1:9/"),
      curl: "curl",
      response: nil,
      failure: reset
    )
    return RunRecord.Case(
      id: CaseID(["pets", "pets.rename", name]),
      contract: "pets.rename",
      origin: .example,
      title: "A case",
      clauses: [],
      verdict: .failed(reason: reason),
      cause: cause,
      exchanges: isSent ? [exchange] : []
    )
  }

  private static func counts(_ cases: [RunRecord.Case]) -> [String] {
    ReasonCount.failed(cases).map { count in
      let name = count.example.id.description.split(separator: "/").last ?? ""
      return "\(count.count) \(count.reason) \(name)"
    }
  }

  @Test
  func oneCauseIsOneReason() {
    let cases = [
      Self.failed("unsent", "Not sent: the server seems to be down.", because: Self.reset),
      Self.failed("sent", "step 1 of 2 (a): words", because: Self.reset, isSent: true),
    ]
    #expect(Self.counts(cases) == ["2 reset: The connection was reset. sent"])
    #expect(Self.counts([cases[0]]) == ["1 Not sent: the server seems to be down. unsent"])
  }

  @Test
  func wordsAreNoCause() {
    let end = "reset: The connection was reset."
    let cases = [
      Self.failed("sent", end, because: Self.reset, isSent: true),
      Self.failed("alike", "A token source says \(end)"),
      Self.failed("same", "A token source says \(end)"),
    ]
    #expect(Self.counts(cases) == ["1 \(end) sent", "2 A token source says \(end) alike"])
  }

  @Test
  func aRecordKeepsTheCauseAndOneWithoutItIsRead() throws {
    let run = Differences.run([
      Self.failed("unsent", "Not sent.", because: Self.reset),
      Self.failed("login", "The login failed."),
    ])
    let text = JSONFormat().text(for: run)
    let document = try JSONDocument(parsing: Array(text.utf8))
    #expect(try PublishedSchemaTests.validator("report.schema.json").validate(document).isEmpty)
    let cases = try RunRecord(parsing: Array(text.utf8)).suites[0].cases
    #expect(cases.map(\.cause) == [Self.reset, nil])

    // As it was written before there were causes.
    let pattern = /\n *"cause": \{[^}]*\},/
    let old = text.replacing(pattern, with: "")
    #expect(old != text)
    let read = try RunRecord(parsing: Array(old.utf8)).suites[0].cases
    #expect(read.map(\.cause) == [nil, nil])
    #expect(read.map(\.verdict) == cases.map(\.verdict))

    let wrong = text.replacing("\"kind\": \"reset\"", with: "\"kind\": \"tired\"")
    let error = #expect(throws: RunRecordError.self) {
      _ = try RunRecord(parsing: Array(wrong.utf8))
    }
    #expect(
      error?.description.contains(
        "expected the kind of a failure at \"/suites/0/cases/0/cause/kind\", found \"tired\""
      ) == true
    )
  }

  @Test
  func aResultTellsItsCauseOnlyWhereItFailed() {
    var failure = Self.reset
    failure.deviation = .lineEnding
    func cause(_ verdict: Verdict) -> ExchangeFailure? {
      RunRecord.Case(
        Report.Result(
          Runs.makeCase("case"),
          judgement: Judgement(verdict, causes: [.exchange(failure)])
        ),
        in: Pets.suite
      ).cause
    }
    #expect(cause(.failed(reason: "Not sent.")) == Self.reset)
    #expect(cause(.violates) == nil)
  }
}

extension Exchange.Response.Deviation {
  fileprivate static let lineEnding = Self(id: "RFC9112-2.2-bare-lf", sentence: "Lines end so.")
}
