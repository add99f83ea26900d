public import AccordModel

/// How much of what a suite promises a run put to the test.
///
/// The denominator is everything that the contracts promise that were meant, whichever cases were
/// selected, and also what nobody can bring about from outside.
public struct Coverage: Sendable {
  /// A promise with what the run showed of it.
  public struct Entry: Sendable, Hashable {
    /// The promise.
    public package(set) var promise: Promise
    /// What the run showed of it.
    public package(set) var state: PromiseState
    /// Why it could not be put to the test, if there is a reason.
    public package(set) var reason: String?
  }

  /// The counts of some promises.
  public struct Figure: Sendable, Hashable {
    /// All of them.
    public package(set) var promised = 0
    /// Those that were put to the test.
    public package(set) var exercised = 0
    /// Those of them that held.
    public package(set) var held = 0

    /// The share that was put to the test, in hundredths of a percent; of nothing, all of it.
    public var hundredths: Int { promised == 0 ? 10_000 : exercised * 10_000 / promised }

    /// The share that was put to the test, in percent, with one decimal, rounded down.
    public var percent: String { "\(hundredths / 100).\(hundredths % 100 / 10) %" }

    /// The counts as a sentence.
    public var sentence: String {
      let promises = quantity(promised, "promise")
      return "\(exercised) of \(promises) \(exercised == 1 ? "was" : "were") put to the test "
        + "(\(percent)), \(held) of them held."
    }

    /// The counts of both.
    public static func + (left: Figure, right: Figure) -> Figure {
      Figure(
        promised: left.promised + right.promised,
        exercised: left.exercised + right.exercised,
        held: left.held + right.held
      )
    }

    /// Creates a figure from its counts.
    package init(promised: Int = 0, exercised: Int = 0, held: Int = 0) {
      self.promised = promised
      self.exercised = exercised
      self.held = held
    }

    /// Counts entries.
    package init(_ entries: some Sequence<Entry>) { self.init(entries.lazy.map(\.state)) }

    /// Counts states.
    package init(_ states: some Sequence<PromiseState>) {
      self.init()
      for state in states {
        promised += 1
        if state.isExercised { exercised += 1 }
        if state == .holds { held += 1 }
      }
    }
  }

  /// The promises, in the order of the contracts.
  public let entries: [Entry]

  /// The counts.
  public var figure: Figure { Figure(entries) }

  /// What a run showed of the contracts that it meant; without a run nothing was put to the test.
  public init(of suite: ContractSuite, in run: RunRecord.Suite?) {
    let meant = run.map { $0.contracts.map(\.id) } ?? suite.contracts.map(\.id)
    entries = suite.contracts.filter { meant.contains($0.id) }.flatMap { contract in
      let evidence = PromiseEvidence(of: RunRecord.Endpoint(contract, in: suite), in: run)
      return contract.promises(in: suite).map { promise in
        let finding = evidence.finding(RunRecord.Promise(promise))
        return Entry(promise: promise, state: finding.state, reason: finding.reason)
      }
    }
  }

  /// What runs showed of several suites together.
  public init(joining coverages: [Coverage]) { entries = coverages.flatMap(\.entries) }

  /// What a run showed of one promise.
  public func entry(_ promise: Promise.ID, of contract: Contract.ID) -> Entry? {
    entries.first { $0.promise.contract == contract && $0.promise.id == promise }
  }

  /// The promises of one contract.
  public func entries(of contract: Contract.ID) -> [Entry] {
    entries.filter { $0.promise.contract == contract }
  }

  /// The promises that were not put to the test.
  public var missing: [Entry] { entries.filter { !$0.state.isExercised } }
}
