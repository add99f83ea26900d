public import Accord
import AccordReporting
public import Testing

/// A suite that is verified once for a whole test run, whose cases are tests of their own.
///
/// ```swift
/// let subject = SuiteUnderTest(PetStore.suite, against: .server(address))
///
/// @Test("The pet store keeps its contract", arguments: subject.cases)
/// func keepsItsContract(_ testCase: CaseUnderTest) async throws {
///   try await subject.check(testCase)
/// }
/// ```
///
/// Cases that change state depend on their order and on live data, which a test runner that starts
/// tests in any order knows nothing of. So the first test starts the whole run, and every test
/// reports what became of its case.
public struct SuiteUnderTest: Sendable {
  /// The cases, in the order of the plan.
  public let cases: [CaseUnderTest]

  private let suite: ContractSuite
  private let report: ReportOnce

  /// Creates a suite that is held against `subject`.
  public init(
    _ suite: ContractSuite,
    against subject: Subject = .inProcessMock,
    settings: ConformanceRun.Settings = ConformanceRun.Settings()
  ) {
    self.init(suite, ConformanceRun([.init(suite, against: subject)], settings: settings))
  }

  /// Creates a suite that is held against a server that `transport` reaches.
  public init(
    _ suite: ContractSuite,
    over transport: any Transport,
    settings: ConformanceRun.Settings = ConformanceRun.Settings()
  ) throws {
    let address = try ServerAddress("http://server.invalid")
    let target = ConformanceRun.Target(suite, at: address, over: transport)
    self.init(suite, ConformanceRun([target], settings: settings))
  }

  private init(_ suite: ContractSuite, _ run: ConformanceRun) {
    self.suite = suite
    report = ReportOnce(run)
    cases = run.plans.flatMap(\.cases).map { CaseUnderTest(testCase: $0) }
  }

  /// Records what became of a case: each defect as an issue at the line of its promise, a
  /// skipped case as a cancelled test.
  public func check(_ testCase: CaseUnderTest) async throws {
    guard let result = try await report.result(of: testCase.testCase.id) else {
      Issue.record("The case \(testCase.testCase.id) is not in the report.")
      return
    }
    let violations = result.judgement.violations
    let defects = violations.map { Defect(RunRecord.Violation($0, in: suite)) }
    let items = defects.reduce(into: [Defect: Int]()) { $0[$1, default: 0] += 1 }
    var seen: Set<Defect> = []
    for (violation, defect) in zip(violations, defects) {
      guard seen.insert(defect).inserted || !violation.place.hasPosition else { continue }
      let counts = result.judgement.verdict == .violates && violation.level == .must
      Issue.record(
        Comment(rawValue: message(violation, defect, items: items[defect] ?? 1)),
        severity: counts ? .error : .warning,
        sourceLocation: SourceLocation(violation.clause.source, in: suite.folder)
      )
    }
    switch result.judgement.verdict {
    case .conforms: break
    case .violates:
      // In a strict run only assumptions may be broken; then the case fails all the same.
      if result.judgement.violations.allSatisfy({ $0.level == .assumption }) {
        Issue.record("The case \(testCase.testCase.id) breaks assumptions in a strict run.")
      }
    case .failed(let reason):
      Issue.record("The case \(testCase.testCase.id) failed: \(Self.shown(reason))")
    case .notChecked(let reason), .skipped(let reason), .notRun(let reason):
      try Test.cancel(Comment(rawValue: Self.shown(reason)))
    }
  }

  /// What is wrong; of items that are wrong in the same way the first, and how many there are.
  private func message(_ violation: Violation, _ defect: Defect, items: Int) -> String {
    let more =
      items > 1 && violation.place.hasPosition
      ? "\n  items     \(items) at \(Self.shown(defect.place))"
      : ""
    return """
      \(violation.rule): \(violation.clause.sentence)
        at        \(Self.shown(violation.place.description))\(more)
        expected  \(Self.shown(violation.expected))
        actual    \(Self.shown(violation.actual))
      """
  }

  /// What may come from a server, on one line that neither a terminal nor the log of a CI system
  /// takes for a command.
  private static func shown(_ text: String) -> String {
    LogText.harmless(TerminalText.line(text))
  }
}

/// One case as an argument of a test; its identifier is its name.
public struct CaseUnderTest: Sendable, CustomTestStringConvertible, CustomTestArgumentEncodable {
  /// The case.
  public let testCase: Case

  /// The identifier of the case.
  public var testDescription: String { testCase.id.description }

  /// Encodes the identifier alone, so that it stays the same when the case's content changes.
  public func encodeTestArgument(to encoder: some Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(testCase.id.description)
  }
}

/// A report that is made when it is first asked for.
private actor ReportOnce {
  private let run: ConformanceRun
  private var task: Task<Report, any Error>?

  init(_ run: ConformanceRun) { self.run = run }

  func result(of id: CaseID) async throws -> Report.Result? {
    let task = task ?? Task { [run] in try await run.report() }
    self.task = task
    return try await task.value.suites.flatMap(\.results).first { $0.testCase.id == id }
  }
}

extension SourceLocation {
  init(_ source: SourceLine, in folder: String?) {
    self.init(
      fileID: source.fileID,
      filePath: source.file(in: folder),
      line: source.line,
      column: 1
    )
  }
}
