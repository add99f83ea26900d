import Accord
import AccordModel
import AccordReporting
import Synchronization
import Testing

/// The cases of the life cycle against a server.
struct ParcelRun: Sendable {
  private final class Waits: Sendable {
    let list = Mutex<[Duration]>([])
  }

  /// A violation with its case and its rule.
  struct Found: Sendable, Hashable, CustomStringConvertible {
    var testCase: String
    var rule: String
    var text: String
    var isMust: Bool
    var description: String { "\(testCase) \(rule) \(text)" }
  }

  let results: [Report.Result]
  let warnings: [String]
  let waits: [Duration]
  let record: RunRecord
  let suite: ContractSuite

  init(
    _ server: ParcelServer,
    _ suite: ContractSuite = Parcels.suite,
    cases: String = "*/life-cycle/*",
    given: String? = nil
  ) async throws {
    let waits = Waits()
    var settings = ConformanceRun.Settings(selection: Selection(cases: [cases]))
    if let given { try settings.givens.add(given, for: [suite]) }
    settings.sleep = { duration in waits.list.withLock { $0.append(duration) } }
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://parcels.example"),
      over: InProcessTransport { server.outcome($0) }
    )
    let run = ConformanceRun([target], settings: settings)
    let report = try await run.report()
    results = report.suites.flatMap(\.results)
    warnings = report.settings.warnings
    record = RunRecord(report)
    self.suite = suite
    self.waits = waits.list.withLock { $0 }
  }

  var found: [Found] {
    results.flatMap { result in
      result.judgement.violations.map { violation in
        Found(
          testCase: result.testCase.id.description,
          rule: violation.rule,
          text: "\(violation.place): expected \(violation.expected), found \(violation.actual)",
          isMust: violation.level == .must
        )
      }
    }
  }

  /// The cases that do not conform, with what became of them.
  var others: [String] {
    results.filter { $0.judgement.verdict != .conforms }
      .map { "\($0.testCase.id): \($0.judgement.verdict)" }
  }

  /// The promises of the life cycle that are in another state.
  func promises(otherThan state: PromiseState) -> [String] {
    let coverage = Coverage(of: suite, in: record.suites.first)
    return Parcels.parcel.clauses.compactMap { clause in
      let found = coverage.entry(clause.id, of: "parcels.add")?.state
      return found == state ? nil : "\(clause.id): \(found.map { "\($0)" } ?? "none")"
    }
  }
}
