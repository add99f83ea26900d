import AccordModel
import AccordSchema

extension ResponseRule {
  /// A value of its content as the call asks for it.
  func tied(_ value: JSON, to call: MockCall) -> JSON {
    ties.reduce(value) { value, tie in
      switch tie.kind {
      case .atMost(let list, let parameter):
        guard let most = call.value(of: parameter)?.scalarText.flatMap({ Int($0) }),
          let items = value[list]?.elements, items.count > most
        else { return value }
        return value.setting(.array(Array(items.prefix(max(0, most)))), at: list)
      case .parameter(let pointer, let parameter):
        return call.value(of: parameter).map { value.setting($0, like: pointer) } ?? value
      case .body(let pointer, let place):
        return call.body?[place].map { value.setting($0, at: pointer) } ?? value
      case .every(let list, let member, let parameter):
        guard let sent = call.value(of: parameter), let items = value[list]?.elements else {
          return value
        }
        return value.setting(.array(items.map { $0.setting(sent, like: member) }), at: list)
      }
    }
  }
}

extension JSON {
  /// The value with another at a place, as a string where a string stands there.
  fileprivate func setting(_ value: JSON, like pointer: JSONPointer) -> JSON {
    guard case .string? = self[pointer] else { return setting(value, at: pointer) }
    return setting(.string(value.wireText), at: pointer)
  }
}
