import AccordModel
import AccordSchema
import HTTPTypes

extension RelationDraft {
  /// The most pages that are read one after another.
  private static let mostPages = 6

  /// A list page by page, each found from the one before.
  func chain(_ pages: Relation.Pages) -> [CaseSketch] {
    guard let base, base.method == .get else { return [] }
    var first = base
    first.set(pages.size, .literal(.number(JSONNumber(pages.count))))
    var steps: [(name: String, draft: RequestDraft)] = []
    if !pages.whole.list.isEmpty {
      var whole = base
      for argument in pages.whole.list { whole.set(argument.name, argument.value) }
      steps.append((name: "all", draft: whole))
    }
    for number in 0..<Self.mostPages {
      var draft = first
      let before = steps.count - 1
      switch pages.next {
      case .link(let relation) where number > 0:
        draft.target = .output(Output(.link(relation), ofStep: before))
      case .cursor(let parameter, let pointer) where number > 0:
        draft.set(parameter, .output(Output(.body(pointer), ofStep: before)))
      case .link, .cursor: break
      case .offset(let parameter):
        draft.set(parameter, .literal(.number(JSONNumber(number * pages.count))))
      case .number(let parameter, let start):
        draft.set(parameter, .literal(.number(JSONNumber(start + number))))
      }
      steps.append((name: "page \(number + 1)", draft: draft))
    }
    return [sketch(nil, "", steps, at: base.endpoint)].compactMap(\.self)
  }

  /// A request, and another one to where its Location leads.
  func locationLeads(to name: Contract.ID) -> [CaseSketch] {
    guard let base, let contract = scope.suite.contract(name),
      var follow = ContractScope(suite: scope.suite, contract: contract).routes.lazy
        .compactMap(\.base).first?.withoutContent
    else { return [] }
    follow.target = .output(Output(.location, ofStep: 0))
    let steps = [(name: "request", draft: base), (name: "where Location leads", draft: follow)]
    return [sketch(nil, "", steps, at: base.endpoint)].compactMap(\.self)
  }

  /// The same request twice, with the same key where there is one.
  func repeated(key: String?) -> [CaseSketch] {
    guard var draft = base, key != nil || draft.method == .put else { return [] }
    if let key {
      draft.fields.removeAll { $0.name.lowercased() == key.lowercased() }
      let value = Operand.unique(prefix: "accord-", suffix: "")
      draft.fields.append(RequestTemplate.Field(key, .value(value)))
    }
    return [sketch(nil, "", [("first", draft), ("again", draft)], at: draft.endpoint)]
      .compactMap(\.self)
  }
}
