import AccordModel
import Testing

@testable import AccordReporting

struct TerminalFormatTests {
  private let format = TerminalFormat()
  private let cases = RunRecord(Runs.mixed).suites[0].cases

  @Test
  func golden() throws { try expectGolden(format.text(for: Runs.mixed), "report.txt") }

  @Test
  func goldenInColour() throws {
    try expectGolden(TerminalFormat(style: .ansi).text(for: Runs.mixed), "report.ansi.txt")
  }

  @Test
  func aViolationHasTheShapeOfTheDesign() {
    let result = cases[2]
    #expect(
      format.details(of: result) == """
        pets/pets.rename/v2/header-missing/x-token · error-name
          must      A request without the token is refused.   Contracts/Pets/Pets.swift:31
          at        response body /errorCode (line 1, column 14)
          expected  1006 (InvalidToken)
          actual    0, with status 200
          body      + {"errorCode": 0}
          try       curl -i -X PUT 'https://pets.example/pets/7/v2' -H 'Accept: application/json' \
        -H 'x-token: '"$PETS_TOKEN" -H 'Content-Type: application/json' \
        --data-binary '{"name":"Rex"}'

        """
    )
  }

  @Test
  func anAssumptionSaysSo() {
    let result = cases[3]
    let lines = format.details(of: result).split(separator: "\n")
    #expect(
      lines.dropLast() == [
        "pets/pets.rename/v2/header-invalid/x-token/forged · error-name",
        """
          assumption  A request without the token is refused with InvalidToken.   \
        Contracts/Pets/Pets.swift:31
        """,
        "  at          response body /errorCode",
        "  expected    1006 (InvalidToken)",
        "  actual      1002 (InvalidParameter)",
        #"  body        + {"errorCode": 0}"#,
        "  hint        Another error of the catalogue came back.",
      ]
    )
  }

  @Test
  func aCaseOfSeveralExchangesNamesTheOneAtFault() {
    let result = cases[4]
    let details = format.details(of: result)
    #expect(details.contains("  at        exchange 2 (second), response body /name\n"))
  }

  @Test
  func linesOfALog() {
    #expect(
      cases.map { format.line(for: $0) } == [
        "conforms  pets/pets.rename/v1/example/rename\n",
        "violates  pets/pets.rename/v1/header-missing/x-token\n",
        "violates  pets/pets.rename/v2/header-missing/x-token\n",
        "warning   pets/pets.rename/v2/header-invalid/x-token/forged\n",
        "violates  pets/pets.rename/relation/same-read-twice\n",
        "unread    pets/pets.rename/v1/format/csv/suffix  Bodies in csv are not checked.\n",
        "skipped   pets/pets.rename/v1/parameter-unknown/petid/none  "
          + "There is no value for pets.pet.\n",
        "skipped   pets/pets.rename/v2/parameter-unknown/petid/none  "
          + "There is no value for pets.pet.\n",
        "failed    pets/pets.rename/v1/body-malformed/cut  The body ends after 3 of 10 bytes.\n",
        "not run   pets/pets.rename/v2/body-malformed/cut  The run was interrupted.\n",
      ]
    )
  }

  @Test
  func progress() {
    let summary = Runs.mixed.summary
    let id = CaseID(["pets", "pets.rename", "v1"])
    #expect(
      format.progress(5, of: 10, summary, current: id, width: 100)
        == "[==========>         ] 5/10  3 violating  1 failed  2 skipped  pets/pets.rename/v1"
    )
    #expect(
      format.progress(5, of: 10, summary, current: id, width: 20) == "5/10  3 violating …"
    )
    #expect(
      TerminalFormat(style: .ansi)
        .progress(2, of: 2, Summary([Report.Result]()), current: nil)
        == "\u{1B}[2m[====================] 2/2\u{1B}[0m"
    )
  }

  @Test
  func onlyTheClosingLineAndWhyTheRunSaysLess() {
    let run = RunRecord(Runs.mixed)
    #expect(
      TerminalFormat(detail: .closing).text(for: run) == """
        failed 1: The body ends after 3 of 10 bytes.
        The run ended early: SIGINT
        \(run.headline)

        """
    )
    let right = RunRecord(Runs.conforming)
    #expect(TerminalFormat(detail: .closing).text(for: right) == "The only case conforms.\n")
  }

  @Test
  func aServerThatIsNotThereIsOneLine() {
    let refused = ExchangeFailure(.refused, "127.0.0.1:9 refused the connection.")
    func failed(
      _ name: String,
      _ reason: String,
      because cause: ExchangeFailure? = nil,
      isSent: Bool = true
    ) -> RunRecord.Case {
      RunRecord.Case(
        id: CaseID(["pets", "pets.rename", name]),
        contract: "pets.rename",
        origin: .example,
        title: "A case",
        clauses: [],
        verdict: .failed(reason: reason),
        cause: cause,
        exchanges: isSent
          ? [
            RunRecord.Exchange(
              request: RunRecord.Request(method: "GET", url: "http://127.0.0.1:9/"),
              curl: "curl",
              response: nil,
              failure: refused
            )
          ] : []
      )
    }
    let reason = "refused: 127.0.0.1:9 refused the connection."
    let run = Differences.run([
      failed("four", "Not sent: nobody answers.", because: refused, isSent: false),
      failed("one", reason, because: refused),
      failed("two", "step 1 of 2 (list): \(reason)", because: refused),
      failed("three", "step 2 of 2 (again): \(reason)", because: refused),
      failed("five", "The login failed.", isSent: false),
    ])
    #expect(
      TerminalFormat(detail: .closing).text(for: run) == """
        failed 4: \(reason)
        failed 1: The login failed.
        \(run.headline)

        """
    )
    #expect(format.text(for: run).ranges(of: " · failed").count == 2)
    #expect(format.text(for: run).contains("pets/pets.rename/one · failed · 4 cases\n"))
    let markdown = MarkdownFormat().text(for: run)
    #expect(markdown.contains("| 4 | \(MarkdownText.inline(reason)) |"))
  }

  @Test(arguments: [40, 80, 200])
  func noLineIsWiderThanTheTerminal(_ width: Int) throws {
    let run = Differences.run(Differences.all + RunRecord(Runs.mixed).suites[0].cases)
    let text = TerminalFormat(width: width, detail: .exchanges).text(for: run)
    let wide = text.split(separator: "\n").filter { $0.count > width }
    // Identifiers, addresses and words of a command are not parted.
    let known = ["'", "pets/pets.rename/", " against "]
    #expect(
      wide.allSatisfy { line in known.contains { line.contains($0) } },
      "\(wide.joined(separator: "\n"))"
    )
    if width > 40 { try expectGolden(text, "exchanges.\(width).txt") }
  }

  @Test
  func aCaseWhole() throws {
    let cases = Differences.all + RunRecord(Runs.mixed).suites[0].cases
    let text = cases.map { format.text(of: $0) }.joined(separator: "\n---\n")
    try expectGolden(text, "cases.txt")
  }

  @Test
  func failuresAlikeAreOneEntry() {
    var cases = Differences.all
    for index in cases.indices {
      cases[index].verdict = .failed(reason: "The server refused the connection.")
      cases[index].violations = []
    }
    let text = format.text(for: Differences.run(cases))
    #expect(
      text.contains(
        """
        pets/pets.rename/json · failed · 4 cases
          failed    The server refused the connection.
          try
        """
      )
    )
    #expect(
      text.contains("\n  also in   pets/pets.rename/xml\n            pets/pets.rename/text\n")
    )
    #expect(text.ranges(of: "· failed").count == 1)
  }

  @Test
  func aTableThatIsTooWideIsSentences() {
    let text = TerminalFormat(width: 60).closing(RunRecord(Runs.mixed))
    #expect(
      text.hasPrefix(
        """
        pets
            10 cases, 2 conforming, 3 violating, 1 warning, 2
            skipped, 1 failed, 1 not run, 1 not checked, 1 not
            provoked
          pets.rename
        """
      )
    )
  }

  @Test
  func aHostileServerSteersNoTerminal() {
    let run = RunRecord(Hostile.report)
    for detail in [TerminalFormat.Detail.causes, .exchanges] {
      for width in [nil, 80] {
        let text = TerminalFormat(width: width, detail: detail).text(for: run)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isInvisible($0) })
      }
    }
    let whole = run.suites[0].cases.map { format.text(of: $0) }.joined()
    #expect(!whole.unicodeScalars.contains { $0 != "\n" && VisibleText.isInvisible($0) })
  }

  @Test
  func warningsAboutTheRunStandAtTheTopAndAtTheBottom() {
    let lines = format.text(for: Runs.mixed).split(separator: "\n")
    let warning =
      "!! WARNING: Certificates were not checked (--insecure): who answered is not known."
    #expect(lines.first.map(String.init) == warning)
    #expect(lines.dropLast().last.map(String.init) == warning)
  }

  @Test
  func nothingSelected() {
    let report = Report(suites: [], settings: Report.Settings(seed: 0))
    #expect(format.closing(RunRecord(report)) == "No case was selected.\n")
  }

  @Test
  func columnsWithoutAnythingAreLeftOut() {
    #expect(
      format.closing(RunRecord(Runs.conforming)) == """
                       cases  conforming  violating
        pets               1           1          0
          pets.rename      1           1          0

        0 of 61 promises were put to the test (0.0 %), 0 of them held.
        The only case conforms.

        """
    )
  }
}
