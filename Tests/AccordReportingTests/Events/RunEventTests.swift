import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct RunEventTests {
  private func events(_ run: RunRecord) -> [UInt8] { Array(EventsFormat().text(for: run).utf8) }

  @Test(arguments: Runs.all.indices)
  func theRunIsReadBackWhole(_ index: Int) throws {
    let run = Runs.all[index].run
    #expect(try RunRecord(reading: events(run)) == run)
    let json = JSONFormat().text(for: run)
    #expect(try RunRecord(reading: Array(json.utf8)) == run)
  }

  @Test
  func anyOrderOfCasesGivesTheOrderOfThePlan() throws {
    let lines = EventsFormat().text(for: Runs.known).split(separator: "\n").map(String.init)
    let mixed = [lines[0]] + lines[1..<11].reversed() + [lines[11]]
    let text = mixed.map { $0 + "\n" }.joined()
    #expect(try RunRecord(reading: Array(text.utf8)) == Runs.known)
  }

  @Test
  func aRunThatWasCutOffKeepsWhatItHad() throws {
    let text = EventsFormat().text(for: Runs.known)
    let lines = text.split(separator: "\n")
    // Two cases are whole, the third is cut within.
    let cut = lines[0..<3].map { $0 + "\n" }.joined() + lines[3].prefix(100)
    let run = try RunRecord(reading: Array(cut.utf8))
    #expect(run.suites[0].cases[0..<2] == Runs.known.suites[0].cases[0..<2])
    #expect(
      run.suites[0].cases[2...].allSatisfy {
        $0.verdict == .notRun(reason: "The run ended before its turn.")
      }
    )
    #expect(run.interruption == "The stream of events ends before the run does.")
    // What was violated before counts, whatever did not run.
    #expect(run.exitStatus == 1)
    #expect(run.suites[0].cases.map(\.title) == Runs.known.suites[0].cases.map(\.title))
    // What it had is counted: the example that finished showed its route.
    #expect(run.coverage.promised == Runs.known.coverage.promised)
    #expect(run.coverage.exercised > 0)
    #expect(run.coverage.exercised < Runs.known.coverage.exercised)
  }

  @Test
  func anotherVersionIsRefusedWithTheWayToRenewIt() {
    let text = EventsFormat().text(for: RunRecord(Runs.conforming))
    let old = text.replacing(#""schemaVersion":4"#, with: #""schemaVersion":3"#)
    let error = #expect(throws: RunRecordError.self) {
      _ = try RunRecord(reading: Array(old.utf8))
    }
    #expect(
      error?.description == """
        Not the record of a run: expected 4, the version of the events that this tool reads, at \
        "/0/schemaVersion", found 3. Run `accord verify` again, or read the file with the version \
        of Accord that it names.
        """
    )
  }

  @Test(arguments: [
    (#""runBegan""#, #""runStarted""#, #"expected "runBegan" at "/0/event", found "runStarted""#),
    (
      #""caseFinished","suite":"pets""#, #""caseFinished","suite":"cats""#,
      #"expected a case that is planned and has not finished at "/1/case/id", found another"#
    ),
    (
      #""runEnded""#, #""runBegan""#,
      """
      expected "caseFinished", "cleanUpNeeded", "cleanUpDone" or "runEnded" at "/2/event", found \
      "runBegan"
      """
    ),
  ])
  func whatIsNoEventIsRefused(_ old: String, _ new: String, _ message: String) {
    let text = EventsFormat().text(for: RunRecord(Runs.conforming))
    let wrong = text.replacing(old, with: new)
    #expect(wrong != text)
    let error = #expect(throws: RunRecordError.self) {
      _ = try RunRecord(reading: Array(wrong.utf8))
    }
    #expect(
      error?.description == """
        Not the record of a run: \(message). Give a file that `accord verify` wrote with --report \
        json or --report events.
        """
    )
  }

  @Test(arguments: [
    "", "{", "{}\n", "[]", "{\"event\": 3}\n{", "nonsense", "{\"event\": \"runEnded\"}",
  ])
  func otherFilesAreRefused(_ text: String) {
    #expect(throws: (any Error).self) { _ = try RunRecord(reading: Array(text.utf8)) }
  }
}
