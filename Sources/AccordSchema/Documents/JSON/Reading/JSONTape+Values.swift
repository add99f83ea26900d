extension JSONTape {
  /// The value at an index.
  ///
  /// The depth of the calls is bounded by ``JSONLimits/depth``.
  package func value(at index: Int) -> JSON {
    let entry = entries[index]
    switch entry.kind {
    case .null: return .null
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .number: return .number(JSONNumber(checked: text(entry)))
    case .string: return .string(string(entry))
    case .array:
      var elements: [JSON] = []
      elements.reserveCapacity(entry.count ?? 0)
      var child = index + 1
      while child < Int(entry.next) {
        elements.append(value(at: child))
        child = Int(entries[child].next)
      }
      return .array(elements)
    case .object:
      var members: [JSONMember] = []
      members.reserveCapacity(entry.count ?? 0)
      var key = index + 1
      while key < Int(entry.next) {
        members.append(JSONMember(string(entries[key]), value(at: key + 1)))
        key = Int(entries[key + 1].next)
      }
      return .object(members)
    }
  }

  /// The way from the root to the value at an index.
  package func path(to index: Int) -> InstancePath {
    var places = JSONPlaces(self)
    return places.path(to: index)
  }
}
