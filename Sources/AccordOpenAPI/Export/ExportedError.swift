import AccordModel
import AccordSchema

/// An error of a catalogue as the body of an answer, so that nobody takes the schema's example for it.
enum ExportedError {
  /// The body; `nil` where the catalogue does not say how it is written, or its schema does not admit that.
  static func body(of entry: ErrorCatalogue.Entry, in catalogue: ErrorCatalogue) -> JSON? {
    var body: JSON = [:]
    var isNamed = false
    func put(_ value: JSON, _ pointer: JSONPointer) {
      body = setting(value, at: pointer.tokens[...], in: body)
    }
    for place in catalogue.places {
      switch place {
      case .name(let pointer):
        put(.string(entry.name), pointer)
        isNamed = true
      case .code(let pointer, _):
        guard let code = entry.code else { continue }
        put(.number(JSONNumber(code)), pointer)
        isNamed = true
      case .type(let pointer, let base):
        put(.string(base + entry.name), pointer)
        isNamed = true
      case .header, .element, .ownPlace, .listedName: continue
      }
    }
    guard isNamed else { return nil }
    if let pointer = catalogue.message, let message = entry.message {
      put(.string(message), pointer)
    }
    let isAdmitted = catalogue.schemas.contains { schema in
      (try? SchemaValidator(schema))?.admits(body) ?? false
    }
    return isAdmitted ? body : nil
  }

  private static func setting(
    _ value: JSON,
    at tokens: ArraySlice<String>,
    in body: JSON
  ) -> JSON {
    guard let token = tokens.first else { return value }
    var members = body.members ?? []
    let inner = members.firstIndex { $0.key == token }
    let old = inner.map { members[$0].value } ?? [:]
    let new = setting(value, at: tokens.dropFirst(), in: old)
    if let inner { members[inner].value = new } else { members.append(JSONMember(token, new)) }
    return .object(members)
  }
}
