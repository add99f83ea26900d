import Accord
import AccordReporting
import Testing

@Suite("A life cycle of bytes that are sent to where an answer leads")
struct FilmTests {
  private func found(_ fault: FilmMock.Fault?) async throws -> [(testCase: String, rule: String)] {
    let run = ConformanceRun([.init(Films.suite(fault), against: .inProcessMock)])
    return try await run.report().suites.flatMap(\.results).flatMap { result in
      result.judgement.violations.map { (result.testCase.id.description, $0.rule) }
    }
  }

  @Test func contractsAreSound() async throws {
    #expect(Films.suite().lint().map(\.description) == [])
    #expect(try await Films.suite().rehearse().map(\.description) == [])
  }

  @Test func rightServerConforms() async throws {
    let run = ConformanceRun([.init(Films.suite(), against: .inProcessMock)])
    let report = try await run.report()
    #expect(report.exitStatus == 0)
    #expect(report.summary.conforming == report.summary.cases)
    #expect(report.suites.flatMap(\.results).flatMap(\.judgement.notChecked).isEmpty)
  }

  @Test func parametersOfAStepFollowThoseOfItsTarget() throws {
    let testCase = try #require(
      Films.suite().plan().cases.first {
        $0.id.description == "films/films.begin/life-cycle/film/finish/in/awaited"
      }
    )
    #expect(
      testCase.steps.map(\.request.outline) == [
        "POST /films/film-{unique}", "PUT {place of make}?size=4", "GET /films/{name of make}",
        "HEAD /films/{name of make}",
      ]
    )
  }

  /// A request that is refused for what it names is sent as it is: to name the resource would make it right.
  @Test func whatIsRefusedForItsNameKeepsIt() throws {
    let testCase = try #require(
      Films.suite().plan().cases.first {
        $0.id.description == "films/films.begin/life-cycle/film/remove/wrong/example/locked"
      }
    )
    #expect(testCase.steps.map(\.request.outline).contains("DELETE /films/locked"))
  }

  @Test func everyFaultIsPlayed() {
    #expect(FilmMock.Fault.allCases == [.reverses, .loses, .refusedAppends, .keepsRemoved])
  }

  @Test(arguments: [
    (FilmMock.Fault.reverses, "written-is-read", "finish/in/awaited"),
    (.loses, "status-is-expected", "finish/in/awaited"),
    (.refusedAppends, "refused-changes-nothing", "finish/refused-in/kept"),
    (.keepsRemoved, "wrong-request-is-refused", "remove/in/kept"),
  ])
  func faultIsFoundByTheRule(
    _ fault: FilmMock.Fault,
    _ rule: String,
    _ name: String
  ) async throws {
    let found = try await found(fault)
    #expect(found.contains { $0.rule == rule && $0.testCase.hasSuffix("/\(name)") }, "\(found)")
  }
}
