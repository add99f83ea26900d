import AccordModel
import AccordSchema

/// Which value of each given every case gets.
///
/// Cases that use a value up get one each, in the order in which they run, and no value twice, also
/// not by the name of another given. All others share the last value that is left; they run before
/// the cases that use values up. A request that had to be refused and was not has used its value up
/// too; a value whose case was refused goes back.
actor GivenAssignment {
  /// The values of each given, or why there are none.
  nonisolated let pools: [(given: Given, pool: Pool)]

  /// The givens of which values that were found, and not given, may be used up; `nil` means all.
  private let usable: [Given.ID]?
  /// The givens whose values no case uses up.
  private let lasting: [Given.ID]

  /// What became of the values that are used up, or may be.
  private var uses: [JSON: Use] = [:]
  /// What later looks found.
  private var added: [Given.ID: [JSON]] = [:]
  /// Before which place every value of a given is used up.
  private var cursors: [Given.ID: Int] = [:]
  /// How many cases have changed something, and how many had when a look found nothing new.
  private var changes = 0
  private var changesAtLook: [Given.ID: Int] = [:]
  /// The cases for which nothing was left, with the given.
  private var lacking: [(given: Given.ID, testCase: CaseID)] = []
  private var useCount = 0

  /// Why a value is not to be had.
  private struct Use {
    let testCase: CaseID
    /// Its place among all uses.
    let number: Int
    /// Whether the case was one whose request has to be refused.
    var wasRefusal = false
    var state = State.used

    enum State {
      /// The request was taken, or is under way.
      case used
      /// It was refused, so that the value should be as it was.
      case refused
      /// Nobody knows.
      case unknown
    }
  }

  /// The values of a given, or why there are none.
  enum Pool: Sendable {
    /// Values, each an object of its fields.
    case values([JSON])
    /// Values that were found on the server, where more can be looked for.
    case found([JSON], by: GivenSearch)
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

  /// What became of the requests by which a case uses values up.
  enum Outcome: Sendable {
    /// One was taken.
    case taken
    /// Every one that was sent was refused.
    case refused
    /// One failed, or was answered with an error of the server.
    case unknown
  }

  init(
    pools: [(given: Given, pool: Pool)],
    usingFound usable: [Given.ID]? = nil,
    lasting: [Given.ID] = []
  ) {
    self.pools = pools
    self.usable = usable
    self.lasting = lasting
  }

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
      case .found(let pool, _): !pool.isEmpty && mayUse(name, for: testCase)
      case .supply: true
      case .some(.none), .failed, nil: false
      }
    }
  }

  /// The values of a case whose turn it is; what it uses up counts as used from now on.
  func values(for testCase: Case, token: String) async -> Assigned {
    var values = OperandValues(token: token)
    // Those that are waited for first: nothing comes between what follows.
    for name in testCase.givens {
      guard let entry = pools.first(where: { $0.given.id == name }) else { continue }
      switch entry.pool {
      case .supply(let supply):
        do throws(GivenSupply.Failure) {
          let isConsumed = consumes(testCase, name)
          let fields = try await supplied(supply, entry.given, isConsumed: isConsumed)
          values.givens.append((name, fields))
        } catch {
          return .failed(error.reason)
        }
      case .found(let found, let search) where consumes(testCase, name):
        await lookAgain(for: name, found, by: search)
      case .values, .found, .none, .failed: continue
      }
    }
    var taken: [JSON] = []
    // What is used up first: the case cannot share it with itself.
    let used = testCase.givens.filter { consumes(testCase, $0) }
    for name in used + testCase.givens.filter({ !used.contains($0) }) {
      guard let entry = pools.first(where: { $0.given.id == name }) else {
        return .missing("The suite declares no given \(name).")
      }
      let pool: [JSON]
      var isShown = false
      switch entry.pool {
      case .supply: continue
      case .values(let known): pool = known
      case .found(let known, let search):
        guard mayUse(name, for: testCase) else {
          return .missing(notGiven(entry.given, testCase.suite, known.count, search.discovery.name))
        }
        pool = known + (added[name] ?? [])
        isShown = true
      case .none(let reason), .failed(let reason): return .missing(reason)
      }
      // What the case uses up under one name it cannot have under another.
      let value = value(
        of: entry.given,
        in: pool,
        for: testCase,
        besides: taken,
        takingBack: !isShown
      )
      guard let value else {
        lacking.append((name, testCase.id))
        return .missing(nothingLeft(of: "\(testCase.suite).\(name)", entry.given, pool))
      }
      if consumes(testCase, name) { taken.append(Self.value(of: value)) }
      values.givens.append((name, value))
    }
    for value in taken { use(value, testCase.id) }
    return .values(values)
  }

  /// Makes what cases share that a workflow makes, before they run side by side: others would see it come.
  func make(for cases: [Case]) async {
    for (given, pool) in pools {
      guard case .supply(let supply) = pool, supply.isMade,
        cases.contains(where: { $0.givens.contains(given.id) && !consumes($0, given.id) })
      else { continue }
      // Why there is none, each case says that needs it.
      _ = try? await supply.common()
    }
  }

  private func use(_ value: JSON, _ testCase: CaseID, wasRefusal: Bool = false) {
    useCount += 1
    uses[value] = Use(testCase: testCase, number: useCount, wasRefusal: wasRefusal)
  }

  /// Learns what became of the requests by which a case uses values up; a value that was refused goes
  /// back.
  func note(_ outcome: Outcome, of testCase: Case, _ values: OperandValues) {
    if outcome == .taken { changes += 1 }
    guard outcome != .taken else { return }
    for given in values.givens where consumes(testCase, given.name) {
      let value = Self.value(of: given.fields)
      guard uses[value]?.testCase == testCase.id else { continue }
      uses[value]?.state = outcome == .refused ? .refused : .unknown
    }
  }

  /// Learns that a case sent nothing, so that it used nothing up.
  func release(_ testCase: Case) {
    for (value, use) in uses where use.testCase == testCase.id { uses[value] = nil }
    cursors = [:]
  }

  /// Learns that a request was taken that had to be refused: the values at risk are used up.
  func note(taken request: RequestTemplate, of testCase: Case, _ values: OperandValues) {
    changes += 1
    for given in values.givens
    where testCase.risks.contains(given.name) && request.givens.contains(given.name) {
      let value = Self.value(of: given.fields)
      guard uses[value] == nil, !lasting.contains(given.name) else { continue }
      use(value, testCase.id, wasRefusal: true)
    }
  }

  /// The givens of which there were too few values, with the cases that got none and how many values
  /// there were.
  var shortages: [(given: Given.ID, testCases: [CaseID], values: Int)] {
    get async {
      var shortages: [(given: Given.ID, testCases: [CaseID], values: Int)] = []
      for (given, pool) in pools {
        let cases = lacking.filter { $0.given == given.id }.map(\.testCase)
        guard !cases.isEmpty else { continue }
        let count =
          switch pool {
          case .values(let values): values.count
          case .found(let values, _): values.count + (added[given.id] ?? []).count
          case .supply, .none, .failed: 0
          }
        shortages.append((given.id, cases, count))
      }
      return shortages
    }
  }

  /// The fields of a given with their values, in the given's order.
  private typealias Fields = [(name: String, value: JSON)]

  /// One value whatever the order in which its fields were given.
  private static func value(of fields: Fields) -> JSON {
    .object(fields.map { JSONMember($0.name, $0.value) })
  }

  private static func fields(_ value: JSON, of given: Given) -> Fields {
    given.fields.map { ($0.name, value[$0.name] ?? .null) }
  }

  private nonisolated func consumes(_ testCase: Case, _ name: Given.ID) -> Bool {
    testCase.consumes.contains(name) && !lasting.contains(name)
  }

  private nonisolated func mayUse(_ name: Given.ID, for testCase: Case) -> Bool {
    guard let usable, testCase.consumes.contains(name) else { return true }
    return usable.contains(name)
  }
}

extension GivenAssignment {
  /// A value of a pool for a case: the first that is free where it is used up, else the last.
  ///
  /// With `takingBack` one whose request was refused is free when no other is left; of values that were
  /// found it is the server that says so.
  private func value(
    of given: Given,
    in pool: [JSON],
    for testCase: Case,
    besides taken: [JSON],
    takingBack: Bool
  ) -> Fields? {
    func isFree(_ value: JSON) -> Bool {
      let value = Self.value(of: Self.fields(value, of: given))
      return uses[value] == nil && !taken.contains(value)
    }
    guard consumes(testCase, given.id) else {
      return pool.last(where: isFree).map { Self.fields($0, of: given) }
    }
    var cursor = cursors[given.id] ?? 0
    while cursor < pool.count,
      uses[Self.value(of: Self.fields(pool[cursor], of: given))] != nil
    {
      cursor += 1
    }
    cursors[given.id] = cursor
    if let value = pool[min(cursor, pool.count)...].first(where: isFree) {
      return Self.fields(value, of: given)
    }
    guard takingBack else { return nil }
    return pool.lazy.map { Self.fields($0, of: given) }.first { fields in
      let value = Self.value(of: fields)
      return uses[value]?.state == .refused && !taken.contains(value)
    }
  }

  /// Looks for more values where none is left, and takes back those that the server still shows and that
  /// no request is known to have used up.
  ///
  /// Where a look found nothing, nothing is looked for until a case has changed something.
  private func lookAgain(for name: Given.ID, _ found: [JSON], by search: GivenSearch) async {
    let pool = found + (added[name] ?? [])
    let given = search.given
    let isLeft = pool[min(cursors[name] ?? 0, pool.count)...].contains {
      uses[Self.value(of: Self.fields($0, of: given))] == nil
    }
    guard !isLeft, changesAtLook[name] != changes else { return }
    let seen = await search.lookAgain(for: pool.count + 1)
    var isMore = false
    for value in seen {
      let key = Self.value(of: Self.fields(value, of: given))
      switch uses[key]?.state {
      case .refused, .unknown:
        uses[key] = nil
        isMore = true
      case .used: break
      case nil:
        guard !pool.contains(value) else { break }
        added[name, default: []].append(value)
        isMore = true
      }
    }
    cursors[name] = 0
    if !isMore { changesAtLook[name] = changes }
  }

  /// A value from a source: a new one for a case that uses it up, else the one that all others share,
  /// unless that was used up by a request that had to be refused.
  private func supplied(
    _ supply: GivenSupply,
    _ given: Given,
    isConsumed: Bool
  ) async throws(GivenSupply.Failure) -> Fields {
    guard !isConsumed else { return Self.fields(try await supply.fresh(), of: given) }
    let common = Self.fields(try await supply.common(), of: given)
    guard uses[Self.value(of: common)] != nil else { return common }
    await supply.forget()
    return Self.fields(try await supply.common(), of: given)
  }

  private func nothingLeft(of name: String, _ given: Given, _ pool: [JSON]) -> String {
    let values = pool.map { Self.value(of: Self.fields($0, of: given)) }
    let taken = values.compactMap { uses[$0] }.filter(\.wasRefusal).min { $0.number < $1.number }
    let cause = taken.map { use in
      ", one of them by \(use.testCase), which has to be refused and was not"
    }
    return """
      No unused value of \(name) is left: \(pool.count) were there and every one is used up by an \
      earlier case\(cause ?? ""); give more with --given.
      """
  }

  private nonisolated func notGiven(
    _ given: Given,
    _ suite: ContractSuite.ID,
    _ count: Int,
    _ call: String
  ) -> String {
    let name = "\(suite).\(given.id)"
    return """
      No value of \(name) was given, and the case would use one up: \(given.meaning) \
      \(count == 1 ? "1 was" : "\(count) were") found by \(call) and \(count == 1 ? "is" : "are") \
      nobody's to use up. Give one with --given \(name)=…, or allow it with --use-found \(name).
      """
  }
}
