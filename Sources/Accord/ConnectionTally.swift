/// How often connections were not as they should be, and where first.
struct ConnectionTally: Sendable {
  /// How many exchanges took place over each version of TLS.
  private(set) var versions: [TLSVersion: Int] = [:]
  /// How many requests were sent a second time.
  private(set) var resent = 0
  private var first: (index: Int, id: CaseID)?

  /// The first of the cases, in the order of the plan, of which a request was sent a second time.
  var firstResent: CaseID? { first?.id }

  /// Nothing yet.
  init() {}

  /// Counts the exchanges of a case at its place in the plan.
  init(_ result: Report.Result, at index: Int) {
    for exchange in result.exchanges {
      if let version = exchange.tlsVersion { versions[version, default: 0] += 1 }
      if exchange.wasResent { resent += 1 }
    }
    if resent > 0 { first = (index, result.testCase.id) }
  }

  /// Adds what was counted of other cases.
  mutating func add(_ other: ConnectionTally) {
    if !other.versions.isEmpty { versions.merge(other.versions, uniquingKeysWith: +) }
    resent += other.resent
    if let found = other.first, first.map({ found.index < $0.index }) ?? true { first = found }
  }
}
