import AccordModel
import AccordSchema

/// Sends wrong values of headers, a wrong token among them.
struct HeaderValuePlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.endpoints.flatMap { endpoint -> [CaseSketch] in
      guard let base = endpoint.base else { return [] }
      return scope.contract.headers.flatMap { rule -> [CaseSketch] in
        guard rule.presence != .forbidden, let refusal = rule.invalid else { return [] }
        return probes(of: rule, refusal, in: scope.suite).map { probe in
          CaseSketch(
            .wrongValue,
            ["header-invalid", rule.name, probe.name],
            "A request whose header \(rule.name) is wrong (\(probe.name))",
            base.sending(probe.value.wireText, in: rule.name),
            refused: refusal.trying(probe),
            because: "has the header \(rule.name) with \(probe.shown)",
            clauses: [rule.clause]
          )
        }
      }
    }
  }

  private func probes(
    of rule: HeaderRule,
    _ refusal: Refusal,
    in suite: ContractSuite
  ) -> [Probe] {
    guard refusal.probes.isEmpty else { return refusal.probes }
    guard rule.isCredential else { return WrongValues(schema: rule.value).asText(in: .header) }
    var form = "{token}"
    if case .header(_, let template) = suite.credential(as: nil)?.place { form = template }
    let value = form.replacing("{token}", with: "00000000-not-a-token-00000000")
    return [Probe("unknown-token", .string(value), why: "is no token that the server has issued")]
  }
}

extension RequestDraft {
  /// The request with a text as the value of a header.
  func sending(_ text: String, in name: String) -> RequestDraft {
    var draft = self
    let field = RequestTemplate.Field(name, .value(.literal(.string(text))))
    if let index = fields.firstIndex(where: { $0.name.lowercased() == name.lowercased() }) {
      draft.fields[index] = field
    } else {
      draft.fields.append(field)
    }
    return draft
  }
}

extension Refusal {
  /// The refusal of one of its probes, with the probe's own basis where it has one.
  func trying(_ probe: Probe) -> Refusal {
    guard let basis = probe.basis else { return self }
    var refusal = self
    refusal.refused.basis = basis
    if refusal.named.basis.isStated { refusal.named.basis = basis }
    return refusal
  }
}

extension Probe {
  /// The value with the proof that it is wrong, for sentences.
  var shown: String { "the value \(value.shownText), which \(why)" }
}
