import Accord
import AccordTesting

/// What the command line does, in Swift.
enum Library {
  static func verify(_ suite: ContractSuite) async throws -> Bool {
    let server = try ServerAddress("https://staging.example/api")
    var settings = ConformanceRun.Settings(selection: Selection(cases: ["*/example/*"]))
    settings.isStrict = true
    try settings.givens.add("tasks.task=17", for: [suite])
    let run = ConformanceRun([.init(suite, against: .server(server))], settings: settings)
    let report = try await run.report()
    try report.write(.junit, to: "Reports/junit.xml")
    print(report.text(in: .markdown))
    return report.exitStatus == 0
  }

  static func mock(_ suite: ContractSuite) async throws {
    let server = try await Mock([suite]).start(port: 0)
    let run = ConformanceRun([.init(suite, against: .server(server.address))])
    print(try await run.report().summary.conforming)
    await server.stop()
  }

  static func inspect(_ suite: ContractSuite) async throws {
    for problem in suite.lint() { print(problem) }
    for problem in try await suite.rehearse() { print(problem) }
    for testCase in suite.plan().cases { print(testCase.id, testCase.title) }
    print(LivingDocument(of: suite.plan()).markdown)
  }
}
