import AccordModel
import HTTPTypes

extension RelationDraft {
  /// The same request twice.
  func sameReadTwice() -> [CaseSketch] {
    guard let base else { return [] }
    return [sketch(nil, "", [("first", base), ("again", base)], at: base.endpoint)]
      .compactMap(\.self)
  }

  /// The same request by GET, by HEAD and by GET again: what differs between both GETs differs by itself.
  func headAnswersAsGet() -> [CaseSketch] {
    scope.routes.compactMap { endpoint -> CaseSketch? in
      guard endpoint.route.methods.allows(.get), let base = endpoint.base, !base.hasContent else {
        return nil
      }
      let steps = [("GET", HTTPRequest.Method.get), ("HEAD", .head), ("GET again", .get)]
      let drafts = steps.map { name, method in
        var draft = base
        draft.chosenMethod = method
        return (name: name, draft: draft)
      }
      let variant = scope.routes.count > 1 ? endpoint.route.name : nil
      return sketch(variant, "", drafts, at: endpoint)
    }
  }

  /// The same request in the first format and in another whose bodies are checked.
  func formatsAgree() -> [CaseSketch] {
    guard let base, scope.negotiates else { return [] }
    // Only what one response writes in several formats means the same in each.
    let usual = base.endpoint.response(of: base.example)
    let formats = scope.formats.filter { format in
      let response = base.endpoint.response(of: base.example, in: format)
      return format.isChecked && format.syntax.writesValues
        && response?.clause.id == usual?.clause.id
    }
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
