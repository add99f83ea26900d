import AccordModel

/// The endpoints of a suite by the kinds of promise, with what came of each.
struct PromiseMatrix {
  /// What came of one endpoint's promises of one kind.
  struct Cell: Hashable {
    private var counts: [PageState: Int] = [:]

    /// How many cases are about them.
    var total: Int { counts.reduce(0) { $0 + $1.value } }

    /// The worst of the states.
    var state: PageState? { Self.order.first { counts[$0] != nil } }

    /// How many are in the worst of the states.
    var worst: Int { state.flatMap { counts[$0] } ?? 0 }

    /// The worst first.
    private static let order = PageState.ofCases + [.notProvoked]

    mutating func add(_ state: PageState) { counts[state, default: 0] += 1 }
  }

  /// One endpoint.
  struct Row {
    let contract: Contract.ID
    let summary: String
    /// A cell for each kind.
    let cells: [Cell]
  }

  /// The rows, in the order in which the endpoints first occur.
  let rows: [Row]

  /// The matrix of a suite's results.
  init(
    _ suite: RunRecord.Suite,
    _ endpoints: [EndpointResults],
    kinds: [PromiseKind],
    in run: RunRecord
  ) {
    let columns = Dictionary(
      kinds.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    rows = endpoints.map { endpoint in
      var cells = [Cell](repeating: Cell(), count: kinds.count)
      for result in endpoint.results {
        for kind in result.kinds {
          guard let column = columns[kind] else { continue }
          cells[column].add(Self.state(of: kind, in: result, run))
        }
      }
      if let column = columns[.error] {
        for _ in endpoint.notProvoked { cells[column].add(.notProvoked) }
      }
      return Row(
        contract: endpoint.contract,
        summary: suite.contracts.first { $0.id == endpoint.contract }?.summary ?? "",
        cells: cells
      )
    }
  }

  /// What a case says of its promises of a kind: a case may break one and keep the others.
  private static func state(
    of kind: PromiseKind,
    in result: RunRecord.Case,
    _ run: RunRecord
  ) -> PageState {
    let violations = result.violations.filter { PromiseKind(of: $0.clause.id) == kind }
    if violations.contains(where: run.counts) { return .broken }
    if !violations.isEmpty { return .warned }
    switch result.state {
    case .broken, .warned: return .holds
    default: return result.state
    }
  }
}
