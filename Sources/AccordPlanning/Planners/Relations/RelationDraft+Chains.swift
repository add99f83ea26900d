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
    if let parameters = pages.whole {
      var whole = base
      for argument in parameters.list { whole.set(argument.name, argument.value) }
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

  /// A request, and another one to where its answer leads.
  func leads(_ part: Output.Part, to name: Contract.ID) -> [CaseSketch] {
    guard let base, var follow = read(of: name) else { return [] }
    follow.target = .output(Output(part, ofStep: 0))
    let end = if case .link(let type) = part { "Link \(type)" } else { "Location" }
    let steps = [(name: "request", draft: base), (name: "where \(end) leads", draft: follow)]
    return [sketch(nil, "", steps, at: base.endpoint)].compactMap(\.self)
  }

  /// A request that sends something, and a read of the same.
  func readsBack(by name: Contract.ID) -> [CaseSketch] {
    let drafts = scope.routes.lazy.flatMap(\.bases)
    guard let write = drafts.first(where: { $0.content != nil }), var read = read(of: name) else {
      return []
    }
    let variables = read.endpoint.route.path.variables
    let isSame = variables.allSatisfy { variable in
      write.arguments.contains { $0.name == variable }
    }
    if isSame {
      for argument in write.arguments
      where read.arguments.contains(where: { $0.name == argument.name }) {
        read.set(argument.name, argument.value)
      }
    } else {
      read.target = .output(Output(.location, ofStep: 0))
    }
    let steps = [(name: "write", draft: write), (name: "read", draft: read)]
    return [sketch(nil, "", steps, at: write.endpoint)].compactMap(\.self)
  }

  /// A right request without content of another contract.
  private func read(of name: Contract.ID) -> RequestDraft? {
    guard let contract = scope.suite.contract(name) else { return nil }
    return ContractScope(suite: scope.suite, contract: contract).routes.lazy.compactMap(\.base)
      .first?
      .withoutContent
  }

  /// The same request twice, with the same key where there is one.
  func repeated(key: String?) -> [CaseSketch] {
    guard var draft = base, key != nil || draft.method == .put || draft.method == .delete else {
      return []
    }
    if let key {
      draft.fields.removeAll { $0.name.lowercased() == key.lowercased() }
      let value = Operand.unique(prefix: "accord-", suffix: "")
      draft.fields.append(RequestTemplate.Field(key, .value(value)))
    }
    guard key == nil, draft.method == .delete, !goneStatuses.isEmpty, let response = draft.response
    else {
      return [sketch(nil, "", [("first", draft), ("again", draft)], at: draft.endpoint)]
        .compactMap(\.self)
    }
    var again = ResponseRule.status(.ok, .unspecified)
    let first = response.statuses.all
    again.statuses = .anyOf(first + goneStatuses.filter { !first.contains($0) })
    again.clause = relation.clause
    again.contentClause = relation.clause
    let version = draft.endpoint.route.version?.clause
    let steps = [
      CaseSketch.Step(
        name: "first",
        draft: draft,
        outcome: .success(response),
        versionClause: version
      ),
      CaseSketch.Step(
        name: "again",
        draft: draft,
        outcome: .success(again),
        versionClause: version
      ),
    ]
    return [sketch(of: steps, at: draft.endpoint)]
  }

  /// The statuses of what is not there any more that the contract declares.
  private var goneStatuses: [Int] {
    let contract = scope.contract
    let names = contract.errors.map(\.name) + contract.refusals.flatMap(\.names)
    let sets =
      contract.refusals.compactMap(\.statuses) + contract.answers.map(\.statuses)
      + names.compactMap { scope.suite.errors[$0]?.statuses }
    return [404, 410].filter { status in sets.contains { $0.contains(status) } }
  }
}
