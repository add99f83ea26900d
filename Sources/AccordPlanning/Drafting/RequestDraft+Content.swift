import AccordModel
import AccordSchema

extension RequestDraft {
  /// Whether the content has something at a place, known now or later.
  func holds(_ pointer: JSONPointer) -> Bool {
    guard case .value(let json, let open) = content else { return false }
    return json[pointer] != nil || open.contains { pointer.contains($0.pointer) }
  }

  /// The request with a value at a place of the content; `nil` if the place above does not exist.
  func replacing(_ pointer: JSONPointer, with value: JSON) -> RequestDraft? {
    guard case .value(let json, let open) = content,
      let changed = json.replacing(value, at: pointer)
    else { return nil }
    var draft = self
    draft.content = .value(changed, open.filter { !pointer.contains($0.pointer) })
    return draft
  }

  /// The request without what is at a place of the content; `nil` if nothing is there.
  func removing(_ pointer: JSONPointer) -> RequestDraft? {
    guard holds(pointer), case .value(let json, let open) = content else { return nil }
    var draft = self
    draft.content = .value(
      json.removing(at: pointer) ?? json,
      open.filter { !pointer.contains($0.pointer) }
    )
    return draft
  }

  /// The request with a parameter at one place and, but for the path, nowhere else.
  func moving(_ parameter: Parameter, to place: Parameter.Place, value: Operand) -> RequestDraft? {
    var draft = self
    draft.arguments.removeAll { $0.name == parameter.name && $0.place != .path }
    if place == .path {
      guard let index = draft.arguments.firstIndex(where: { $0.name == parameter.name }) else {
        return nil
      }
      draft.arguments[index].value = value
      return draft
    }
    if holds(.init(tokens: [parameter.name])) {
      draft = draft.removing(.init(tokens: [parameter.name])) ?? draft
    }
    draft.arguments.append(Placed(name: parameter.name, place: place, value: value))
    guard draft.isPossible else { return nil }
    return draft
  }

  /// Whether the content can be sent: by a method that takes it, and in one syntax.
  var isPossible: Bool {
    let hasForm = arguments.contains { $0.place == .form }
    let hasMembers = arguments.contains { $0.place == .body }
    if hasForm, hasMembers || content != nil { return false }
    if hasMembers, contentFormat == nil { return false }
    return !(hasForm || hasMembers) || endpoint.takesContent
  }
}
