import Accord
import Testing

@Suite("Formats of reports of a team's own")
struct ReportFormatExtensionTests {
  /// A line for each case that violates.
  struct ChatFormat: ReportFormat {
    var name = "chat"
    let fileName = "chat.txt"

    func write(_ run: RunRecord, to output: inout some TextOutputStream) {
      for result in run.suites.flatMap(\.cases) where result.verdict == .violates {
        for violation in result.violations where run.counts(violation) {
          output.write("\(result.id) \(violation.place): \(violation.actual)\n")
        }
      }
      output.write("\(run.summary.cases) cases, \(run.coverage.percent)\n")
    }
  }

  private static func report() async throws -> Report {
    var settings = ConformanceRun.Settings(selection: Selection(cases: ["*/example/few"]))
    settings.extensions = Extensions(reports: [ChatFormat()])
    let target = ConformanceRun.Target(
      Orders.suite,
      at: try ServerAddress("http://orders.example"),
      over: InProcessTransport { .answered(OrderServer(fault: .brokenTag).answer($0)) }
    )
    return try await ConformanceRun([target], settings: settings).report()
  }

  @Test func itWritesWhatTheRecordSays() async throws {
    let report = try await Self.report()
    #expect(
      report.text(in: ChatFormat()) == """
        orders/orders.list/example/few response header ETag: string "abc"
        1 cases, \(report.record.coverage.percent)

        """
    )
  }

  @Test func itReadsAStoredRun() async throws {
    let report = try await Self.report()
    let stored = try RunRecord(reading: Array(report.text(in: .json).utf8))
    #expect(stored.text(in: ChatFormat()) == report.text(in: ChatFormat()))
    let exchange = try #require(stored.suites[0].cases[0].exchanges.first)
    #expect(exchange.request.method == "GET")
    #expect(exchange.response?.status == 200)
    #expect(exchange.response?.body.isTruncated == false)
  }

  @Test func commandsOfALogAreEscapedInIt() async throws {
    struct Loud: ReportFormat {
      let name = "loud"
      let fileName = "loud.txt"
      func write(_ run: RunRecord, to output: inout some TextOutputStream) {
        output.write("::error::gotcha\n")
      }
    }
    let text = try await Self.report().text(in: Loud())
    #expect(!text.hasPrefix("::error"))
    #expect(text.hasSuffix("gotcha\n"))
  }

  @Test(arguments: ["junit", "chat"])
  func aNameIsTakenOnce(_ name: String) async throws {
    let formats: [any ReportFormat] = [ChatFormat(), ChatFormat(name: name)]
    var settings = ConformanceRun.Settings()
    settings.extensions = Extensions(reports: formats)
    let run = ConformanceRun([.init(Orders.suite, against: .inProcessMock)], settings: settings)
    do {
      _ = try await run.report()
      Issue.record("expected an error")
    } catch let error as Extensions.Unusable {
      #expect(
        error.problems == [
          """
          Two formats of reports are called "\(name)". --report tells them apart by their names: \
          rename one.
          """
        ]
      )
    }
  }

  @Test func aNameThatNoOptionCanNameIsRefused() async throws {
    var settings = ConformanceRun.Settings()
    settings.extensions = Extensions(reports: [ChatFormat(name: "a=b")])
    let run = ConformanceRun([.init(Orders.suite, against: .inProcessMock)], settings: settings)
    await #expect(
      throws: Extensions.Unusable.self,
      performing: { _ = try await run.report() }
    )
  }
}
