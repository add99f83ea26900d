/// Live data have fields, and what finds them on a server can be called without them.
struct GivensCanBeFound: LintCheck {
  let id = "givens"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    suite.givens.flatMap { given in
      evidence(of: given, in: suite).map { LintFinding($0, at: suite.source) }
    }
  }

  private func evidence(of given: Given, in suite: ContractSuite) -> [LintEvidence] {
    guard !given.fields.isEmpty else { return [.missing(part: "field of the given \(given.id)")] }
    guard let discovery = given.discovery else { return [] }
    var evidence: [LintEvidence] = []
    if discovery.members.count != given.fields.count {
      evidence.append(
        .discoveredFields(
          given: given.id,
          fields: given.fields.count,
          members: discovery.members.count
        )
      )
    }
    for name in discovery.request.givens {
      if name == given.id {
        evidence.append(.circularDiscovery(given: name))
      } else if suite.given(name) == nil {
        evidence.append(
          .unknown(
            noun: "given",
            name: name,
            user: "The discovery of \"\(given.id)\"",
            known: suite.givens.map(\.id)
          )
        )
      }
    }
    return evidence
  }
}
