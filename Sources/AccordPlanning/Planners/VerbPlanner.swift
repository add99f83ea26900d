import AccordModel
import HTTPTypes

/// Sends the first example of each route by every method that cases try.
///
/// A route with one method needs none of this: its examples use that method.
struct VerbPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.routes.flatMap { endpoint -> [CaseSketch] in
      let methods = endpoint.route.methods.probed
      guard methods.count > 1, let base = endpoint.base else { return [] }
      return methods.compactMap { method in
        var draft = base
        draft.chosenMethod = method
        let title = "\(method.rawValue) \(endpoint.route.path) is served"
        guard
          var sketch = CaseSketch(.verb, ["verb", method.rawValue], title, draft)
        else { return nil }
        // An answer to HEAD has no content (RFC 9110 section 9.3.2).
        if method == .head, case .success(var response) = sketch.steps[0].outcome {
          response.content = .unspecified
          sketch.steps[0].outcome = .success(response)
        }
        return sketch
      }
    }
  }
}
