import Accord
import Foundation
import Testing

@Suite("What the command line does, in Swift")
struct LibraryTests {
  private static func report(fault: OrderServer.Fault? = nil) async throws -> Report {
    var settings = ConformanceRun.Settings(selection: Selection(contracts: ["orders.list"]))
    settings.began = nil
    let target = ConformanceRun.Target(
      Orders.suite,
      at: try ServerAddress("http://orders.example"),
      over: InProcessTransport { .answered(OrderServer(fault: fault).answer($0)) }
    )
    return try await ConformanceRun([target], settings: settings).report()
  }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func reportsAreWritten() async throws {
    let report = try await Self.report()
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "deep/junit.xml")
    try report.write(.junit, to: file.path)
    #expect(try String(contentsOf: file, encoding: .utf8) == report.text(in: .junit))
    let surefire = folder.appending(path: "surefire")
    try report.write(.junitSurefire, to: surefire.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: surefire.path)
    #expect(names.count == 1 && names[0].hasPrefix("TEST-"))
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() async throws {
    let report = try await Self.report()
    #expect {
      try report.write(.markdown, to: "/dev/null/report.md")
    } throws: { error in
      "\(error)" == """
        Cannot write "/dev/null/report.md": a file stands where a folder is needed. Choose another path.
        """
    }
  }

  @Test func everyFormatHasAName() async throws {
    let record = try await Self.report().record
    let texts = [
      record.text(in: .junit), record.text(in: .junitGitLab), record.text(in: .junitSurefire),
      record.text(in: .markdown), record.text(in: .json), record.text(in: .html),
      record.text(in: .terminal), record.text(in: .github), record.text(in: .codeQuality),
      record.text(in: .sarif), record.text(in: .tap), record.text(in: .events),
    ]
    #expect(Set(texts).count == texts.count)
  }

  @Test func coverageIsCounted() async throws {
    let coverage = try await Self.report().coverage
    #expect(coverage.figure.promised == coverage.entries.count)
    #expect(coverage.figure.exercised > 10)
    #expect(coverage.missing.allSatisfy { !$0.state.isExercised })
  }

  @Test func runsAreCompared() async throws {
    let before = try await Self.report().record
    let now = try await Self.report(fault: .brokenTag).record
    let comparison = RunComparison(from: before, to: now)
    #expect(comparison.count(.newlyBroken) == 5)
    #expect(comparison.exitStatus == 1)
    #expect(comparison.text(in: .markdown).contains("5 violations are new"))
    #expect(RunComparison(from: now, to: now).exitStatus == 0)
  }

  @Test func contractsAreChecked() {
    #expect(Orders.suite.lint().map(\.description) == [])
    var suite = Orders.suite
    suite.formats = []
    let problems = suite.lint()
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.suite == "orders" && !$0.message.isEmpty })
  }

  @Test func documentsAreWritten() async throws {
    let report = try await Self.report()
    let document = LivingDocument(of: Orders.suite.plan(), run: report.record.suites[0])
    #expect(document.markdown.hasPrefix("# Orders\n"))
    #expect(document.markdown.contains("✓ holds"))
    #expect(!LivingDocument(of: Orders.suite.plan()).markdown.contains("✓ holds"))
  }

  @Test func documentsAreASite() {
    let pages = LivingDocument.site(of: [LivingDocument(of: Orders.suite.plan())])
    #expect(pages.map(\.name) == ["index.html", "orders.html"])
    #expect(pages[1].text.contains("Takes an order."))
  }

  @Test func contractsAreCompared() throws {
    let before = try ContractRecord(parsing: Array(ContractRecord(of: [Orders.suite]).text.utf8))
    var suite = Orders.suite
    suite.contracts.removeLast()
    let changes = ContractChanges(from: before, to: ContractRecord(of: [suite]))
    #expect(changes.changes.allSatisfy { $0.kind == .removed })
    #expect(changes.changes.first?.impact == .breaking)
    #expect(changes.markdown.contains("orders.change"))
  }

  @Test func aMockListensUntilItIsStopped() async throws {
    let server = try await Mock([Orders.suite]).start()
    #expect(server.address.description == "http://127.0.0.1:\(server.port)")
    var settings = ConformanceRun.Settings(selection: Selection(cases: ["*/example/all"]))
    let run = ConformanceRun(
      [.init(Orders.suite, against: .server(server.address))],
      settings: settings
    )
    #expect(try await run.report().summary.conforming == 1)
    await server.stop()
    settings.connection.timeout = 1
    let after = ConformanceRun(
      [.init(Orders.suite, against: .server(server.address))],
      settings: settings
    )
    #expect(try await after.report().summary.failed == 1)
  }

  @Test func aMockThatCannotListenSaysWhy() async throws {
    let server = try await Mock([Orders.suite]).start()
    await #expect {
      _ = try await Mock([Orders.suite]).start(port: server.port)
    } throws: { error in
      "\(error)".hasPrefix("127.0.0.1 port \(server.port) is in use by another process.")
    }
    await server.stop()
  }

  @Test func theMockAnswersFaultsOnDemand() async throws {
    let mock = Mock([Orders.suite], faults: [.wrongStatus(503)])
    let server = try await mock.start()
    let run = ConformanceRun(
      [.init(Orders.suite, against: .server(server.address))],
      settings: .init(selection: Selection(cases: ["*/example/all"]))
    )
    #expect(try await run.report().summary.violating == 1)
    await server.stop()
  }
}
