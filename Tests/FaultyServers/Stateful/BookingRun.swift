import Accord
import Synchronization

/// The cases of the life cycle of bookings against a server of them.
struct BookingRun: Sendable {
  private final class Waits: Sendable {
    let list = Mutex<[Duration]>([])
  }

  let report: Report
  let waits: [Duration]

  /// Runs the cases whose names match; all of them where none is told.
  init(
    _ server: BookingServer,
    _ suite: ContractSuite = Bookings.suite,
    cases: [String] = ["*"]
  ) async throws {
    let waits = Waits()
    let prefix = "bookings/bookings.make/life-cycle/booking/"
    var settings = ConformanceRun.Settings(selection: Selection(cases: cases.map { prefix + $0 }))
    settings.sleep = { duration in waits.list.withLock { $0.append(duration) } }
    settings.environment = EnvironmentVariables(["BOOKINGS_TOKEN": "t0k3n"])
    // What one case does to the bookings of all is no business of another.
    settings.jobs = 1
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://bookings.example"),
      over: InProcessTransport { request in
        if server.variation == .slower { try? await Task.sleep(for: .milliseconds(2)) }
        return server.outcome(request)
      }
    )
    report = try await ConformanceRun([target], settings: settings).report()
    self.waits = waits.list.withLock { $0 }
  }

  /// The rules that found something, each once.
  var rules: Set<String> { Set(report.violations.map(\.rule)) }

  /// The cases that do not conform, with what became of them.
  var others: [String] {
    report.results.filter { $0.judgement.verdict != .conforms }
      .map { "\($0.testCase.id): \($0.judgement.verdict)" }
  }
}
