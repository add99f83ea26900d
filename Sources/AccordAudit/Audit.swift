public import Accord
import AccordJudging
import AccordMocking
public import AccordModel
import AccordPlanning
import AccordRunning

/// Breaks the mock of a suite in one way after the other, and tells which of them its plan would notice.
///
/// Mutants follow from the contract alone, so that any suite is audited. The score says how much a server
/// could do wrong, in ways that the contract makes meaningful, before a run says so.
///
/// ```swift
/// let report = await Audit(of: PetStore.suite).report()
/// print(report.figures.score)
/// ```
public struct Audit: Sendable {
  /// How a suite is audited.
  public struct Settings: Sendable {
    /// Which cases look.
    public var selection = Selection()
    /// How the suite is planned.
    public var planOptions = PlanOptions()
    /// What is added to Accord.
    public var extensions = Extensions()
    /// What made-up values are made of.
    public var seed: UInt64 = 0
    /// Only mutants of these operators or families; empty means all.
    public var operators: [String] = []
    /// Mutants that may survive, by their identifiers, with the reason.
    public var accepted: [String: String] = [:]
    /// The most mutants that one operator makes of one contract.
    public var limit = 400

    /// Creates the usual settings.
    public init() {}
  }

  let suite: ContractSuite
  let settings: Settings

  /// An audit of a suite.
  public init(of suite: ContractSuite, settings: Settings = Settings()) {
    self.suite = suite
    self.settings = settings
  }

  /// The operators, family by family, in the order in which they are tried.
  public static var operators: [(family: String, operators: [String])] {
    families.map { ($0.name, $0.operators) }
  }

  static let families: [any OperatorFamily] = [
    StatusFaults(), ErrorFaults(), MemberFaults(), BodyFaults(), HeaderFaults(), LabelFaults(),
    XMLFaults(), TextFaults(), CheckFaults(), BodyCheckFaults(), ParameterFaults(), VersionFaults(),
    MethodFaults(), NegotiationFaults(), TieFaults(), PagingFaults(), OrderFaults(),
    ConditionFaults(), ReferenceFaults(), StateFaults(),
  ]

  /// Tries every mutant; `onProgress` hears how many of how many were.
  public func report(
    onProgress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async -> AuditReport.Suite {
    let plan = settings.selection.selecting(
      from: suite.plan(with: settings.extensions, options: settings.planOptions)
    )
    let index = SuiteIndex(suite)
    let judge = Judge(rules: .standard.adding(settings.extensions.rules))
    let recording = await Recording.made(of: plan, index, judge: judge, seed: settings.seed)
    return await report(on: recording, plan, index, judge, hasServer: true, onProgress)
  }

  /// Tries every mutant on what was recorded.
  func report(
    on recording: Recording,
    _ plan: Plan,
    _ index: SuiteIndex,
    _ judge: Judge,
    hasServer: Bool,
    _ onProgress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void
  ) async -> AuditReport.Suite {
    let meant = suite.contracts.filter { contract in
      recording.cases.contains { $0.testCase.contract == contract.id }
    }
    let audited = meant.map { AuditedContract($0, in: suite, recording) }
    var mutants: [Mutant] = []
    var leftOut = 0
    for contract in audited where !contract.rights.isEmpty {
      for family in Self.families {
        let own = family.mutants(of: contract).filter(isMeant)
        for name in family.operators {
          let made = own.filter { $0.operator.id == name }
          mutants += made.prefix(settings.limit)
          leftOut += max(0, made.count - settings.limit)
        }
      }
    }
    if !hasServer { mutants = mutants.filter(\.isAnswerAlone) }
    var known: Set<String> = []
    mutants = mutants.filter { known.insert($0.id).inserted }
    let requests = hasServer ? await MadeRequests.all(of: audited, index, seed: settings.seed) : [:]
    let trial = Trial(
      recording: recording,
      index: index,
      judge: judge,
      runner: CaseRunner(plan: plan, index: index, seed: settings.seed),
      seed: settings.seed,
      requests: requests,
      hasServer: hasServer
    )
    let progress = Progress(of: mutants.count, onProgress)
    let findings = await Workers.map(mutants, making: { progress }) { mutant, progress in
      let finding = await trial.finding(of: mutant)
      progress.step()
      return finding
    }
    return AuditReport.Suite(
      id: suite.id,
      name: suite.name,
      cases: recording.cases.count,
      silent: recording.silent.count,
      madeRequests: requests.values.reduce(0) { $0 + $1.count },
      entries: zip(mutants, findings).map(entry),
      leftOut: leftOut,
      unaudited: suite.contracts.map(\.id).filter { id in
        !audited.contains { $0.contract.id == id && !$0.rights.isEmpty }
      }
    )
  }

  private func isMeant(_ mutant: Mutant) -> Bool {
    settings.operators.isEmpty || settings.operators.contains(mutant.operator.id)
      || settings.operators.contains(mutant.operator.family)
  }

  private func entry(_ mutant: Mutant, _ finding: Trial.Finding) -> AuditReport.Entry {
    var outcome = AuditReport.Outcome.survived
    let reason = settings.accepted[mutant.id]
    if finding.noticed != nil {
      outcome = .noticed
    } else if finding.difference == nil {
      outcome = .equivalent
    } else if reason != nil {
      outcome = .accepted
    }
    let unsent = finding.difference.flatMap { $0.testCase == nil ? $0.request : nil }
    return AuditReport.Entry(
      id: mutant.id,
      operator: mutant.operator.id,
      family: mutant.operator.family,
      contract: mutant.contract,
      clause: mutant.clause.id,
      isStated: ([mutant.clause] + mutant.scope.premises(in: suite)).allSatisfy(\.basis.isStated),
      sentence: mutant.sentence,
      outcome: outcome,
      noticed: finding.noticed,
      noticedStrictly: finding.noticedStrictly,
      nearest: finding.noticed == nil ? finding.nearest : nil,
      reached: finding.reached,
      unsent: unsent.map { "\($0.method) \($0.target)" },
      reason: outcome == .accepted ? reason : nil,
      difference: finding.difference
    )
  }
}
