import AccordModel

/// Leaves out each required header.
struct HeaderOmissionPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return scope.contract.headers.compactMap { rule in
        guard rule.presence == .required, let refusal = rule.missing else { return nil }
        var draft = base
        draft.omittedFields.append(rule.name)
        return CaseSketch(
          .omission,
          ["header-missing", rule.name],
          "A request without the header \(rule.name)",
          draft,
          refused: refusal,
          because: "has no header \(rule.name)",
          clauses: [rule.clause]
        )
      }
    }
  }
}
