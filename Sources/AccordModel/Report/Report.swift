/// What a run found, in the order of its plans.
public struct Report: Sendable, Hashable {
  /// What is to be said of one case.
  public struct Result: Sendable, Hashable {
    /// The case.
    public var testCase: Case
    /// The exchanges that took place, secrets redacted.
    public var exchanges: [Exchange]
    /// The judgement.
    public var judgement: Judgement
    /// The tries of the case before this one, the first before all others: each violated or failed, so that
    /// the case was tried again.
    public var earlierTries: [Result] = []
    /// Why a case that violated or failed was not tried again though that was asked for, as a sentence.
    public var retryHindrance: String?

    /// Creates a result.
    public init(_ testCase: Case, exchanges: [Exchange] = [], judgement: Judgement) {
      self.testCase = testCase
      self.exchanges = exchanges
      self.judgement = judgement
    }
  }

  /// What one suite came to.
  public struct SuiteResult: Sendable, Hashable {
    /// The suite.
    public var suite: ContractSuite
    /// What it ran against, in words: an address, or the embedded mock.
    public var subject: String
    /// The results, in the order of the plan.
    public var results: [Result]
    /// The error names that no case brings about.
    public var notProvoked: [Plan.NotProvoked]
    /// The contracts that were meant, in the order of the suite: what they promise is what the run
    /// is measured by.
    public var contracts: [Contract.ID]

    /// Creates a suite's result; without a selection all contracts were meant.
    public init(
      suite: ContractSuite,
      subject: String,
      results: [Result],
      notProvoked: [Plan.NotProvoked],
      contracts: [Contract.ID]? = nil
    ) {
      self.suite = suite
      self.subject = subject
      self.results = results
      self.notProvoked = notProvoked
      self.contracts = contracts ?? suite.contracts.map(\.id)
    }
  }

  /// Settings that a reader has to know.
  public struct Settings: Sendable, Hashable {
    /// The seed of everything that is made up.
    public var seed: UInt64
    /// Whether broken assumptions fail the run.
    public var isStrict: Bool
    /// Warnings about the run itself, such as that certificates were not checked.
    public var warnings: [String]

    /// Creates settings.
    public init(seed: UInt64, isStrict: Bool = false, warnings: [String] = []) {
      self.seed = seed
      self.isStrict = isStrict
      self.warnings = warnings
    }
  }

  /// The suites.
  public var suites: [SuiteResult]

  /// The settings.
  public var settings: Settings

  /// Why the run ended early, if it did.
  public var interruption: String?

  /// When the run began; `nil` where it says nothing, as of a run against our own mock.
  public var began: Moment?

  /// The version of Accord that made it.
  public var version: String

  /// Creates a report.
  public init(
    suites: [SuiteResult],
    settings: Settings,
    interruption: String? = nil,
    began: Moment? = nil,
    version: String = AccordVersion.current
  ) {
    self.suites = suites
    self.settings = settings
    self.interruption = interruption
    self.began = began
    self.version = version
  }
}

extension Report.Result {
  /// Whether the case conforms, whole or as far as it could be checked, and did not when it was first tried.
  public var isFlaky: Bool { judgement.verdict.isFlaky(after: earlierTries.count) }
}

extension Verdict {
  /// Whether a case of this verdict is flaky after so many tries that were wrong.
  package func isFlaky(after tries: Int) -> Bool {
    guard tries > 0 else { return false }
    switch self {
    case .conforms, .notChecked: return true
    case .violates, .skipped, .failed, .notRun: return false
    }
  }
}
