import Accord
import AccordModel
import AccordSchema
import Testing

@Suite("Names of errors may stand anywhere in a list")
struct RegistryTests {
  @Test func mockKeepsTheContract() async throws {
    let run = ConformanceRun([.init(Registry.suite, against: .inProcessMock)])
    #expect(run.problems.map { "\($0)" } == [])
    let report = try await run.report()
    for result in report.suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.violations)"
      )
    }
  }

  /// What a server says of a repository that there is not.
  static let answers: [(body: String, isRight: Bool)] = [
    (#"{"errors":[{"code":"NAME_UNKNOWN","message":"No."}]}"#, true),
    (#"{"errors":[{"code":"DENIED"},{"code":"NAME_UNKNOWN"}]}"#, true),
    (#"{"errors":[{"code":"A"},{"code":"B"},{"code":"NAME_UNKNOWN"}]}"#, true),
    (#"{"errors":[{"code":"MANIFEST_UNKNOWN"}]}"#, false),
    (#"{"errors":[{"code":"A"},{"code":"B"}]}"#, false),
    (#"{"errors":[]}"#, false),
    (#"{"code":"NAME_UNKNOWN"}"#, false),
  ]

  @Test(arguments: answers)
  func nameIsFoundInTheList(_ body: String, _ isRight: Bool) async throws {
    let target = ConformanceRun.Target(
      Registry.suite,
      at: try ServerAddress("http://registry.example"),
      over: InProcessTransport { request in
        let type = [Field("Content-Type", "application/json")]
        guard request.target.hasPrefix("/v2/alpine") else {
          return .answered(Exchange.Response(status: 404, fields: type, body: Array(body.utf8)))
        }
        guard !request.target.contains("?") || request.target.hasSuffix("?n=1") else {
          let refusal = #"{"errors":[{"code":"PAGINATION_NUMBER_INVALID"}]}"#
          return .answered(Exchange.Response(status: 400, fields: type, body: Array(refusal.utf8)))
        }
        let tags = #"{"name":"alpine","tags":["3"]}"#
        return .answered(Exchange.Response(status: 200, fields: type, body: Array(tags.utf8)))
      }
    )
    let report = try await ConformanceRun([target]).report()
    let rules = report.suites.flatMap(\.results).flatMap(\.judgement.violations).map(\.rule)
    #expect(rules.isEmpty == isRight, "\(rules)")
    #expect(rules.allSatisfy { $0.hasPrefix("error-") }, "\(rules)")
  }
}
