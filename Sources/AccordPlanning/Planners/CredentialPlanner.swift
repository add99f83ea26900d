import AccordModel
import AccordSchema

/// Leaves the credential out, and sends wrong ones.
struct CredentialPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    guard let rule = scope.contract.credential else { return [] }
    return scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return [missing(rule, base)].compactMap(\.self) + wrong(rule, base)
    }
  }

  private func missing(_ rule: CredentialRule, _ base: RequestDraft) -> CaseSketch? {
    guard let refusal = rule.missing else { return nil }
    var draft = base
    draft.credential = nil
    return CaseSketch(
      .omission,
      ["credential-missing"],
      "A request without a credential",
      draft,
      refused: refusal,
      because: "has no credential",
      clauses: [rule.clause]
    )
  }

  private func wrong(_ rule: CredentialRule, _ base: RequestDraft) -> [CaseSketch] {
    guard let refusal = rule.invalid else { return [] }
    guard let credential = base.endpoint.suite.credential(as: base.role) else { return [] }
    let probes = refusal.probes.isEmpty ? [credential.unknown] : refusal.probes
    return probes.map { probe in
      var draft = base
      let text = refusal.probes.isEmpty ? nil : probe.value.wireText
      draft.credential = .wrong(text, as: base.role)
      return CaseSketch(
        .wrongValue,
        ["credential-invalid", probe.name],
        "A request with a wrong credential (\(probe.name))",
        draft,
        refused: refusal.trying(probe),
        because: "has a credential that \(probe.why)",
        clauses: [rule.clause]
      )
    }
  }
}

extension Credential {
  /// What a wrong credential is called where a contract names none.
  fileprivate var unknown: Probe {
    switch source {
    case .basic:
      Probe("unknown-user", "", why: "is the name and password of nobody")
    case .signature:
      Probe("wrong-key", "", why: "is a signature made with a key that nobody has")
    case .variable, .login, .grant, .challenge, .own:
      Probe("unknown-token", "", why: "is no token that the server has issued")
    }
  }
}
