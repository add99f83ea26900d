import AccordModel
import AccordSchema

/// Which value of each given every case gets.
///
/// Cases that use a value up get one each, in the order in which they run, and no value twice, also
/// not by the name of another given. All others share the last value that is left; they run before
/// the cases that use values up. A request that had to be refused and was not has used its value up
/// too.
actor GivenAssignment {
  /// The values of each given, or why there are none.
  nonisolated let pools: [(given: Given, pool: Pool)]

  private var used: [Use] = []

  /// A value that is used up.
  private struct Use {
    let value: JSON
    let testCase: CaseID
    /// Whether the case was one whose request has to be refused.
    let wasRefusal: Bool
  }

  /// The values of a given, or why there are none.
  enum Pool: Sendable {
    /// Values, each an object of its fields.
    case values([JSON])
    /// Values that come from a source when they are needed.
    case supply(GivenSupply)
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
    /// The source of one of them gave none.
    case failed(String)
  }

  init(pools: [(given: Given, pool: Pool)]) { self.pools = pools }

  /// Why it is not known whether a case's givens have values, if a call that looks them up went
  /// wrong: such a case fails, because nothing that a user could give is missing.
  nonisolated func failure(for testCase: Case) -> String? {
    for name in testCase.givens {
      if case .failed(let reason)? = pools.first(where: { $0.given.id == name })?.pool {
        return reason
      }
    }
    return nil
  }

  /// Whether a case would get all its values if it came first.
  nonisolated func canServe(_ testCase: Case) -> Bool {
    testCase.givens.allSatisfy { name in
      switch pools.first(where: { $0.given.id == name })?.pool {
      case .values(let pool): !pool.isEmpty
      case .supply: true
      case .some(.none), .failed, nil: false
      }
    }
  }

  /// The values of a case whose turn it is; what it uses up counts as used from now on.
  func values(for testCase: Case, token: String) async -> Assigned {
    var values = OperandValues(token: token)
    var taken: [JSON] = []
    // Those that are waited for first: nothing comes between what follows.
    for name in testCase.givens {
      guard let entry = pools.first(where: { $0.given.id == name }),
        case .supply(let supply) = entry.pool
      else { continue }
      do throws(GivenSupply.Failure) {
        let isConsumed = testCase.consumes.contains(name)
        let fields = try await supplied(supply, entry.given, isConsumed: isConsumed)
        values.givens.append((name, fields))
      } catch {
        return .failed(error.reason)
      }
    }
    for name in testCase.givens {
      guard let entry = pools.first(where: { $0.given.id == name }) else {
        return .missing("The suite declares no given \(name).")
      }
      let pool: [JSON]
      switch entry.pool {
      case .supply: continue
      case .values(let found): pool = found
      case .none(let reason), .failed(let reason): return .missing(reason)
      }
      let isConsumed = testCase.consumes.contains(name)
      let candidates = pool.map { value in
        entry.given.fields.map { field in (name: field.name, value: value[field.name] ?? .null) }
      }
      // What the case uses up under one name it cannot have under another.
      let free = candidates.filter { isFree($0) && !taken.contains(Self.value(of: $0)) }
      guard let fields = isConsumed ? free.first : free.last else {
        return .missing(nothingLeft(of: "\(testCase.suite).\(name)", candidates))
      }
      if isConsumed { taken.append(Self.value(of: fields)) }
      values.givens.append((name, fields))
    }
    used += taken.map { Use(value: $0, testCase: testCase.id, wasRefusal: false) }
    return .values(values)
  }

  /// A value from a source: a new one for a case that uses it up, else the one that all others share,
  /// unless that was used up by a request that had to be refused.
  private func supplied(
    _ supply: GivenSupply,
    _ given: Given,
    isConsumed: Bool
  ) async throws(GivenSupply.Failure) -> Fields {
    func fields(_ value: JSON) -> Fields {
      given.fields.map { ($0.name, value[$0.name] ?? .null) }
    }
    guard !isConsumed else { return fields(try await supply.fresh()) }
    let common = fields(try await supply.common())
    guard !isFree(common) else { return common }
    await supply.forget()
    return fields(try await supply.common())
  }

  /// Learns that a case sent nothing, so that it used nothing up.
  func release(_ testCase: Case) { used.removeAll { $0.testCase == testCase.id } }

  /// Learns that a request was taken that had to be refused: the values at risk are used up.
  func note(taken request: RequestTemplate, of testCase: Case, _ values: OperandValues) {
    for given in values.givens
    where testCase.risks.contains(given.name) && request.givens.contains(given.name) {
      guard isFree(given.fields) else { continue }
      used.append(
        Use(value: Self.value(of: given.fields), testCase: testCase.id, wasRefusal: true)
      )
    }
  }

  /// The fields of a given with their values, in the given's order.
  private typealias Fields = [(name: String, value: JSON)]

  /// One value whatever the order in which its fields were given.
  private static func value(of fields: Fields) -> JSON {
    .object(fields.map { JSONMember($0.name, $0.value) })
  }

  private func isFree(_ fields: Fields) -> Bool {
    let value = Self.value(of: fields)
    return !used.contains { $0.value == value }
  }

  private func nothingLeft(of name: String, _ pool: [Fields]) -> String {
    let values = pool.map(Self.value)
    let taken = used.first { $0.wasRefusal && values.contains($0.value) }
    let cause = taken.map { use in
      ", one of them by \(use.testCase), which has to be refused and was not"
    }
    return """
      No unused value of \(name) is left: \(pool.count) were there and every one is used up by an \
      earlier case\(cause ?? ""); give more with --given.
      """
  }
}
