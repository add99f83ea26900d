import AccordModel

/// The endpoints of a suite by the kinds of promise, with what a run showed of each promise.
struct PromiseMatrix {
  /// What the run showed of one endpoint's promises of one kind.
  struct Cell: Hashable {
    private var counts: [PromiseState: Int] = [:]

    /// How many promises there are.
    var total: Int { counts.reduce(0) { $0 + $1.value } }

    /// The state that a reader has to know of first.
    var state: PromiseState? { Self.order.first { counts[$0] != nil } }

    /// How many are in that state.
    var count: Int { state.flatMap { counts[$0] } ?? 0 }

    /// How many are in each state, in words.
    var words: String {
      Self.order.compactMap { state in counts[state].map { "\(state.words): \($0)" } }
        .joined(separator: ", ")
    }

    /// The states that occur.
    var states: Set<PromiseState> { Set(counts.keys) }

    /// What is wrong, then what was seen, then what was not.
    private static let order: [PromiseState] = [
      .broken, .warned, .holds, .notSeen, .skipped, .notExercised, .notProvoked,
    ]

    mutating func add(_ state: PromiseState) { counts[state, default: 0] += 1 }
  }

  /// One endpoint.
  struct Row {
    let contract: Contract.ID
    let summary: String
    /// A cell for each kind.
    let cells: [Cell]
  }

  /// The kinds of promise that the suite has, in the order of a request and its answer.
  let kinds: [Promise.Kind]

  /// The rows, in the order of the suite.
  let rows: [Row]

  /// The matrix of a suite.
  init(_ suite: RunRecord.Suite) {
    let found = Set(suite.contracts.lazy.flatMap(\.promises).map(\.kind))
    let kinds = Promise.Kind.allCases.filter(found.contains)
    self.kinds = kinds
    let contracts = suite.contracts.filter { !$0.promises.isEmpty }
    rows = contracts.map { contract in
      let evidence = PromiseEvidence(of: contract, in: suite)
      var cells: [Promise.Kind: Cell] = [:]
      for promise in contract.promises {
        cells[promise.kind, default: Cell()].add(evidence.finding(promise).state)
      }
      return Row(
        contract: contract.id,
        summary: contract.summary,
        cells: kinds.map { cells[$0] ?? Cell() }
      )
    }
  }
}
