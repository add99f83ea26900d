import AccordModel
import AccordSchema

extension WorkflowImporter {
  /// What follows a step that succeeds.
  enum Course {
    /// The next one.
    case next
    /// Nothing.
    case end
    /// A step.
    case step(String, DescriptionNode)
    /// A workflow, and nothing behind it.
    case workflow(String, DescriptionNode)
  }

  /// What follows a step whose answer has one of some statuses, by its success actions.
  func course(
    after step: DescriptionNode,
    _ statuses: Set<Int>?,
    in scope: ArazzoScope
  ) -> Course {
    for item in step["onFailure"]?.items ?? [] { noteFailure(item, in: scope) }
    for item in step["onSuccess"]?.items ?? [] {
      guard let action = library.documents[scope.document].component(item) else {
        leave(.unknownComponent(item["reference"]?.text ?? ""), at: item)
        return .end
      }
      switch decision(on: action, statuses, in: scope) {
      case .never: continue
      case .perhaps:
        leave(.branch, at: item)
        return .end
      case .always: break
      }
      if action["type"]?.text == "end" { return .end }
      if let id = action["stepId"]?.text { return .step(id, action) }
      if let id = action["workflowId"]?.text { return .workflow(id, action) }
    }
    return .next
  }

  private enum Decision {
    case always
    case never
    case perhaps
  }

  /// Whether an action is taken, as far as the statuses tell.
  private func decision(
    on action: DescriptionNode,
    _ statuses: Set<Int>?,
    in scope: ArazzoScope
  ) -> Decision {
    let criteria = action["criteria"]?.items ?? []
    guard !criteria.isEmpty else { return .always }
    var inner = scope
    inner.current = ("", "")
    var importer = CriteriaImporter(scope: inner, step: "") { _, _, name in name }
    for criterion in criteria { importer.add(criterion) }
    let right = statuses ?? Set(200...299)
    if let named = importer.statuses, named.isDisjoint(with: right) { return .never }
    let isStatusAlone = importer.gaps.isEmpty && importer.criteria.isEmpty
    guard isStatusAlone, let named = importer.statuses, named.isSuperset(of: right) else {
      return .perhaps
    }
    return .always
  }

  private func noteFailure(_ item: DescriptionNode, in scope: ArazzoScope) {
    guard !isUsualEnd(item, in: scope),
      let action = library.documents[scope.document].component(item)
    else { return }
    // Repeating is a part of the step.
    guard action["type"]?.text != "retry" else { return }
    leave(.failureAction, at: item)
  }

  /// Whether an action says what happens anyway.
  func isUsualEnd(_ item: DescriptionNode, in scope: ArazzoScope) -> Bool {
    let action = library.documents[scope.document].component(item)
    return action?["type"]?.text == "end" && !item.pointer.tokens.contains("successActions")
  }
}
