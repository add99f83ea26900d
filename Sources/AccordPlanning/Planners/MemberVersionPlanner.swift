import AccordModel
import AccordSchema

/// Sends members that a version ignores: the request is as right as without them.
struct MemberVersionPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard let body = scope.contract.body else { return [] }
    return scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard endpoint.reads(body), let base = endpoint.base else { return [] }
      return body.memberVersions.compactMap { rule -> CaseSketch? in
        guard body.ignores(rule.pointer, in: endpoint.version),
          let value = value(of: rule, in: scope.contract),
          let draft = base.replacing(rule.pointer, with: value)
        else { return nil }
        let name = String(rule.pointer.description.dropFirst())
        var sketch = CaseSketch(
          .version,
          ["member-of-another-version", name],
          "\(rule.pointer) is ignored",
          draft,
          clauses: [rule.clause]
        )
        // The version is served; what is tried is the member.
        sketch?.steps[0].versionClause = nil
        return sketch
      }
    }
  }

  /// A value that a version would read which does not ignore the member.
  private func value(of rule: MemberVersions, in contract: Contract) -> JSON? {
    contract.examples.lazy.compactMap { $0.body?[rule.pointer] }
      .first { $0 != .null && $0 != [:] }
  }
}
