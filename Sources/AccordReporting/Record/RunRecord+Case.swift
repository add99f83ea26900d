public import AccordModel

extension RunRecord {
  /// What is to be said of one case.
  public struct Case: Sendable, Hashable, Identifiable {
    /// What is to be said, in one place: a run has many cases, which are handed on and gone through
    /// again and again.
    private final class Contents: Sendable {
      let fields: Fields

      init(_ fields: Fields) { self.fields = fields }
    }

    struct Fields: Sendable, Hashable {
      var id: CaseID
      var contract: Contract.ID
      var origin: AccordModel.Case.Origin
      var title: String
      var clauses: [Clause.ID]
      var verdict: Verdict
      var cause: ExchangeFailure?
      var isKnown: Bool
      var rules: [String]
      var notChecked: [String]
      var violations: [Violation]
      var exercised: [Promise.ID]
      var script: String?
      var sent: SentAndReceived
      var earlierTries: [Case] = []
      var retryHindrance: String?
    }

    private enum Storage: Sendable {
      case held(Contents)
      case kept(KeptCase)
    }

    private var storage: Storage

    private var fields: Fields {
      get {
        switch storage {
        case .held(let contents): contents.fields
        case .kept(let kept): kept.fields
        }
      }
      set { storage = .held(Contents(newValue)) }
    }

    /// The identifier.
    public package(set) var id: CaseID {
      get {
        switch storage {
        case .held(let contents): contents.fields.id
        case .kept(let kept): kept.id
        }
      }
      set { fields.id = newValue }
    }

    /// The contract.
    public package(set) var contract: Contract.ID {
      get {
        switch storage {
        case .held(let contents): contents.fields.contract
        case .kept(let kept): kept.common.contract
        }
      }
      set { fields.contract = newValue }
    }

    /// Where the case comes from.
    public package(set) var origin: AccordModel.Case.Origin {
      get {
        switch storage {
        case .held(let contents): contents.fields.origin
        case .kept(let kept): kept.common.origin
        }
      }
      set { fields.origin = newValue }
    }

    /// What it shows, as one sentence.
    public package(set) var title: String {
      get {
        switch storage {
        case .held(let contents): contents.fields.title
        case .kept(let kept): kept.text.title
        }
      }
      set { fields.title = newValue }
    }

    /// The promises under test.
    public package(set) var clauses: [Clause.ID] {
      get {
        switch storage {
        case .held(let contents): contents.fields.clauses
        case .kept(let kept): kept.text.clauses
        }
      }
      set { fields.clauses = newValue }
    }

    /// The verdict.
    public package(set) var verdict: Verdict {
      get {
        switch storage {
        case .held(let contents): contents.fields.verdict
        case .kept(let kept): kept.common.verdict
        }
      }
      set { fields.verdict = newValue }
    }

    /// The exchange that failed, where that is why nothing can be said of the case: one of its own, or one
    /// before it after which nothing more was sent.
    public package(set) var cause: ExchangeFailure? {
      get {
        switch storage {
        case .held(let contents): contents.fields.cause
        case .kept: nil
        }
      }
      set { fields.cause = newValue }
    }

    /// Whether every broken promise that counts is one that the baseline lists.
    public package(set) var isKnown: Bool {
      get {
        switch storage {
        case .held(let contents): contents.fields.isKnown
        case .kept: false
        }
      }
      set { fields.isKnown = newValue }
    }

    /// The rules that looked at something, in their order.
    public package(set) var rules: [String] {
      get {
        switch storage {
        case .held(let contents): contents.fields.rules
        case .kept(let kept): kept.common.rules
        }
      }
      set { fields.rules = newValue }
    }

    /// What was promised and could not be checked, each with its reason.
    public package(set) var notChecked: [String] {
      get {
        switch storage {
        case .held(let contents): contents.fields.notChecked
        case .kept(let kept): kept.common.notChecked
        }
      }
      set { fields.notChecked = newValue }
    }

    /// The broken promises; in a case that conforms they are broken assumptions.
    public package(set) var violations: [Violation] {
      get {
        switch storage {
        case .held(let contents): contents.fields.violations
        case .kept: []
        }
      }
      set { fields.violations = newValue }
    }

    /// The promises of the contract of which a rule had something to see and looked at it.
    public package(set) var exercised: [Promise.ID] {
      get {
        switch storage {
        case .held(let contents): contents.fields.exercised
        case .kept(let kept): kept.text.exercised
        }
      }
      set { fields.exercised = newValue }
    }

    /// The exchanges of a workflow as a script for the shell; `nil` of any other case.
    public package(set) var script: String? {
      get {
        switch storage {
        case .held(let contents): contents.fields.script
        case .kept: nil
        }
      }
      set { fields.script = newValue }
    }

    /// The exchanges that took place, secrets redacted: in memory, or in the file of the run.
    package private(set) var sent: SentAndReceived {
      get {
        switch storage {
        case .held(let contents): contents.fields.sent
        case .kept(let kept): kept.sent
        }
      }
      set { fields.sent = newValue }
    }

    /// The exchanges that took place; where they are in a file, they are read from it each time.
    public package(set) var exchanges: [Exchange] {
      get { sent.exchanges }
      set { sent = SentAndReceived(newValue) }
    }

    /// The tries of the case before this one, the first before all others: each violated or failed, so that the
    /// case was tried again.
    public package(set) var earlierTries: [Case] {
      get {
        switch storage {
        case .held(let contents): contents.fields.earlierTries
        case .kept: []
        }
      }
      set { fields.earlierTries = newValue }
    }
    /// Why a case that violated or failed was not tried again though that was asked for, as a sentence.
    public package(set) var retryHindrance: String? {
      get {
        switch storage {
        case .held(let contents): contents.fields.retryHindrance
        case .kept: nil
        }
      }
      set { fields.retryHindrance = newValue }
    }

    /// Creates a case's record.
    package init(
      id: CaseID,
      contract: Contract.ID,
      origin: AccordModel.Case.Origin,
      title: String,
      clauses: [Clause.ID],
      verdict: Verdict,
      cause: ExchangeFailure? = nil,
      isKnown: Bool = false,
      rules: [String] = [],
      notChecked: [String] = [],
      violations: [Violation] = [],
      exercised: [Promise.ID] = [],
      script: String? = nil,
      exchanges: [Exchange] = []
    ) {
      let contents = Contents(
        Fields(
          id: id,
          contract: contract,
          origin: origin,
          title: title,
          clauses: clauses,
          verdict: verdict,
          cause: cause,
          isKnown: isKnown,
          rules: rules,
          notChecked: notChecked,
          violations: violations,
          exercised: exercised,
          script: script,
          sent: SentAndReceived(exchanges)
        )
      )
      storage = .held(contents)
    }

    /// The record of a case of which most is in the file of the run.
    private init(_ kept: KeptCase) { storage = .kept(kept) }

    /// Whether two records say the same.
    public static func == (left: Self, right: Self) -> Bool {
      switch (left.storage, right.storage) {
      case (.held(let own), .held(let other)) where own === other: true
      case (.kept(let own), .kept(let other)) where own === other: true
      default: left.fields == right.fields
      }
    }

    /// Hashes what it says.
    public func hash(into hasher: inout Hasher) { hasher.combine(fields) }

    /// The record of a result.
    ///
    /// `variables` are the names that the shell expands in the commands of curl; `extent` is how much
    /// of bodies is kept.
    package init(
      _ result: Report.Result,
      in suite: ContractSuite,
      expanding variables: [String]? = nil,
      keeping extent: Content.Extent = .beginning
    ) {
      let variables = variables ?? suite.secretVariables
      let steps = result.testCase.steps
      var violations = result.judgement.violations.map { Violation($0, in: suite) }
      let exchanges = result.exchanges.enumerated().map { index, exchange in
        let places = violations.indices.filter { violations[$0].step == index }
        let located = places.map { violations[$0] }.located(in: exchange.body)
        for (place, violation) in zip(places, located) { violations[place] = violation }
        return Exchange(
          exchange,
          step: index < steps.count ? steps[index].name : nil,
          expanding: variables,
          keeping: extent,
          located
        )
      }
      self.init(
        id: result.testCase.id,
        contract: result.testCase.contract,
        origin: result.testCase.origin,
        title: result.testCase.title,
        clauses: result.testCase.clauses,
        verdict: result.judgement.verdict,
        cause: result.judgement.failedExchange,
        rules: result.judgement.rules,
        notChecked: result.judgement.notChecked,
        violations: violations,
        exercised: result.judgement.exercised,
        script: WorkflowScript(result.testCase, result.exchanges, expanding: variables)?
          .description,
        exchanges: exchanges
      )
      guard !result.earlierTries.isEmpty || result.retryHindrance != nil else { return }
      var fields = fields
      fields.earlierTries = result.earlierTries.map {
        Case($0, in: suite, expanding: variables, keeping: extent)
      }
      fields.retryHindrance = result.retryHindrance
      self.fields = fields
    }
  }
}

extension Exchange {
  /// The content of what was received.
  fileprivate var body: [UInt8] {
    switch outcome {
    case .answered(let response): response.body
    case .failed(_, let partial): partial?.body ?? []
    }
  }
}

extension RunRecord.Case {
  /// The case with its exchanges in a file, and with little else in memory where there is little to say of it.
  package func stored(in spool: ExchangeSpool) -> RunRecord.Case {
    if case .held(let contents) = storage, let kept = KeptCase(contents.fields, in: spool) {
      return RunRecord.Case(kept)
    }
    var result = self
    result.sent = sent.stored(in: spool)
    if !earlierTries.isEmpty { result.earlierTries = earlierTries.map { $0.stored(in: spool) } }
    return result
  }

  /// Whether little of it is in memory.
  package var isInFile: Bool {
    if case .kept = storage { true } else { false }
  }

  /// The promises under test, and those of which a rule had something to see, read at once where they are in
  /// a file.
  var promises: (tested: [RunRecord.Clause.ID], exercised: [RunRecord.Promise.ID]) {
    switch storage {
    case .held(let contents): return (contents.fields.clauses, contents.fields.exercised)
    case .kept(let kept):
      let text = kept.text
      return (text.clauses, text.exercised)
    }
  }

  /// Puts equal lists, which other cases have too, into the place of its own.
  package mutating func share(rules: [String], exercised: [RunRecord.Promise.ID]) {
    var fields = fields
    fields.rules = rules
    fields.exercised = exercised
    self.fields = fields
  }

  /// The case with its exchanges in memory, for whoever looks at them more than once.
  var loaded: RunRecord.Case {
    var result = self
    result.exchanges = exchanges
    return result
  }

  /// The case with every duration zero.
  package var withoutTimings: RunRecord.Case {
    var result = self
    result.exchanges = exchanges.map { exchange in
      var exchange = exchange
      exchange.timing = RunRecord.Timing()
      return exchange
    }
    if !earlierTries.isEmpty { result.earlierTries = earlierTries.map(\.withoutTimings) }
    return result
  }
}

extension RunRecord.Case {
  /// The promises that rules looked at and had something to see of, the broken ones among them.
  package var lookedAt: [RunRecord.Promise.ID] {
    violations.reduce(into: exercised) { promises, violation in
      if !promises.contains(violation.clause.id) { promises.append(violation.clause.id) }
    }
  }

  /// Whether a promise is one of them.
  package func isExercised(_ promise: RunRecord.Promise.ID) -> Bool {
    exercised.contains(promise) || violations.contains { $0.clause.id == promise }
  }
}

extension RunRecord.Case {
  /// The promises under test of which nothing was seen, where the case did not simply conform: one
  /// that did has them from the request that it varies.
  package var unseenClauses: [RunRecord.Clause.ID] {
    verdict == .conforms ? [] : clauses.filter { !isExercised($0) }
  }

  /// Why it failed, without the step in which it did: what cases have in common when a server is
  /// not there.
  public var failure: String? {
    guard case .failed(let reason) = verdict else { return nil }
    return wasSent ? cause?.words ?? reason : reason
  }

  /// Whether anything was sent.
  var wasSent: Bool { sent.outline.count > 0 }
}

extension Judgement {
  /// The exchange whose failure is the verdict.
  fileprivate var failedExchange: ExchangeFailure? {
    guard case .failed = verdict, case .exchange(var failure)? = causes.last else { return nil }
    // What is against RFC 9112 is told of the exchange.
    failure.deviation = nil
    return failure
  }
}

extension Summary {
  /// Counts one case more.
  package mutating func add(_ result: RunRecord.Case) {
    add(
      result.verdict,
      isWarned: result.violations.contains { $0.known == nil },
      isKnown: result.isKnown,
      tries: result.earlierTries.count
    )
  }

  /// Counts cases.
  package init(_ cases: some Sequence<RunRecord.Case>, notProvoked: Int) {
    self.init([Report.Result](), notProvoked: notProvoked)
    for result in cases { add(result) }
  }
}
