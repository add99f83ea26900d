import Accord
@testable import AccordMocking

extension MockAnswer {
  /// Changes the value of a body in JSON or JSON Lines.
  mutating func varyValue(_ edit: (JSON) -> JSON) {
    guard isJSON || isJSONLines, let value = try? JSONDocument(parsing: body).root.value
    else { return }
    setBody(edit(value).bytes() + (isJSONLines ? [0x0A] : []))
  }

  /// Changes every object in a body in JSON or JSON Lines, the innermost first.
  mutating func varyObjects(_ edit: ([JSONMember]) -> [JSONMember]) {
    varyValue { $0.varied(objects: edit, others: { $0 }) }
  }

  /// Changes every number, string and literal in a body in JSON or JSON Lines.
  mutating func varyScalars(_ edit: (JSON) -> JSON) {
    varyValue { $0.varied(objects: { $0 }, others: edit) }
  }

  /// Changes the text of a body in JSON.
  mutating func varyText(_ edit: (String) -> String) {
    if isJSON { setBody(Array(edit(text).utf8)) }
  }

  /// Writes a body in XML again.
  mutating func varyXML(_ edit: (String) -> String) {
    if isXML { setBody(Array(edit(text).utf8)) }
  }
}

extension JSON {
  fileprivate func varied(
    objects: ([JSONMember]) -> [JSONMember],
    others: (JSON) -> JSON
  ) -> JSON {
    switch self {
    case .object(let members):
      .object(
        objects(
          members.map { JSONMember($0.key, $0.value.varied(objects: objects, others: others)) }
        )
      )
    case .array(let elements):
      .array(elements.map { $0.varied(objects: objects, others: others) })
    default: others(self)
    }
  }
}

extension JSON {
  /// The JSON text in which every character of every string is escaped (RFC 8259 section 7).
  var escapedText: String {
    switch self {
    case .object(let members):
      "{" + members.map { Self.escaped($0.key) + ":" + $0.value.escapedText }.joined(separator: ",")
        + "}"
    case .array(let elements): "[" + elements.map(\.escapedText).joined(separator: ",") + "]"
    case .string(let text): Self.escaped(text)
    default: text()
    }
  }

  private static func escaped(_ text: String) -> String {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "\"" + units.joined() + "\""
  }
}
