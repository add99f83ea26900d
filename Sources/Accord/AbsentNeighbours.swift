import Synchronization

/// How many cases of a suite were not checked to their end, because the server does not have an operation
/// that no document of the suite promises.
final class AbsentNeighbours: Sendable {
  private let suite: ContractSuite
  private let counts = Mutex<[Contract.ID: Int]>([:])

  /// Begins with none.
  init(in suite: ContractSuite) { self.suite = suite }

  /// Looks at what was sent and received in a case.
  func note(_ run: CaseRun, of testCase: Case) {
    guard !suite.neighbours.isEmpty, case .exchanged(let exchanges) = run else { return }
    let absent = exchanges.indices.compactMap {
      suite.absentNeighbour(in: testCase, exchanges, at: $0)?.contract.id
    }
    counts.withLock { counts in
      for id in Set(absent) { counts[id, default: 0] += 1 }
    }
  }

  /// Each of them as a sentence, in the order of the suite.
  var sentences: [String] {
    let counts = counts.withLock { $0 }
    return suite.neighbours.compactMap { neighbour in
      guard let count = counts[neighbour.contract.id] else { return nil }
      let cases = count == 1 ? "1 case was" : "\(count) cases were"
      return """
        \(suite.id): \(cases) not checked to the end: the server has no operation \
        \(neighbour.contract.name), which no document of the suite promises. \
        \(neighbour.clause.basis.reason ?? "")
        """
    }
  }
}
