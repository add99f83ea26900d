import Accord

extension JSON {
  /// The value with another at a place; `nil` if the place above does not exist.
  func with(_ value: JSON, at pointer: JSONPointer) -> JSON? { replacing(value, at: pointer) }

  /// The whole number at a place.
  func int(at pointer: JSONPointer) -> Int? { self[pointer]?.number?.int }

  /// The object with other names for its own members.
  func renamingMembers(_ rename: (String) -> String) -> JSON? {
    members.map { members in .object(members.map { JSONMember(rename($0.key), $0.value) }) }
  }

  /// The value with an edit applied to every object in it, the innermost first.
  func editingObjects(_ edit: ([JSONMember]) -> [JSONMember]) -> JSON {
    switch self {
    case .object(let members):
      .object(edit(members.map { JSONMember($0.key, $0.value.editingObjects(edit)) }))
    case .array(let elements): .array(elements.map { $0.editingObjects(edit) })
    default: self
    }
  }
}
