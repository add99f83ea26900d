import AccordModel
import AccordSchema

extension RelationDraft {
  /// Pages of the list, by how many come before them.
  func pages(_ paging: Relation.Paging, _ numbers: [Int], size: Int) -> [CaseSketch] {
    guard let base else { return [] }
    let steps = numbers.map { page(paging, paging.origin + $0, size: size, of: base) }
    return [sketch(nil, "", steps, at: base.endpoint)].compactMap(\.self)
  }

  /// The first page by each of its numbers: those that mean it too, and then that from which pages are
  /// counted.
  func firstPages(_ paging: Relation.Paging, size: Int) -> [CaseSketch] {
    guard let base, paging.first.count > 1 else { return [] }
    let numbers = paging.first.dropFirst() + [paging.origin]
    let steps = numbers.map { page(paging, $0, size: size, of: base) }
    return [sketch(nil, "", steps, at: base.endpoint)].compactMap(\.self)
  }

  /// The list as a whole, then page by page, once in small pages and once in larger ones.
  ///
  /// Where pages are counted from one, page zero is read too: it may be the first, or mean the first.
  func wholeAndPages(_ paging: Relation.Paging) -> [CaseSketch] {
    guard let base else { return [] }
    return [(size: 2, last: 3), (size: 25, last: 5)].compactMap { size, last in
      var whole = base
      for argument in paging.unpaged.list { whole.set(argument.name, argument.value) }
      let first = min(paging.origin, max(0, paging.origin - 1))
      let pages = (first...(paging.origin + last - 1)).map {
        page(paging, $0, size: size, of: base)
      }
      let steps = [(name: "all", draft: whole)] + pages
      return sketch("size-\(size)", "pages of \(size)", steps, at: base.endpoint)
    }
  }

  /// The list as a whole.
  func whole(_ paging: Relation.Paging) -> [CaseSketch] {
    guard var whole = base else { return [] }
    for argument in paging.unpaged.list { whole.set(argument.name, argument.value) }
    return [sketch(nil, "", [(name: "all", draft: whole)], at: whole.endpoint)].compactMap(\.self)
  }

  private func page(
    _ paging: Relation.Paging,
    _ number: Int,
    size: Int,
    of base: RequestDraft
  ) -> (name: String, draft: RequestDraft) {
    var draft = base
    for argument in paging.mode.list { draft.set(argument.name, argument.value) }
    draft.set(paging.number, .literal(.number(JSONNumber(number))))
    draft.set(paging.size, .literal(.number(JSONNumber(size))))
    return (name: "page \(number)", draft: draft)
  }

  /// The list in both directions, in each order.
  func sorted(_ sorting: Relation.Sorting) -> [CaseSketch] {
    guard let base else { return [] }
    return sorting.orders.compactMap { order in
      let directions = [("ascending", order.ascending), ("descending", order.descending)]
      let steps = directions.compactMap { name, arguments in
        arguments.map { arguments in
          var draft = base
          for argument in arguments.list { draft.set(argument.name, argument.value) }
          return (name: name, draft: draft)
        }
      }
      return sketch(order.name, order.name, steps, at: base.endpoint)
    }
  }
}
