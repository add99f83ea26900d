import AccordModel
import HTTPTypes

/// Sends methods that no contract of the suite serves where a route says what they get.
struct OtherMethodPlanner: OriginPlanner {
  /// The methods that are tried, because servers know them all (RFC 9110 section 9.3, RFC 5789).
  private static let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]

  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.routes.flatMap { endpoint -> [CaseSketch] in
      guard let refusal = endpoint.route.otherMethods, let base = endpoint.base else { return [] }
      let others = Self.methods.filter { !scope.suite.serves($0, at: endpoint.route.path) }
      return others.map { method in
        var draft = base.withoutContent
        draft.chosenMethod = method
        return CaseSketch(
          .verb,
          ["other-method", method.rawValue],
          "\(method.rawValue) \(endpoint.route.path)",
          draft,
          refused: refusal,
          because: "has the method \(method.rawValue), which is not served there",
          clauses: [endpoint.route.clause]
        )
      }
    }
  }
}

extension RequestDraft {
  /// The request without content and without parameters that travel in it.
  var withoutContent: RequestDraft {
    var draft = self
    draft.content = nil
    draft.arguments.removeAll { $0.place == .form || $0.place == .body }
    return draft
  }
}
