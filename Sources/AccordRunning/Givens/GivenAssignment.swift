import AccordModel
import AccordSchema

/// Which value of each given every case gets, settled before the first case runs.
///
/// Cases that use a value up get one each, in the order in which they run, and no value twice.
/// All others share the last value, which is the last to be used up; they run before the cases
/// that use values up.
struct GivenAssignment: Sendable {
  /// The values of each given, or why there are none.
  let pools: [(given: Given, pool: Pool)]

  /// The values of a given, or why there are none.
  enum Pool: Sendable {
    /// Values, each an object of its fields.
    case values([JSON])
    /// None, with the reason.
    case none(reason: String)
    /// It is not known, because the call that looks them up went wrong.
    case failed(reason: String)
  }

  /// The given's values for one case, or the reason why it is skipped.
  enum Assigned: Sendable {
    /// All givens that the case needs.
    case values(OperandValues)
    /// One of them has no value left.
    case missing(String)
  }

  /// Why it is not known whether a case's givens have values, if a call that looks them up went
  /// wrong: such a case fails, because nothing that a user could give is missing.
  func failure(for testCase: Case) -> String? {
    for name in testCase.givens {
      if case .failed(let reason)? = pools.first(where: { $0.given.id == name })?.pool {
        return reason
      }
    }
    return nil
  }

  /// The values of every case, in the order of `cases`, which is the order of running.
  func assign(_ cases: [Case], token: (Case) -> String) -> [Assigned] {
    var used: [Given.ID: Int] = [:]
    return cases.map { testCase in
      var values = OperandValues(token: token(testCase))
      for name in testCase.givens {
        guard let entry = pools.first(where: { $0.given.id == name }) else {
          return .missing("The suite declares no given \(name).")
        }
        let pool: [JSON]
        switch entry.pool {
        case .values(let found): pool = found
        case .none(let reason), .failed(let reason): return .missing(reason)
        }
        let isConsumed = testCase.consumes.contains(name)
        let count = used[name, default: 0]
        guard isConsumed ? count < pool.count : !pool.isEmpty else {
          return .missing(
            """
            No unused value of \(testCase.suite).\(name) is left: \(pool.count) were there and \
            every one is used up by an earlier case; give more with --given.
            """
          )
        }
        let value = isConsumed ? pool[count] : pool[pool.count - 1]
        if isConsumed { used[name] = count + 1 }
        values.givens.append(
          (name, entry.given.fields.map { ($0.name, value[$0.name] ?? .null) })
        )
      }
      return .values(values)
    }
  }
}
