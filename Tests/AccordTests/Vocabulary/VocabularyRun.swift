import Accord
import AccordModel
import AccordReporting
import AccordSchema
import Testing

/// A suite that is held to its mock and to servers that a test writes.
struct VocabularyRun: Sendable {
  let suite: ContractSuite

  /// What a rule said of a case.
  struct Found: Equatable, CustomStringConvertible {
    var testCase: String
    var rule: String
    var text: String

    var description: String { "\(testCase): \(rule): \(text)" }
  }

  /// The problems of the contracts, promises that no case looks at among them.
  func problems() throws -> [String] {
    let plan = try plan()
    return ContractLint().problems(in: suite, cases: plan.cases).map(\.description)
  }

  func plan() throws -> Plan {
    try #require(ConformanceRun([.init(suite, against: .inProcessMock)]).plans.first)
  }

  /// The first requests of the cases, each behind the identifier of its case without that of the suite.
  func document() throws -> String { LivingDocument(of: try plan()).markdown }

  /// What does not conform of the mock.
  func againstMock() async throws -> [Found] {
    try await found(ConformanceRun([.init(suite, against: .inProcessMock)]))
  }

  /// What does not conform of a server.
  func against(
    _ server: @escaping @Sendable (Exchange.Request) async -> Exchange.Response
  ) async throws -> [Found] {
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://server.example"),
      over: InProcessTransport { .answered(await server($0)) }
    )
    return try await found(ConformanceRun([target]))
  }

  private func found(_ run: ConformanceRun) async throws -> [Found] {
    #expect(run.problems.map { "\($0)" } == [])
    let report = try await run.report()
    return report.suites.flatMap(\.results).flatMap { result -> [Found] in
      let name = result.testCase.id.description.split(separator: "/", maxSplits: 1)[1]
      let judgement = result.judgement
      guard judgement.violations.isEmpty else {
        return judgement.violations.map { violation in
          Found(
            testCase: "\(name)",
            rule: violation.rule,
            text:
              "\(violation.place): expected \(violation.expected), found \(violation.actual)"
          )
        }
      }
      guard judgement.verdict != .conforms else { return [] }
      return [Found(testCase: "\(name)", rule: "\(judgement.verdict)", text: "")]
    }
  }
}
