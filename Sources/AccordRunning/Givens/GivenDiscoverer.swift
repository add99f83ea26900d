import AccordModel
import AccordSchema

/// Finds values of givens on the server, by the calls that the suite declares.
struct GivenDiscoverer: Sendable {
  let session: Session

  /// The pools of the givens that the cases need, in the suite's order.
  ///
  /// A discovery may need other givens, so they are found in the order declared.
  func pools(
    for cases: [Case],
    provided: GivenValues
  ) async -> [(given: Given, pool: GivenAssignment.Pool)] {
    let suite = session.suite
    var needed: [Given.ID] = []
    func need(_ name: Given.ID) {
      guard !needed.contains(name) else { return }
      needed.append(name)
      guard provided.values(of: name, in: suite.id) == nil else { return }
      suite.given(name)?.discovery?.request.givens.forEach(need)
    }
    cases.flatMap(\.givens).forEach(need)

    var pools: [(given: Given, pool: GivenAssignment.Pool)] = []
    for given in suite.givens where needed.contains(given.id) {
      if let flaw = given.flaw(in: suite.id) {
        pools.append((given, .failed(reason: flaw)))
      } else if let values = provided.values(of: given.id, in: suite.id) {
        pools.append((given, .values(values)))
      } else if let discovery = given.discovery {
        pools.append((given, await discover(given, discovery, knowing: pools)))
      } else {
        pools.append((given, .none(reason: missing(given))))
      }
    }
    return pools
  }

  private func missing(_ given: Given) -> String {
    let name = "\(session.suite.id).\(given.id)"
    let fields = given.fields.map { $0.name.uppercased() }
    let value = fields.count == 1 ? "VALUE" : fields.joined(separator: "/")
    return "No value of \(name) was given: \(given.meaning) Give one with --given \(name)=\(value)."
  }

  private func discover(
    _ given: Given,
    _ discovery: Given.Discovery,
    knowing pools: [(given: Given, pool: GivenAssignment.Pool)]
  ) async -> GivenAssignment.Pool {
    var values = OperandValues(token: "discovery")
    for name in discovery.request.givens {
      guard let entry = pools.first(where: { $0.given.id == name }),
        case .values(let pool) = entry.pool, let value = pool.first
      else {
        return .none(
          reason: """
            \(missing(given)) It could not be looked up by \(discovery.name), which needs a \
            value of \(session.suite.id).\(name).
            """
        )
      }
      values.givens.append(
        (name, entry.given.fields.map { ($0.name, value[$0.name] ?? .null) })
      )
    }
    func none(_ found: String) -> GivenAssignment.Pool {
      let end = found.hasSuffix(".") ? "" : "."
      return .none(
        reason: "\(missing(given)) It was looked up by \(discovery.name), which \(found)\(end)"
      )
    }
    func failed(_ reason: String) -> GivenAssignment.Pool {
      .failed(
        reason: """
          A value of \(session.suite.id).\(given.id) was looked up by \(discovery.name), which \
          failed: \(reason)
          """
      )
    }
    switch await session.send(discovery.request, values) {
    case .skipped(let reason): return none("was not sent: \(reason)")
    case .failed(let reason): return failed(reason)
    case .exchanged(let exchange):
      guard let response = exchange.response else {
        guard case .failed(let failure, _) = exchange.outcome else { return failed("no answer.") }
        return failed("\(failure.kind.rawValue): \(failure.message)")
      }
      guard (200...299).contains(response.status) else {
        return none("answered \(response.status)")
      }
      guard let document = try? JSONDocument(parsing: response.body) else {
        return none("did not answer with JSON")
      }
      guard let items = document.root[discovery.list]?.value.elements else {
        return none("answered without a list at \"\(discovery.list)\"")
      }
      let found: [JSON]
      do throws(SchemaError) {
        found = try suitableValues(of: given, discovery, in: items)
      } catch {
        return failed("One of its schemas cannot be compiled. \(error.message)")
      }
      return found.isEmpty ? none("found none among \(items.count)") : .values(found)
    }
  }

  /// The values of the items that are suitable.
  private func suitableValues(
    of given: Given,
    _ discovery: Given.Discovery,
    in items: [JSON]
  ) throws(SchemaError) -> [JSON] {
    let suitable = try Validator(discovery.suitable)
    var fields: [(name: String, pointer: JSONPointer, validator: Validator)] = []
    for (field, pointer) in zip(given.fields, discovery.members) {
      fields.append((field.name, pointer, try Validator(field.schema)))
    }
    return items.filter { suitable.validate($0).isEmpty }.compactMap { item in
      let members = fields.compactMap { field -> JSONMember? in
        guard let value = item[field.pointer], value != .null,
          field.validator.validate(value).isEmpty
        else { return nil }
        return JSONMember(field.name, value)
      }
      return members.count == given.fields.count ? .object(members) : nil
    }
  }
}
