import AccordModel
import AccordSchema

/// What the answer to a call shows of the values of a given.
enum GivenAnswer: Sendable {
  /// The values that are suitable, with all items of the list.
  case values([JSON], of: [JSON])
  /// Not a list: what the call did, as the end of a sentence.
  case none(String)
  /// It is not known what the answer shows.
  case failed(String)

  /// Reads an answer.
  init(_ exchange: Exchange, to discovery: Given.Discovery, of given: Given) {
    guard let response = exchange.response else {
      guard case .failed(let failure, _) = exchange.outcome else {
        self = .failed("no answer.")
        return
      }
      self = .failed("\(failure.kind.rawValue): \(failure.message)")
      return
    }
    guard (200...299).contains(response.status) else {
      self = .none("answered \(response.status)")
      return
    }
    // A large answer is read for seconds, and nobody waits for what it holds any more.
    guard !Task.isCancelled else {
      self = .failed("the run ended.")
      return
    }
    guard let document = try? JSONDocument(parsing: response.content) else {
      self = .none("did not answer with JSON")
      return
    }
    let root = document.root[discovery.list]?.value
    guard let items = root?.elements ?? root.flatMap({ $0.members == nil ? nil : [$0] }) else {
      self = .none("answered without a list at \"\(discovery.list)\"")
      return
    }
    do throws(SchemaError) {
      self = .values(try Self.suitable(items, to: discovery, of: given), of: items)
    } catch {
      self = .failed("One of its schemas cannot be compiled. \(error.message)")
    }
  }

  /// The values of the items that are suitable.
  private static func suitable(
    _ items: [JSON],
    to discovery: Given.Discovery,
    of given: Given
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
