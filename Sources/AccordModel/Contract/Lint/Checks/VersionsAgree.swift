import AccordSchema

/// Every version that is spoken of has a route, and routes do not contradict each other.
struct VersionsAgree: LintCheck {
  let id = "versions"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    let versioned = contract.routes.filter { $0.version != nil }
    var findings = versioned.flatMap { self.findings(in: $0, of: contract) }
    if !versioned.isEmpty {
      findings += contract.routes.filter { $0.version == nil }.map {
        LintFinding(.routeWithoutVersion(route: $0.name), at: $0.clause.source)
      }
    }
    return findings + ambiguities(in: versioned) + usesWithoutRoute(in: contract)
  }

  private func findings(in route: Contract.Route, of contract: Contract) -> [LintFinding] {
    guard let rule = route.version else { return [] }
    var evidence: [LintEvidence] = []
    if rule.served.isEmpty { evidence.append(.noVersionServed(route: route.name)) }
    if let version = rule.whenAbsent {
      if !rule.served.contains(version) {
        evidence.append(.absentVersionNotServed(version, route: route.name))
      }
      if rule.missing != nil { evidence.append(.absentVersionRefused(route: route.name)) }
    }
    if !isCarried(rule, by: route, of: contract) {
      evidence.append(.noCarrier(place: rule.carrier.sentence, route: route.name))
    }
    for probe in rule.unsupported?.probes ?? [] {
      let isServed = contract.servedVersions.contains { JSON.number(JSONNumber($0)) == probe.value }
      if isServed { evidence.append(.supportedProbe(probe.name, route: route.name)) }
    }
    return evidence.map { LintFinding($0, at: rule.clause.source) }
  }

  private func isCarried(
    _ rule: VersionRule,
    by route: Contract.Route,
    of contract: Contract
  ) -> Bool {
    switch rule.carrier {
    case .path(let name): route.path.variables.contains(name)
    case .body: contract.body != nil
    case .query, .header, .mediaTypeParameter: true
    }
  }

  private func ambiguities(in routes: [Contract.Route]) -> [LintFinding] {
    var findings: [LintFinding] = []
    for (index, route) in routes.enumerated() {
      guard let rule = route.version else { continue }
      for other in routes[..<index] where other.path == route.path {
        guard let otherRule = other.version, otherRule.carrier == rule.carrier else { continue }
        guard other.methods.probed.contains(where: route.methods.allows) else { continue }
        for version in rule.served where otherRule.served.contains(version) {
          findings.append(
            LintFinding(
              .ambiguousVersion(version, routes: [other.name, route.name]),
              at: rule.clause.source
            )
          )
        }
      }
    }
    return findings
  }

  private func usesWithoutRoute(in contract: Contract) -> [LintFinding] {
    var uses: [(versions: [Int], user: String, source: SourceLine)] = []
    if let body = contract.body { uses.append((body.versions, "The body", body.clause.source)) }
    uses += (contract.body?.memberVersions ?? []).map {
      ($0.versions, "The member \($0.pointer) of the body", $0.clause.source)
    }
    uses += contract.answers.map { ($0.versions, "The answer \($0.clause.id)", $0.clause.source) }
    uses += contract.examples.map {
      ($0.versions, "The example \"\($0.name)\"", $0.clause.source)
    }
    return uses.flatMap { use in
      use.versions.filter { !contract.servedVersions.contains($0) }.map {
        LintFinding(.versionWithoutRoute($0, user: use.user), at: use.source)
      }
    }
  }
}
