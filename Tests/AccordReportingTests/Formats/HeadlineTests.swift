import AccordModel
import Testing

@testable import AccordReporting

struct HeadlineTests {
  private func headline(_ verdicts: Verdict..., interruption: String? = nil) -> String {
    let report = Report(
      suites: [
        Report.SuiteResult(
          suite: Pets.suite,
          subject: "",
          results: verdicts.map {
            Report.Result(Runs.makeCase("case"), judgement: Judgement($0))
          },
          notProvoked: []
        )
      ],
      settings: Report.Settings(seed: 0),
      interruption: interruption
    )
    return RunRecord(report).headline
  }

  @Test
  func sentences() {
    let skipped = Verdict.skipped(reason: "r")
    #expect(headline() == "No case was selected.")
    #expect(headline(skipped, skipped) == "Nothing was checked: all 2 cases were skipped.")
    #expect(headline(skipped) == "Nothing was checked: the only case was skipped.")
    #expect(headline(.conforms) == "The only case conforms.")
    #expect(headline(.conforms, .conforms) == "All 2 cases conform.")
    #expect(
      headline(.conforms, skipped) == "1 of 2 cases conform, none violates, 1 skipped."
    )
    #expect(headline(.violates) == "1 of 1 case violates its contract.")
    #expect(
      headline(.violates, .violates, .conforms) == "2 of 3 cases violate their contracts."
    )
    #expect(
      headline(.conforms, .failed(reason: "r"))
        == "The run is incomplete: 1 of 2 cases conform, none violates, 1 failed."
    )
    #expect(
      headline(.violates, .failed(reason: "r"), .notRun(reason: "late"))
        == "The run is incomplete: 1 of 3 cases violates its contract, 1 failed, 1 not run."
    )
    #expect(
      headline(.conforms, interruption: "SIGINT")
        == "The run is incomplete: The only case conforms."
    )
  }
}
