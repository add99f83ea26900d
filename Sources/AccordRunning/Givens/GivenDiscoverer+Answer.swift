import AccordModel
import AccordSchema

extension GivenDiscoverer {
  /// The values that the answer to a look-up shows.
  func pool(
    of given: Given,
    _ discovery: Given.Discovery,
    _ exchange: Exchange
  ) -> GivenAssignment.Pool {
    guard let response = exchange.response else {
      guard case .failed(let failure, _) = exchange.outcome else {
        return failed(given, discovery, "no answer.")
      }
      return failed(given, discovery, "\(failure.kind.rawValue): \(failure.message)")
    }
    guard (200...299).contains(response.status) else {
      return none(given, discovery, "answered \(response.status)")
    }
    // A large answer is read for seconds, and nobody waits for what it holds any more.
    guard !Task.isCancelled else { return failed(given, discovery, "the run ended.") }
    guard let document = try? JSONDocument(parsing: response.content) else {
      return none(given, discovery, "did not answer with JSON")
    }
    let root = document.root[discovery.list]?.value
    guard let items = root?.elements ?? root.flatMap({ $0.members == nil ? nil : [$0] }) else {
      return none(given, discovery, "answered without a list at \"\(discovery.list)\"")
    }
    let found: [JSON]
    do throws(SchemaError) {
      found = try suitableValues(of: given, discovery, in: items)
    } catch {
      return failed(
        given,
        discovery,
        "One of its schemas cannot be compiled. \(error.message)"
      )
    }
    return found.isEmpty
      ? none(given, discovery, "found none among \(items.count)") : .values(found)
  }

  /// No values, because of what the call did.
  func none(
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
  func failed(
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

  /// The values of the items that are suitable.
  private func suitableValues(
    of given: Given,
    _ discovery: Given.Discovery,
    in items: [JSON]
  ) throws(SchemaError) -> [JSON] {
    let suitable = try SchemaValidator(discovery.suitable)
    var fields: [(name: String, pointer: JSONPointer, validator: SchemaValidator)] = []
    for (field, pointer) in zip(given.fields, discovery.members) {
      fields.append((field.name, pointer, try SchemaValidator(field.schema)))
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
