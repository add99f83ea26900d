import AccordModel

extension RelationDraft {
  /// The same request twice.
  func sameReadTwice() -> [CaseSketch] {
    guard let base else { return [] }
    return [sketch(nil, "", [("first", base), ("again", base)], at: base.endpoint)]
      .compactMap(\.self)
  }

  /// The same request in the first format and in another whose bodies are checked.
  func formatsAgree() -> [CaseSketch] {
    guard let base, scope.contract.negotiates(in: scope.suite) else { return [] }
    let formats = scope.contract.formats(in: scope.suite).filter(\.isChecked)
    guard let first = formats.first else { return [] }
    return formats.dropFirst().compactMap { other in
      let drafts = [first, other].map { format in
        var draft = base
        draft.ask(for: format)
        return (name: format.id, draft: draft)
      }
      let variant = "\(first.id)-\(other.id)"
      return sketch(variant, "\(first.id) and \(other.id)", drafts, at: base.endpoint)
    }
  }
}
