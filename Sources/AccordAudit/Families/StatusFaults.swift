import AccordMocking
import AccordModel

/// Another status than the contract promises.
struct StatusFaults: OperatorFamily {
  let name = "statuses"
  let operators = [
    "success-status", "success-as-client-error", "success-as-server-error", "error-as-success",
    "error-status", "error-as-server-error",
  ]

  func mutants(of audited: AuditedContract) -> [Mutant] {
    success(audited) + errors(audited)
  }

  private func success(_ audited: AuditedContract) -> [Mutant] {
    let contract = audited.contract
    let promised = (contract.responses + contract.otherwise).map(\.statuses)
    var mutants: [Mutant] = []
    for rule in distinct(audited.rights.map(\.rule)) {
      let shown = rule.statuses.description
      func change(
        _ name: String,
        to status: Int?,
        in scopes: [Scope]
      ) {
        guard let status, !promised.contains(where: { $0.contains(status) }) else { return }
        for scope in scopes {
          mutants.append(
            audited.mutant(
              self,
              name,
              "\(rule.clause.id)/\(status)",
              breaking: rule.clause,
              in: scope,
              "\(audited.words) answers \(status) in the place of \(shown)",
              .answer { answer, view in
                if view.isResponse(rule) { answer.setStatus(status) }
              }
            )
          )
        }
      }
      let other = [200, 201, 202, 203, 206].first { status in
        !promised.contains { $0.contains(status) }
      }
      if (200..<300).contains(rule.statuses.first) {
        change("success-status", to: other, in: audited.scopes)
      }
      change("success-as-client-error", to: 404, in: [Scope(contract.id)])
      change("success-as-server-error", to: 500, in: audited.scopes)
    }
    return mutants
  }

  private func errors(_ audited: AuditedContract) -> [Mutant] {
    let suite = audited.suite
    return ErrorFaults.provoked(audited).flatMap { error, entry -> [Mutant] in
      let clause = audited.contract.statusClause(of: error, in: suite) ?? error.clause
      func change(_ name: String, _ status: Int?) -> Mutant? {
        guard let status, !entry.statuses.contains(status) else { return nil }
        return audited.mutant(
          self,
          name,
          "\(entry.name)/\(status)",
          breaking: clause,
          "\(audited.words) answers \(entry.name) with \(status) in the place of \(entry.statuses)",
          .answer { answer, view in
            if view.isError(entry.name) { answer.setStatus(status) }
          }
        )
      }
      let other = [400, 403, 404, 409, 422].first { !entry.statuses.contains($0) }
      return [
        change("error-as-success", 200), change("error-status", other),
        change("error-as-server-error", 500),
      ].compactMap(\.self)
    }
  }
}
