/// A promise of how long an answer takes at most.
///
/// Measured is what the wire saw: from the moment at which the request is written to a connection until the
/// last byte of the answer was read. To resolve the name, to connect, to agree on TLS and to wait for a free
/// connection is not counted, but for a request that was sent a second time on a new connection, of which the
/// first sending is counted too. Against the embedded mock nothing is measured.
///
/// ```swift
/// static let order = Contract(…).answers(within: .milliseconds(300))
/// static let suite = ContractSuite(…).answers(within: .seconds(1), basis: .statedBy(serviceLevel))
/// ```
public struct ResponseTime: Sendable, Hashable {
  /// The longest time, more than zero; what is less than a nanosecond is not counted.
  public var limit: Duration

  /// The promise.
  public var clause: Clause

  /// Why a limit that no document states is a warning.
  static let reason =
    "No document states the limit, and what is measured depends on the network and on how busy both ends are."

  /// Creates a promise.
  package init(within limit: Duration, _ basis: Basis?, _ source: SourceLine) {
    self.limit = limit
    clause = Clause(
      "response-time",
      "An answer takes \(Self.words(limit)) at most.",
      basis: basis ?? .assumption(Self.reason),
      source: source
    )
  }

  /// A duration in milliseconds or whole seconds, such as `300 ms`, `0.25 ms` or `2 s`.
  package static func words(_ duration: Duration) -> String {
    let nanoseconds = nanoseconds(duration)
    if nanoseconds >= 1_000_000_000, nanoseconds.isMultiple(of: 1_000_000_000) {
      return "\(nanoseconds / 1_000_000_000) s"
    }
    let whole = nanoseconds / 1_000_000
    var fraction = String(nanoseconds.magnitude % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(whole) ms" : "\(whole).\(fraction) ms"
  }

  /// A duration in nanoseconds, as far as these can be counted.
  package static func nanoseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    let product = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !product.overflow else { return seconds < 0 ? .min : .max }
    let sum = product.partialValue.addingReportingOverflow(attoseconds / 1_000_000_000)
    return sum.overflow ? (seconds < 0 ? .min : .max) : sum.partialValue
  }
}

extension Contract {
  /// The contract with a promise of how long its answers take at most; each of them is held to it, whatever
  /// its status.
  ///
  /// It is an assumption, which warns, unless `basis` says that a document states it.
  public func answers(
    within limit: Duration,
    basis: Basis? = nil,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Contract {
    var contract = self
    contract.responseTime = ResponseTime(
      within: limit,
      basis,
      SourceLine(fileID: fileID, line: line)
    )
    return contract
  }

  /// How long its answers take at most: what it says itself, or its suite; `nil` where neither does.
  public func responseTime(in suite: ContractSuite) -> ResponseTime? {
    responseTime ?? suite.responseTime
  }
}

extension ContractSuite {
  /// The suite with a promise of how long the answers of each of its contracts take at most; what a contract
  /// says itself goes before it.
  ///
  /// It is an assumption, which warns, unless `basis` says that a document states it.
  public func answers(
    within limit: Duration,
    basis: Basis? = nil,
    fileID: String = #fileID,
    line: Int = #line
  ) -> ContractSuite {
    var suite = self
    suite.responseTime = ResponseTime(
      within: limit,
      basis,
      SourceLine(fileID: fileID, line: line)
    )
    return suite
  }
}
