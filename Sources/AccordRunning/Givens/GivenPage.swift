import AccordModel
import AccordSchema

/// One page of a list in which values of a given are looked for.
struct GivenPage: Sendable {
  var request: RequestTemplate
  var values: OperandValues
  /// The page's place, counted from zero.
  var number = 0
  /// How many items the pages before it had.
  private var offset = 0
  /// The items of the page before it.
  private var last: [JSON]?

  /// The first page.
  init(_ request: RequestTemplate, _ values: OperandValues) {
    self.request = request
    self.values = values
  }

  /// The page after this one, by what its answer says; `nil` where this is the last.
  ///
  /// A page without items is the last, and so is one that has the same as the page before it: a server
  /// that does not know the parameter answers with one page for ever.
  func following(
    _ next: Relation.Pages.Next?,
    _ exchange: Exchange,
    items: [JSON]
  ) -> GivenPage? {
    guard let next, !items.isEmpty, items != last else { return nil }
    var page = self
    page.number += 1
    page.offset += items.count
    page.last = items
    switch next {
    case .link(let relation):
      guard let target = Output(.link(relation), ofStep: 0).value(in: exchange) else { return nil }
      page.request.target = .literal(target)
      // The reference says all that the next page is asked for.
      page.request.query = Arguments([])
    case .cursor(let parameter, let pointer):
      guard let cursor = Output(.body(pointer), ofStep: 0).value(in: exchange) else { return nil }
      page.request.query.set(parameter, .literal(cursor))
    case .offset(let parameter):
      page.request.query.set(parameter, .literal(.number(JSONNumber(page.offset))))
    case .number(let parameter, let first):
      page.request.query.set(parameter, .literal(.number(JSONNumber(first + page.number))))
    }
    return page
  }
}

extension Arguments {
  /// Gives a parameter a value in the place of the one that it has.
  fileprivate mutating func set(_ name: String, _ value: Operand) {
    guard let index = list.firstIndex(where: { $0.name == name }) else {
      list.append(Argument(name, value))
      return
    }
    list[index].value = value
  }
}
