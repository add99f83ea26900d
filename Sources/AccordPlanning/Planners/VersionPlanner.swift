import AccordModel
import AccordSchema

/// Sends no version, versions that do not exist, and versions that are no numbers.
///
/// That each version is served on its route is shown by the examples.
struct VersionPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.routes.flatMap { endpoint -> [CaseSketch] in
      guard let rule = endpoint.route.version, let base = endpoint.base else { return [] }
      return [absent(rule, base)].compactMap(\.self) + unsupported(rule, base)
        + notANumber(rule, base)
    }
  }

  private func absent(_ rule: VersionRule, _ base: RequestDraft) -> CaseSketch? {
    // Without its version a path is another path.
    if case .path = rule.carrier { return nil }
    if let version = rule.whenAbsent {
      let endpoint = Endpoint(
        scope: base.endpoint.scope,
        route: base.endpoint.route,
        version: version
      )
      guard var draft = endpoint.base else { return nil }
      draft.version = .absent
      return CaseSketch(
        .version,
        ["version-absent"],
        "A request without a version means version \(version)",
        draft,
        at: endpoint.routeParts,
        versionClause: rule.absentClause
      )
    }
    guard let refusal = rule.missing else { return nil }
    return sketch(
      ["version-absent"],
      "A request without a version",
      base,
      .absent,
      refusal,
      "has no version in \(rule.carrier.sentence)"
    )
  }

  private func unsupported(_ rule: VersionRule, _ base: RequestDraft) -> [CaseSketch] {
    guard let refusal = rule.unsupported else { return [] }
    let scope = base.endpoint.scope
    var probes = refusal.probes
    if probes.isEmpty {
      let next = min(scope.versions.max() ?? 0, .max - 1) + 1
      probes = [next, 0].filter { !scope.versions.contains($0) }.map { number in
        Probe(String(number), .number(JSONNumber(number)), why: "is no version that exists")
      }
    }
    return probes.map { probe in
      sketch(
        ["version-unsupported", probe.name],
        "The version \(probe.value.shownText)",
        base,
        .wrong(probe.value),
        refusal.trying(probe),
        "has in \(rule.carrier.sentence) \(probe.shown)"
      )
    }
  }

  private func notANumber(_ rule: VersionRule, _ base: RequestDraft) -> [CaseSketch] {
    guard let refusal = rule.notANumber else { return [] }
    var probes = refusal.probes
    if probes.isEmpty { probes = [Probe("text", "abc", why: "is not a number")] }
    return probes.map { probe in
      sketch(
        ["version-not-a-number", probe.name],
        "A version that is not a number (\(probe.name))",
        base,
        .wrong(probe.value),
        refusal.trying(probe),
        "has in \(rule.carrier.sentence) \(probe.shown)"
      )
    }
  }

  private func sketch(
    _ name: [String],
    _ condition: String,
    _ base: RequestDraft,
    _ version: RequestDraft.Version,
    _ refusal: Refusal,
    _ proof: String
  ) -> CaseSketch {
    var draft = base
    draft.version = version
    return CaseSketch(
      .version,
      name,
      condition,
      draft,
      refused: refusal,
      because: proof,
      at: base.endpoint.routeParts,
      clauses: [base.endpoint.route.version?.clause].compactMap(\.self)
    )
  }
}
