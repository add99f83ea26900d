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
      format.progress(5, of: 10, summary, current: id)
        == "5/10  3 violating  1 failed  2 skipped  pets/pets.rename/v1"
    )
    #expect(
      format.progress(5, of: 10, summary, current: id, width: 20) == "5/10  3 violating …"
    )
    #expect(
      TerminalFormat(style: .ansi)
        .progress(1, of: 2, Summary([Report.Result]()), current: nil) == "\u{1B}[2m1/2\u{1B}[0m"
    )
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

        The only case conforms.

        """
    )
  }
}
