package import AccordModel
import Synchronization

/// How cases that violate or fail are tried again, and what became of the tries before the last.
package final class CaseRetries: Sendable {
  /// The tries of a case before the last, and why there was none after it where one was due.
  package struct Tries: Sendable {
    /// The tries, in order.
    package fileprivate(set) var earlier: [CaseRun] = []
    /// Why the case was not tried again though it was wrong and might have been, as a sentence.
    package fileprivate(set) var hindrance: String?
  }

  /// How often a case is tried again, at most.
  let limit: Int

  /// Whether what became of a case is wrong, so that it is tried again.
  let isWrong: @Sendable (Case, CaseRun) async -> Bool

  private let tries = Mutex<[CaseID: Tries]>([:])

  /// Tries cases again up to `limit` times.
  package init(limit: Int, isWrong: @escaping @Sendable (Case, CaseRun) async -> Bool) {
    self.limit = limit
    self.isWrong = isWrong
  }

  /// What is known of the tries of a case, which is forgotten then.
  package func take(_ id: CaseID) -> Tries {
    tries.withLock { $0.removeValue(forKey: id) } ?? Tries()
  }

  func note(_ run: CaseRun, of id: CaseID) {
    tries.withLock { $0[id, default: Tries()].earlier.append(run) }
  }

  func note(hindrance: String, of id: CaseID) {
    tries.withLock { $0[id, default: Tries()].hindrance = hindrance }
  }
}

extension CaseRetries {
  /// Why a case is not sent a second time, if it must not be: it may change something again.
  ///
  /// What changes nothing, makes its own under new names, uses live data up that the next try has anew, is
  /// idempotent (RFC 9110 section 9.2.2), was refused by a status of client errors, or never arrived, may be
  /// sent again.
  static func hindrance(of testCase: Case, _ run: CaseRun, in suite: ContractSuite) -> String? {
    guard testCase.access == .writes, testCase.consumes.isEmpty else { return nil }
    guard case .exchanged(let exchanges) = run else {
      if case .failed(_, let cause?) = run, !cause.kind.mayHaveArrived { return nil }
      return words
    }
    let mayRepeat = zip(testCase.steps, exchanges).allSatisfy { step, exchange in
      if suite.contract(step.contract)?.effect == .readOnly { return true }
      let method = step.request.method
      // What is called safe may change something all the same, each time.
      if method.isIdempotent, !method.isSafe { return true }
      return switch exchange.outcome {
      case .answered(let response): (400..<500).contains(response.status)
      case .failed(let failure, _): !failure.kind.mayHaveArrived
      }
    }
    return mayRepeat ? nil : words
  }

  private static let words = """
    It was not tried again: it may change what the server keeps each time it is sent, and uses no live data up \
    of which another try would have its own.
    """

  /// The case as it is tried for the `number`th time: what it makes has names that no other try has.
  static func again(_ testCase: Case, _ number: Int) -> Case {
    var again = testCase
    again.id = CaseID("\(testCase.id)/try-\(number)")
    return again
  }
}
