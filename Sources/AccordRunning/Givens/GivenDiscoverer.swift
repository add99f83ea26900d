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
  }

  let session: Session
  let check: CredentialCheck

  /// Makes what asks a source.
  let supply: @Sendable (GivenSource, Given) -> GivenSupply

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
      guard !needed.contains(name) else { return }
      needed.append(name)
      guard provided.values(of: name, in: suite.id) == nil,
        provided.source(of: name, in: suite.id) == nil
      else { return }
      suite.given(name)?.discovery?.request.givens.forEach(need)
    }
    cases.flatMap(\.givens).forEach(need)

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
        await discover(given, discovery, &found)
        if case .refused = found.look { return found }
      } else {
        found.pools.append((given, .none(reason: missing(given))))
      }
    }
    return found
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
    case .values(let values): values.first
    case .supply(let supply): try? await supply.common()
    case .none, .failed: nil
    }
  }

  private func discover(
    _ given: Given,
    _ discovery: Given.Discovery,
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
    let values: OperandValues
    switch await operands(of: discovery.request, among: found.pools) {
    case .values(let known): values = known
    case .missing(let name):
      return add(
        .none(
          reason: """
            \(missing(given)) It could not be looked up by \(discovery.name), which needs a \
            value of \(session.suite.id).\(name).
            """
        )
      )
    }
    switch await session.send(discovery.request, values) {
    case .skipped(let reason): add(none(given, discovery, "was not sent: \(reason)"))
    case .failed(let reason): add(failed(given, discovery, reason))
    case .exchanged(let exchange):
      if found.look == .none, discovery.request.carriesCredential {
        found.look = await check.look(at: exchange, of: CredentialCheck.Call(discovery))
      }
      if let response = exchange.response {
        IssuedSecrets.secrets(in: response).forEach(session.onSecret)
      }
      add(pool(of: given, discovery, exchange))
    }
  }
}
