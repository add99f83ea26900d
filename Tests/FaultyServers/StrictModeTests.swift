import Accord
@testable import AccordMocking
import Testing

/// A strict run counts what is only read into the documents.
@Suite struct StrictModeTests {
  private func trial(isStrict: Bool) async throws -> Report {
    var trial = Trial(
      suite: try .served("interact"),
      cases: ["interact/recommended.request-connection/*/example/company*"],
      difference: .answers { request, mock in
        var answer = mock(request)
        answer.editJSON { value in
          value["connectionMessage"] == nil ? nil : value.with("Done.", at: "/connectionMessage")
        }
        return answer
      }
    )
    trial.isStrict = isStrict
    return try await trial.report()
  }

  @Test func brokenAssumptionIsAWarning() async throws {
    let report = try await trial(isStrict: false)
    #expect(report.summary.cases == 5)
    #expect(report.summary.warned == 5)
    #expect(report.summary.conforming == 5)
    #expect(report.summary.violating == 0)
    #expect(report.exitStatus == 0)
  }

  @Test func brokenAssumptionFailsAStrictRun() async throws {
    let report = try await trial(isStrict: true)
    #expect(report.summary.cases == 5)
    #expect(report.summary.violating == 5)
    #expect(report.violations.allSatisfy { $0.level == .assumption })
    #expect(report.exitStatus == 1)
  }
}
