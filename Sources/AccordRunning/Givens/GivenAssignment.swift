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
  private var useCount = 0
  /// The same values, by the case that uses them up.
  private var usesByCase: [CaseID: [JSON]] = [:]
  /// The values that requests used up which had to be refused, in the order of their use.
  private var usedByRefusals: [JSON] = []
  /// The values of the givens that have some, those that later looks found among them.
  private var stocks: [Given.ID: GivenStock]
  /// How many cases have changed something, and how many had when a look found nothing new.
  private var changes = 0
  private var changesAtLook: [Given.ID: Int] = [:]
  /// The cases for which nothing was left, with the given.
  private var lacking: [(given: Given.ID, testCase: CaseID)] = []

  /// Why a value is not to be had.
  private struct Use {
    let testCase: CaseID
    /// Its place among all uses.
    let number: Int
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

    /// The values that are known at first.
    fileprivate var values: [JSON] {
      switch self {
      case .values(let values), .found(let values, _): values
      case .supply, .none, .failed: []
      }
    }
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
    stocks = Dictionary(
      pools.map { given, pool in
        (given.id, GivenStock(pool.values.map { Self.value(of: Self.fields($0, of: given)) }))
      }
    ) { first, _ in first }
  }

  /// Why it is not known whether a case's givens have values, if a call that looks them up went
  /// wrong: such a case fails, because nothing that a user could give is missing.
  nonisolated func failure(for testCase: Case) -> String? {
    guard !pools.isEmpty else { return nil }
    for name in testCase.givens {
      if case .failed(let reason)? = entry(of: name)?.pool {
        return reason
      }
    }
    return nil
  }

  /// Whether a case would get all its values if it came first.
  nonisolated func canServe(_ testCase: Case) -> Bool {
    testCase.givens.allSatisfy { name in
      let least = Given.isAnother(name) ? 2 : 1
      return switch entry(of: name)?.pool {
      case .values(let pool): pool.count >= least
      case .found(let pool, _): pool.count >= least && mayUse(name, for: testCase)
      case .supply: true
      case .some(.none), .failed, nil: false
      }
    }
  }

  /// The values of a case whose turn it is; what it uses up counts as used from now on.
  nonisolated func values(for testCase: Case, token: String) async -> Assigned {
    let givens = testCase.givens
    // Who needs none waits for nobody.
    guard !givens.isEmpty else { return .values(OperandValues(token: token)) }
    return await values(of: givens, for: testCase, token: token)
  }

  private func values(of givens: [Given.ID], for testCase: Case, token: String) async -> Assigned {
    var values = OperandValues(token: token)
    // Those that are waited for first: nothing comes between what follows.
    for name in givens {
      guard let entry = entry(of: name) else { continue }
      switch entry.pool {
      case .supply(let supply):
        do throws(GivenSupply.Failure) {
          // A second value is one of its own, also where all others share one.
          let isConsumed = consumes(testCase, name) || Given.isAnother(name)
          let fields = try await supplied(supply, entry.given, isConsumed: isConsumed)
          values.givens.append((name, fields))
        } catch {
          return .failed(error.reason)
        }
      case .found(_, let search) where consumes(testCase, name):
        await lookAgain(for: Given.base(of: name), by: search)
      case .values, .found, .none, .failed: continue
      }
    }
    var taken: [JSON] = []
    // What is used up first: the case cannot share it with itself.
    let used = givens.filter { consumes(testCase, $0) }
    for name in used + givens.filter({ !used.contains($0) }) {
      guard let entry = entry(of: name) else {
        return .missing("The suite declares no given \(name).")
      }
      var isShown = false
      switch entry.pool {
      case .supply: continue
      case .values: break
      case .found(let known, let search):
        guard mayUse(name, for: testCase) else {
          return .missing(notGiven(entry.given, testCase.suite, known.count, search.discovery.name))
        }
        isShown = true
      case .none(let reason), .failed(let reason): return .missing(reason)
      }
      // What the case uses up under one name it cannot have under another.
      guard let value = value(of: name, for: testCase, besides: taken, takingBack: !isShown) else {
        lacking.append((entry.given.id, testCase.id))
        return .missing(nothingLeft(of: entry.given.id, in: testCase.suite))
      }
      // A second value is another one, also where nothing uses them up.
      if consumes(testCase, name) || testCase.givens.contains(Given.another(name)) {
        taken.append(value)
      }
      values.givens.append((name, Self.fields(value, of: entry.given)))
    }
    for (name, fields) in values.givens where consumes(testCase, name) {
      // A source makes new ones.
      if case .supply? = entry(of: name)?.pool { continue }
      use(Self.value(of: fields), testCase.id)
    }
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

  private func use(_ value: JSON, _ testCase: CaseID) {
    useCount += 1
    uses[value] = Use(testCase: testCase, number: useCount)
    usesByCase[testCase, default: []].append(value)
  }

  private func free(_ value: JSON) {
    uses[value] = nil
    for (given, _) in pools { stocks[given.id]?.free(value) }
  }

  /// Learns what became of the requests by which a case uses values up; a value that was refused goes
  /// back.
  func note(_ outcome: Outcome, of testCase: Case, _ values: OperandValues) {
    if outcome == .taken { changes += 1 }
    guard outcome != .taken else { return takeBackOthers(of: testCase, values) }
    for given in values.givens where consumes(testCase, given.name) {
      let value = Self.value(of: given.fields)
      guard let use = uses[value], use.testCase == testCase.id else { continue }
      uses[value]?.state = outcome == .refused ? .refused : .unknown
      guard outcome == .refused else { continue }
      for (given, _) in pools { stocks[given.id]?.noteRefused(value, use: use.number) }
    }
  }

  /// Has the second values of a case be as they were, which nothing was to be done to: they go back as
  /// those do whose requests were refused.
  private func takeBackOthers(of testCase: Case, _ values: OperandValues) {
    for given in values.givens where Given.isAnother(given.name) {
      let value = Self.value(of: given.fields)
      guard let use = uses[value], use.testCase == testCase.id else { continue }
      uses[value]?.state = .refused
      for (given, _) in pools { stocks[given.id]?.noteRefused(value, use: use.number) }
    }
  }

  /// The live data of which a value has this name in a case, with the values that there are.
  private nonisolated func entry(of name: Given.ID) -> (given: Given, pool: Pool)? {
    let name = Given.base(of: name)
    return pools.first { $0.given.id == name }
  }

  /// Learns that a case sent nothing, so that it used nothing up.
  func release(_ testCase: Case) {
    for value in usesByCase.removeValue(forKey: testCase.id) ?? []
    where uses[value]?.testCase == testCase.id {
      free(value)
    }
  }

  /// Learns that a request was taken that had to be refused: the values at risk are used up.
  func note(taken request: RequestTemplate, of testCase: Case, _ values: OperandValues) {
    changes += 1
    for given in values.givens
    where testCase.risks.contains(given.name) && request.givens.contains(given.name) {
      let value = Self.value(of: given.fields)
      guard uses[value] == nil, !lasting.contains(given.name) else { continue }
      use(value, testCase.id)
      usedByRefusals.append(value)
    }
  }

  /// The givens of which there were too few values, with the cases that got none and how many values
  /// there were.
  var shortages: [(given: Given.ID, testCases: [CaseID], values: Int)] {
    pools.compactMap { given, _ in
      let cases = lacking.filter { $0.given == given.id }.map(\.testCase)
      return cases.isEmpty ? nil : (given.id, cases, stocks[given.id]?.values.count ?? 0)
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
    testCase.consumes.contains(name) && !lasting.contains(Given.base(of: name))
  }

  private nonisolated func mayUse(_ name: Given.ID, for testCase: Case) -> Bool {
    guard let usable, testCase.consumes.contains(name) else { return true }
    return usable.contains(Given.base(of: name))
  }
}

extension GivenAssignment {
  /// A value for a case: the first that is free where it is used up, else the last.
  ///
  /// With `takingBack` one whose request was refused is free when no other is left; of values that were
  /// found it is the server that says so.
  private func value(
    of name: Given.ID,
    for testCase: Case,
    besides taken: [JSON],
    takingBack: Bool
  ) -> JSON? {
    let isConsumed = consumes(testCase, name)
    let name = Given.base(of: name)
    guard isConsumed else {
      return stocks[name]?.last(besides: taken) { uses[$0] != nil }
    }
    if let value = stocks[name]?.first(besides: taken, isUsed: { uses[$0] != nil }) { return value }
    guard takingBack else { return nil }
    return stocks[name]?.firstRefused(besides: taken) { value, use in
      uses[value].map { $0.number == use && $0.state == .refused } ?? false
    }
  }

  /// Looks for more values where none is left, and takes back those that the server still shows and that
  /// no request is known to have used up.
  ///
  /// Where a look found nothing, nothing is looked for until a case has changed something.
  private func lookAgain(for name: Given.ID, by search: GivenSearch) async {
    let isLeft = stocks[name]?.first { uses[$0] != nil } != nil
    guard !isLeft, changesAtLook[name] != changes else { return }
    let seen = await search.lookAgain(for: (stocks[name]?.values.count ?? 0) + 1)
    var isMore = false
    for value in seen {
      let value = Self.value(of: Self.fields(value, of: search.given))
      switch uses[value]?.state {
      case .refused, .unknown:
        free(value)
        isMore = true
      case .used: break
      case nil: if stocks[name, default: GivenStock()].add(value) { isMore = true }
      }
    }
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

  private func nothingLeft(of given: Given.ID, in suite: ContractSuite.ID) -> String {
    let stock = stocks[given] ?? GivenStock()
    let cause = usedByRefusals.first { stock.contains($0) }.flatMap { uses[$0] }.map { use in
      ", one of them by \(use.testCase), which has to be refused and was not"
    }
    return """
      No unused value of \(suite).\(given) is left: \(stock.values.count) were there and every one is \
      used up by an earlier case\(cause ?? ""); give more with --given.
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
