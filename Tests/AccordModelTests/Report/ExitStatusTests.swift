import AccordModel
import Testing

/// The exit status of a run, from its counts.
@Suite struct ExitStatusTests {
  /// Counts, with the status that follows.
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var verdicts: [Verdict] = []
    var isInterrupted = false
    var status: Int32
  }

  static let failed = Verdict.failed(reason: "reset")
  static let skipped = Verdict.skipped(reason: "no data")
  static let notRun = Verdict.notRun(reason: "late")

  static let samples: [Sample] = [
    Sample(testDescription: "all conform", verdicts: [.conforms, .conforms], status: 0),
    Sample(
      testDescription: "something was not checked",
      verdicts: [.conforms, .notChecked(reason: "CSV")],
      status: 0
    ),
    Sample(testDescription: "some were skipped", verdicts: [.conforms, skipped], status: 0),
    Sample(testDescription: "one violates", verdicts: [.conforms, .violates], status: 1),
    Sample(
      testDescription: "one violates and one failed",
      verdicts: [failed, .violates, .conforms],
      status: 1
    ),
    Sample(
      testDescription: "one violates and the rest did not run",
      verdicts: [.violates, notRun],
      isInterrupted: true,
      status: 1
    ),
    Sample(testDescription: "one failed", verdicts: [.conforms, failed], status: 2),
    Sample(testDescription: "one failed, others skipped", verdicts: [skipped, failed], status: 2),
    Sample(testDescription: "one did not run", verdicts: [.conforms, notRun], status: 2),
    Sample(
      testDescription: "ended early after the last case",
      verdicts: [.conforms],
      isInterrupted: true,
      status: 2
    ),
    Sample(testDescription: "ended before the first case", isInterrupted: true, status: 2),
    Sample(testDescription: "all were skipped", verdicts: [skipped, skipped], status: 3),
    Sample(testDescription: "nothing was selected", status: 3),
  ]

  @Test(arguments: samples) func follows(_ sample: Sample) {
    var summary = Summary([Report.Result]())
    for verdict in sample.verdicts { summary.add(verdict, isWarned: false) }
    #expect(summary.exitStatus(isInterrupted: sample.isInterrupted) == sample.status)
  }

  @Test func whatPassedLaterFailsAStrictRun() {
    var summary = Summary([Report.Result]())
    summary.add(.conforms, isWarned: false, tries: 2)
    summary.add(.violates, isWarned: false, isKnown: true, tries: 1)
    #expect(summary.flaky == 1)
    #expect(summary.exitStatus(isInterrupted: false) == 0)
    #expect(summary.exitStatus(isInterrupted: false, isStrict: true) == 1)
  }

  @Test func knownViolationsAreNone() {
    var summary = Summary([Report.Result]())
    summary.add(.violates, isWarned: false, isKnown: true)
    #expect(summary.exitStatus(isInterrupted: false) == 0)
    summary.add(Self.failed, isWarned: false)
    #expect(summary.exitStatus(isInterrupted: false) == 2)
  }
}
