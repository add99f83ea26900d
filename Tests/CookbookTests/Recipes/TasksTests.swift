import Accord
import AccordTesting
import Foundation
import Testing

/// Each case of a suite is a test of its own.
@Suite struct TasksTests {
  static let subject = SuiteUnderTest(Tasks.suite, against: .embeddedMock)

  @Test("The tasks keep their contract", arguments: subject.cases)
  func keepsItsContract(_ testCase: CaseUnderTest) async throws {
    try await Self.subject.check(testCase)
  }
}

/// The same against a server, where there is one.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TASKS_SERVER"] != nil))
struct StagingTests {
  static let subject = Result {
    let server = ProcessInfo.processInfo.environment["TASKS_SERVER"]
    let address = try ServerAddress(server ?? "https://staging.example/api")
    var settings = ConformanceRun.Settings(selection: Selection(isReadOnly: true))
    try settings.givens.add("tasks.task=17", for: [Tasks.suite])
    return SuiteUnderTest(Tasks.suite, against: .server(address), settings: settings)
  }

  @Test("Staging keeps the contract", arguments: try subject.get().cases)
  func keepsItsContract(_ testCase: CaseUnderTest) async throws {
    try await Self.subject.get().check(testCase)
  }
}
