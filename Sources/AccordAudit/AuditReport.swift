package import AccordMocking
public import AccordModel

/// How much a suite's plan would notice.
public struct AuditReport: Sendable {
  /// What became of a mutant.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// A case objects to it in a plain run.
    case noticed
    /// No case does.
    case survived
    /// Nobody could: it answers every request that was tried as the unbroken server does.
    case equivalent
    /// It survived, and somebody says why that may be.
    case accepted
  }

  /// Who notices.
  public struct Notice: Sendable, Hashable {
    /// The case.
    public var testCase: CaseID
    /// The rule; `failed` where the case could not be judged to its end.
    public var rule: String
  }

  /// A request with what it should get and what it gets.
  package struct Difference: Sendable {
    /// The case that sends it; `nil` where none does.
    package var testCase: CaseID?
    /// The request.
    package var request: MockRequest
    /// What the unbroken server answers.
    package var before: MockAnswer
    /// What the mutant answers; `nil` where nothing came.
    package var after: MockAnswer?
  }

  /// One mutant with what became of it.
  public struct Entry: Sendable, Identifiable {
    /// The identifier, by which it is accepted.
    public var id: String
    /// The operator that made it.
    public var `operator`: String
    /// The family of the operator.
    public var family: String
    /// The contract.
    public var contract: Contract.ID
    /// The promise that it breaks.
    public var clause: Clause.ID
    /// Whether the document states the promise.
    public var isStated: Bool
    /// What it does, as a sentence without a full stop.
    public var sentence: String
    /// What became of it.
    public var outcome: Outcome
    /// Who notices it in a plain run.
    public var noticed: Notice?
    /// Who notices it in a strict run.
    public var noticedStrictly: Notice?
    /// The case that came nearest, of one that nobody notices.
    public var nearest: CaseID?
    /// How many cases get another answer from it.
    public var reached: Int
    /// A request that no case sends and that would show it, as `GET /orders`.
    public var unsent: String?
    /// Why it is accepted.
    public var reason: String?

    package var difference: Difference?
  }

  /// The audit of one suite.
  public struct Suite: Sendable {
    /// The suite.
    public var id: ContractSuite.ID
    /// Its name.
    public var name: String
    /// How many cases looked.
    public var cases: Int
    /// How many cases of the plan say nothing of the unbroken server.
    public var silent: Int
    /// How many requests were made that no case sends.
    public var madeRequests: Int
    /// The mutants, in the order of the contracts.
    public var entries: [Entry]
    /// How many more there were than are tried.
    public var leftOut: Int
    /// The contracts of which nothing could be broken, because no case gets a right answer from them.
    public var unaudited: [Contract.ID]
  }

  /// The suites.
  public var suites: [Suite]

  /// The audits of some suites together.
  public init(_ suites: [Suite]) { self.suites = suites }

  /// All mutants.
  public var entries: [Entry] { suites.flatMap(\.entries) }

  /// The figures of all mutants.
  public var figures: Figures { Figures(entries) }

  /// How many of some mutants were noticed.
  public struct Figures: Sendable, Hashable {
    /// Noticed in a plain run.
    public var noticed = 0
    /// Noticed in a strict run.
    public var noticedStrictly = 0
    /// Not noticed in a plain run, and not accepted.
    public var survived = 0
    /// Impossible to notice.
    public var equivalent = 0
    /// Not noticed, and accepted.
    public var accepted = 0

    /// Counts mutants.
    public init(_ entries: [Entry]) {
      for entry in entries {
        switch entry.outcome {
        case .noticed: noticed += 1
        case .survived: survived += 1
        case .equivalent: equivalent += 1
        case .accepted: accepted += 1
        }
        if entry.outcome != .equivalent, entry.noticedStrictly != nil { noticedStrictly += 1 }
      }
    }

    /// All that could be noticed.
    public var total: Int { noticed + survived + accepted }

    /// Noticed of all that could be, in a plain run: 0 to 1; 1 where there is nothing to notice.
    public var score: Double { total == 0 ? 1 : Double(noticed) / Double(total) }

    /// The same in a strict run.
    public var strictScore: Double { total == 0 ? 1 : Double(noticedStrictly) / Double(total) }
  }

  /// The figures by something that mutants have, in the order in which it first occurs.
  public func figures(by key: (Entry) -> String) -> [(name: String, figures: Figures)] {
    Self.figures(of: entries, by: key)
  }

  static func figures(
    of entries: [Entry],
    by key: (Entry) -> String
  ) -> [(name: String, figures: Figures)] {
    var names: [String] = []
    var groups: [String: [Entry]] = [:]
    for entry in entries {
      let name = key(entry)
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(entry)
    }
    return names.map { ($0, Figures(groups[$0] ?? [])) }
  }
}
