import AccordModel
import AccordSchema

extension RelationDraft {
  /// The list page by page.
  func pages(_ paging: Relation.Paging, _ numbers: [Int], size: Int) -> [CaseSketch] {
    guard let base else { return [] }
    let steps = numbers.map { number in
      var draft = base
      for argument in paging.mode.list { draft.set(argument.name, argument.value) }
      draft.set(paging.number, .literal(.number(JSONNumber(number))))
      draft.set(paging.size, .literal(.number(JSONNumber(size))))
      return (name: "page \(number)", draft: draft)
    }
    return [sketch(nil, "", steps, at: base.endpoint)].compactMap(\.self)
  }

  /// The list in both directions, by each index.
  func sorted(_ sorting: Relation.Sorting) -> [CaseSketch] {
    guard let base else { return [] }
    return sorting.indices.compactMap { index in
      let directions = [("ascending", sorting.ascending), ("descending", sorting.descending)]
      let steps = directions.map { name, value in
        var draft = base
        draft.set(sorting.index, .literal(.number(JSONNumber(index))))
        draft.set(sorting.order, .literal(.string(value)))
        return (name: name, draft: draft)
      }
      return sketch("index-\(index)", "index \(index)", steps, at: base.endpoint)
    }
  }
}
