import Accord
import AccordJudging
public import AccordModel
public import AccordReporting
public import AccordRunning
public import AccordSchema
import Synchronization

/// Judges exchanges that others had, without sending any.
///
/// ```swift
/// let run = TrafficRun([TrafficTarget(Shop.suite)], subject: "traffic.har")
/// let report = run.report(on: try HARArchive(reading: bytes, named: "traffic.har"))
/// print(report.record.exitStatus)
/// ```
public final class TrafficRun: Sendable {
  /// How traffic is judged.
  public struct Settings: Sendable {
    /// Whether broken assumptions count.
    public var isStrict = false
    /// The bounds within which bodies are held to schemas.
    public var limits = ValidationLimits(violations: 10_000)
    /// Whether bodies are kept whole, and not their beginning alone.
    public var keepsBodies = false
    /// Whether it is kept how long exchanges took.
    public var keepsTimings = true
    /// The environment, whose credentials are written nowhere.
    public var environment = EnvironmentVariables([:])
    /// Rules beside those of Accord.
    public var rules: [any ConformanceRule] = []
    /// When the traffic was begun to be judged; `nil` where that says nothing.
    public var began: Moment?

    /// Creates the usual settings.
    public init() {}
  }

  private struct State {
    var cases: [[RunRecord.Case]]
    /// Those of them whose requests were wrong.
    var wrong: [[CaseID]]
    var unjudged = UnjudgedExchanges()
    var warnings: [String] = []
  }

  private let targets: [TrafficTarget]
  private let judges: [ExchangeJudge]
  private let subject: String
  private let settings: Settings
  private let variables: [String]
  private let secrets = TrafficSecrets()
  private let spool = ExchangeSpool()
  private let state: Mutex<State>
  /// The secrets that redactors were last made of.
  private let redactors: Mutex<(count: Int, redactors: [Redactor])>

  /// Judges by suites; `subject` says in words what is judged, such as the name of a file.
  public init(_ targets: [TrafficTarget], subject: String, settings: Settings = Settings()) {
    self.targets = targets
    self.subject = subject
    self.settings = settings
    variables = targets.map(\.suite).secretVariables
    let rules = RuleSet.standard.adding(settings.rules)
    judges = targets.map {
      ExchangeJudge(
        $0.suite,
        rules: rules,
        isStrict: settings.isStrict,
        limits: settings.limits
      )
    }
    for target in targets { secrets.shared.add(target.suite, from: settings.environment) }
    state = Mutex(State(cases: targets.map { _ in [] }, wrong: targets.map { _ in [] }))
    redactors = Mutex((-1, []))
  }

  /// Judges the exchanges of a file, in their order.
  public func report(on archive: HARArchive) -> TrafficReport {
    archive.secrets.forEach(secrets.add)
    for entry in archive.entries {
      switch entry {
      case .exchange(let seen): judge(seen)
      case .other(let other): note(other.name, other.reason, at: other.place)
      case .unreadable(let problem):
        note("an entry that cannot be read", "\(problem)", at: problem.place)
      }
    }
    return report()
  }

  /// Judges an exchange; what it is of is told by ``report()``.
  ///
  /// - Returns: The record of its case; `nil` where it is of no contract.
  @discardableResult
  public func judge(_ seen: SeenExchange) -> RunRecord.Case? {
    var own = TrafficSecrets.secrets(in: seen.fields)
    if case .response(let response, _) = seen.answer {
      own += TrafficSecrets.secrets(in: response.fields)
    }
    own.forEach(secrets.add)
    var reason = UnmatchedReason.otherServer
    for (place, target) in targets.enumerated() {
      for path in target.targets(of: seen) {
        switch judges[place].outcome(of: seen, target: path) {
        case .judged(let result):
          let record = self.record(of: result, at: place, own)
          state.withLock { state in
            state.cases[place].append(record)
            if result.testCase.asksWrongly { state.wrong[place].append(record.id) }
          }
          return record
        case .unmatched(let other):
          // That the path answers other methods says more than that no route has it.
          if reason == .otherServer || other != .noRoute { reason = other }
        }
      }
    }
    note(seen.name, reason.sentence(targets), at: seen.place)
    return nil
  }

  /// Notes exchanges that were not judged, with the reason as a sentence.
  func note(_ name: String, _ reason: String, at place: String) {
    state.withLock { $0.unjudged.add(name, reason, at: place) }
  }

  /// Notes what is to be said of the whole.
  package func warn(_ sentence: String) { state.withLock { $0.warnings.append(sentence) } }

  /// What came of all that was judged so far.
  public func report() -> TrafficReport {
    let seen = state.withLock { $0 }
    let (all, unjudged, warnings) = (seen.cases, seen.unjudged, seen.warnings)
    var suites: [RunRecord.Suite] = []
    for (target, cases) in zip(targets, all) {
      let redactor = secrets.shared.redactor(of: target.suite)
      var suite = RunRecord.Suite(
        Report.SuiteResult(
          suite: target.suite,
          subject: redactor.redact(subject),
          results: [],
          notProvoked: []
        ),
        expanding: variables
      )
      // A secret may stand in what came before it was known to be one.
      suite.cases = cases.map { record in
        var redacted = redactor.redact(record, expanding: variables)
        let others = secrets.others(in: redacted)
        if !others.isEmpty {
          redacted = Redactor(secrets: others).redact(redacted, expanding: variables)
        }
        guard redacted != record else { return record }
        return spool.map(redacted.stored) ?? redacted
      }
      suites.append(suite)
    }
    let redactor = targets.first.map { secrets.shared.redactor(of: $0.suite) }
    func shown(_ text: String) -> String { redactor?.redact(text) ?? text }
    var runSettings = Report.Settings(seed: 0, isStrict: settings.isStrict)
    runSettings.warnings =
      warnings + [wrongRequests(in: seen)].compactMap(\.self) + unjudged.sentences.map(shown)
      + secrets.shared.warnings
    return TrafficReport(
      record: RunRecord(suites: suites, settings: runSettings, began: settings.began),
      unjudged: unjudged.all.map { entry in
        var entry = entry
        entry.name = shown(entry.name)
        entry.reason = shown(entry.reason)
        return entry
      },
      spool: spool
    )
  }

  /// How many requests were wrong, where some were: that a server refuses them says nothing of who sends them.
  private func wrongRequests(in seen: State) -> String? {
    let wrong = seen.wrong.flatMap(\.self)
    guard let first = wrong.first else { return nil }
    let count = seen.cases.reduce(0) { $0 + $1.count }
    let verb = wrong.count == 1 ? "was" : "were"
    return
      "\(wrong.count) of \(quantity(count, "request")) \(verb) not as the contract has it, first that "
      + "of \(first): whoever sends them is to be told."
  }

  private func record(
    of result: Report.Result,
    at place: Int,
    _ own: [Secret]
  ) -> RunRecord.Case {
    var shown = redactor(at: place).redact(result)
    if let redactor = secrets.redactor(of: own) { shown = redactor.redact(shown) }
    var record = RunRecord.Case(
      shown,
      in: targets[place].suite,
      expanding: variables,
      keeping: settings.keepsBodies ? .whole : .beginning
    )
    if !settings.keepsTimings { record = record.withoutTimings }
    return spool.map(record.stored) ?? record
  }

  /// What takes the secrets out that were known a while ago: to make it takes long, so that it is made again
  /// only when there are many more; ``report()`` takes out the rest.
  private func redactor(at place: Int) -> Redactor {
    let count = secrets.shared.count
    return redactors.withLock { known in
      if known.count < 0 || count > known.count + known.count / 2 {
        known = (count, targets.map { secrets.shared.redactor(of: $0.suite) })
      }
      return known.redactors[place]
    }
  }
}
