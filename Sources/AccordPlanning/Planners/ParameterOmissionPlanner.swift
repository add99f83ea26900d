import AccordModel
import AccordSchema

/// Leaves out each required parameter.
///
/// A variable of the path cannot be left out: the path would be another one.
struct ParameterOmissionPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return scope.contract.parameters.compactMap { parameter in
        guard parameter.isRequired, let refusal = parameter.missing,
          !scope.carriesVersion(parameter),
          let draft = base.omitting(parameter)
        else { return nil }
        return CaseSketch(
          .omission,
          ["parameter-missing", parameter.name],
          "A request without the parameter \(parameter.name)",
          draft,
          refused: refusal,
          because: "has no value of \(parameter.name)",
          clauses: [parameter.clause]
        )
      }
    }
  }
}

extension RequestDraft {
  /// The request without a parameter; `nil` if it bears none, or bears it in the path.
  fileprivate func omitting(_ parameter: Parameter) -> RequestDraft? {
    guard let index = arguments.firstIndex(where: { $0.name == parameter.name }) else {
      guard parameter.places.contains(.body) else { return nil }
      return removing(.init(tokens: [parameter.name]))
    }
    guard arguments[index].place != .path else { return nil }
    var draft = self
    draft.arguments.remove(at: index)
    return draft
  }
}
