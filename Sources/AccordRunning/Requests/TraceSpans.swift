import AccordModel
import Synchronization

/// The exchanges of one trace: each has an identifier of its own, the same in every run of one seed.
final class TraceSpans: Sendable {
  private let trace: (high: UInt64, low: UInt64)
  private let count = Mutex<UInt64>(0)

  /// A trace of a case, or of what a run asks beside its cases, by its name.
  init(seed: UInt64, of name: String) {
    trace = (
      StableHash.mixed(StableHash.hash(of: "trace \(name)"), seed),
      StableHash.mixed(StableHash.hash(of: "\(name) trace"), seed)
    )
  }

  /// The field of the next exchange.
  func next() -> TraceParent {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return TraceParent(
      trace: trace,
      parent: StableHash.mixed(trace.high ^ trace.low, number)
    )
  }
}

extension OperandValues {
  /// Of which trace a request is.
  enum Trace: Sendable {
    /// Of that of all that is asked beside cases.
    case ofRun
    /// Of that of its case.
    case ofCase(TraceSpans)
    /// Of none: the case says itself whether the field is there, or the request goes to a stranger.
    case none
  }
}

extension ContractSuite {
  /// Whether a contract that a case calls declares the field by which traces are told.
  func declaresTraceParent(_ testCase: Case) -> Bool {
    testCase.steps.contains { step in
      guard let contract = contract(step.contract) else { return false }
      let names =
        contract.headers.map(\.name)
        + contract.parameters.filter { $0.places.contains(.header) }.map(\.name)
      return names.contains { $0.lowercased() == TraceParent.fieldName }
    }
  }
}
