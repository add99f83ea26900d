import AccordModel
import AccordSchema

/// Finds values of givens on the server, by the calls that the suite declares.
struct GivenDiscoverer: Sendable {
  /// A given with its values, or why there are none.
  typealias Entry = (given: Given, pool: GivenAssignment.Pool)

  /// What was found, and what the calls showed of the credential.
  struct Found: Sendable {
    var pools: [Entry] = []
    var look = CredentialCheck.Look.none
    /// The givens of which a guess is sent, which no case uses up.
    var guessed: [Given.ID] = []
  }

  let session: Session
  let check: CredentialCheck

  /// Makes what asks a source.
  let supply: @Sendable (GivenSource, Given) -> GivenSupply

  /// Whether what is found may be used up, because the server is a mock.
  var usesAllFound = false

  /// Makes what makes values by a workflow; `nil` where none does.
  var making: @Sendable (Given) -> GivenSupply? = { _ in nil }

  /// The pools of the givens that the cases need, in the suite's order.
  ///
  /// A discovery may need other givens, so they are found in the order declared. Once an answer
  /// shows that the server does not take the credential, nothing more is looked up.
  func pools(for cases: [Case], provided: GivenValues) async -> Found {
    let suite = session.suite
    var needed: [Given.ID] = []
    func need(_ name: Given.ID) {
      let name = Given.base(of: name)
      guard !needed.contains(name) else { return }
      needed.append(name)
      guard provided.values(of: name, in: suite.id) == nil,
        provided.source(of: name, in: suite.id) == nil
      else { return }
      let calls = [suite.given(name)?.discovery, suite.given(name)?.creation]
      calls.compactMap(\.self).flatMap(\.request.givens).forEach(need)
    }
    cases.flatMap(\.givens).forEach(need)
    // A value for every case that uses one up; all others come before and share one of them.
    let wanted = cases.flatMap(\.consumes).reduce(into: [:]) {
      $0[Given.base(of: $1), default: 0] += 1
    }

    var found = Found()
    for given in suite.givens where needed.contains(given.id) {
      if let flaw = given.flaw(in: suite.id) {
        found.pools.append((given, .failed(reason: flaw)))
      } else if let values = provided.values(of: given.id, in: suite.id) {
        found.pools.append((given, .values(values)))
      } else if let source = provided.source(of: given.id, in: suite.id) {
        found.pools.append((given, .supply(supply(source, given))))
      } else if given.making != nil, session.isReadOnly, given.discovery == nil {
        found.pools.append((given, .none(reason: "\(missing(given)) A read-only run makes none.")))
      } else if !session.isReadOnly, let supply = making(given) {
        found.pools.append((given, .supply(supply)))
      } else if let discovery = given.discovery {
        await discover(given, discovery, atLeast: wanted[given.id] ?? 1, &found)
        if case .refused = found.look { return found }
        if let creation = given.creation,
          isToBeMade(given, found.pools.last?.pool, uses: wanted[given.id] ?? 0, provided)
        {
          await create(given, creation, for: cases, &found)
          if case .refused = found.look { return found }
        }
      } else if let creation = given.creation {
        found.pools.append((given, .none(reason: missing(given))))
        await create(given, creation, for: cases, &found)
        if case .refused = found.look { return found }
      } else {
        found.pools.append((given, .none(reason: missing(given))))
      }
      guess(given, &found)
    }
    return found
  }

  /// Takes the guess of a given of which there is no value.
  private func guess(_ given: Given, _ found: inout Found) {
    guard case .none? = found.pools.last?.pool, let guess = given.guess else { return }
    var values = GivenValues()
    values.add([guess], of: given, in: session.suite)
    guard let known = values.values(of: given.id, in: session.suite.id) else { return }
    found.pools[found.pools.count - 1] = (given, .values(known))
    found.guessed.append(given.id)
  }

  /// The givens of which values that are found may be used up: what belongs to something that was given,
  /// and what a person said.
  func usable(provided: GivenValues) -> [Given.ID] {
    let suite = session.suite
    let given = suite.givens.map(\.id).filter { name in
      provided.values(of: name, in: suite.id) != nil
        || provided.source(of: name, in: suite.id) != nil
        || suite.given(name)?.making != nil
    }
    // A given is declared before those whose discovery needs it.
    return suite.givens.reduce(into: given) { usable, given in
      let needs = given.discovery?.request.givens ?? []
      if needs.contains(where: usable.contains) || provided.usesFound(given.id, in: suite.id) {
        usable.append(given.id)
      }
    }
  }

  /// Looks at the credential by a call that is declared to change nothing, where one can be made
  /// with the givens that are known.
  func look(knowing pools: [Entry], provided: GivenValues) async -> CredentialCheck.Look {
    let known =
      pools
      + session.suite.givens.compactMap { given in
        provided.values(of: given.id, in: session.suite.id).map { (given, .values($0)) }
      }
    for discovery in session.suite.givens.compactMap(\.discovery)
    where discovery.effect == .readOnly && discovery.request.carriesCredential {
      guard case .values(let values) = await operands(of: discovery.request, among: known),
        case .exchanged(let exchange) = await session.send(discovery.request, values)
      else { continue }
      return await check.look(at: exchange, of: CredentialCheck.Call(discovery))
    }
    return .none
  }

  /// Why a given has no value, and how to give one.
  func missing(_ given: Given) -> String {
    let name = "\(session.suite.id).\(given.id)"
    let fields = given.fields.map { $0.name.uppercased() }
    let value = fields.count == 1 ? "VALUE" : fields.joined(separator: "/")
    return "No value of \(name) was given: \(given.meaning) Give one with --given \(name)=\(value)."
  }

  /// The values that a call needs, or the first given that has none.
  private enum Operands {
    case values(OperandValues)
    case missing(Given.ID)
  }

  private func operands(of request: RequestTemplate, among pools: [Entry]) async -> Operands {
    var values = OperandValues(token: "discovery")
    for name in request.givens {
      guard let entry = pools.first(where: { $0.given.id == name }),
        let value = await value(in: entry.pool)
      else { return .missing(name) }
      values.givens.append(
        (name, entry.given.fields.map { ($0.name, value[$0.name] ?? .null) })
      )
    }
    return .values(values)
  }

  /// A value that a call may use and does not use up.
  private func value(in pool: GivenAssignment.Pool) async -> JSON? {
    switch pool {
    case .values(let values), .found(let values, _): values.first
    case .supply(let supply): try? await supply.common()
    case .none, .failed: nil
    }
  }

  /// Whether values are made: where none was found, or where they would be used up and are nobody's.
  private func isToBeMade(
    _ given: Given,
    _ pool: GivenAssignment.Pool?,
    uses: Int,
    _ provided: GivenValues
  ) -> Bool {
    switch pool {
    case .none?: true
    case .found?: uses > 0 && !usesAllFound && !usable(provided: provided).contains(given.id)
    case .values?, .supply?, .failed?, nil: false
    }
  }

  /// How many values are made of one given at most.
  private static let mostMade = 8

  /// Makes values where none were found: one for each case that uses one up, and one for all others.
  private func create(
    _ given: Given,
    _ creation: Given.Discovery,
    for cases: [Case],
    _ found: inout Found
  ) async {
    guard !session.isReadOnly else { return }
    let wanted = min(cases.reduce(1) { $0 + $1.uses(of: given.id) }, Self.mostMade)
    var values: [JSON] = []
    var reason: GivenAssignment.Pool?
    for _ in 0..<wanted {
      await discover(given, creation, atLeast: 1, &found)
      let made = found.pools.popLast()
      guard case .found(let new, _)? = made?.pool else {
        reason = made?.pool
        break
      }
      values += new.filter { !values.contains($0) }
    }
    // What was found stays where nothing could be made; that nothing was found says less than why.
    if values.isEmpty, case .found? = found.pools.last?.pool { return }
    guard let pool = values.isEmpty ? reason : .values(values) else { return }
    found.pools.removeAll { $0.given.id == given.id }
    found.pools.append((given, pool))
  }

  private func discover(
    _ given: Given,
    _ discovery: Given.Discovery,
    atLeast count: Int,
    _ found: inout Found
  ) async {
    func add(_ pool: GivenAssignment.Pool) { found.pools.append((given, pool)) }
    guard !session.isReadOnly || discovery.effect == .readOnly else {
      return add(
        .none(
          reason: """
            \(missing(given)) A read-only run does not look it up by \(discovery.name), because the \
            suite does not declare that the call changes nothing.
            """
        )
      )
    }
    let pools = found.pools
    let needs = discovery.request.givens.compactMap { name in
      pools.first { $0.given.id == name }
    }
    guard needs.count == discovery.request.givens.count else {
      let known = needs.map(\.given.id)
      let name = discovery.request.givens.first { !known.contains($0) }
      return add(lacking(name ?? given.id, given, discovery))
    }
    let search = GivenSearch(of: given, by: discovery, in: session, needing: needs)
    let looksAtCredential = found.look == .none && discovery.request.carriesCredential
    let outcome = await search.look(for: count) { exchange in
      guard looksAtCredential else { return .none }
      return await check.look(at: exchange, of: CredentialCheck.Call(discovery))
    }
    let look = await search.credential
    if look != .none { found.look = look }
    switch outcome {
    case .values(let values): add(.found(values, by: search))
    case .none(let what): add(none(given, discovery, what))
    case .failed(let reason): add(failed(given, discovery, reason))
    case .lacking(let name): add(lacking(name, given, discovery))
    case .refused(let reason): add(failed(given, discovery, reason))
    }
  }
}

extension GivenDiscoverer {
  /// No values, because the call cannot be made.
  private func lacking(
    _ name: Given.ID,
    _ given: Given,
    _ discovery: Given.Discovery
  ) -> GivenAssignment.Pool {
    .none(
      reason: """
        \(missing(given)) It could not be looked up by \(discovery.name), which needs a \
        value of \(session.suite.id).\(name).
        """
    )
  }

  /// No values, because of what the call did.
  private func none(
    _ given: Given,
    _ discovery: Given.Discovery,
    _ found: String
  ) -> GivenAssignment.Pool {
    let end = found.hasSuffix(".") ? "" : "."
    return .none(
      reason: "\(missing(given)) It was looked up by \(discovery.name), which \(found)\(end)"
    )
  }

  /// It is not known whether there are values, because the call went wrong.
  private func failed(
    _ given: Given,
    _ discovery: Given.Discovery,
    _ reason: String
  ) -> GivenAssignment.Pool {
    .failed(
      reason: """
        A value of \(session.suite.id).\(given.id) was looked up by \(discovery.name), which \
        failed: \(reason)
        """
    )
  }
}

extension Case {
  /// How many values of live data it uses up.
  func uses(of given: Given.ID) -> Int { consumes.count { Given.base(of: $0) == given } }
}
