import AccordSchema

extension Workflow.Step {
  /// What is wrong with what it calls; `user` names it at the beginning of a sentence.
  func evidence(
    as user: String,
    to origins: [String],
    in suite: ContractSuite
  ) -> [LintEvidence] {
    guard let contract = suite.contract(self.contract) else {
      return LintEvidence.unknown("contract", [self.contract], user, suite.operations.map(\.id))
    }
    var evidence = LintEvidence.unknown(
      "route",
      [self.route].compactMap(\.self),
      user,
      contract.routes.map(\.name)
    )
    evidence += LintEvidence.unknown(
      "example",
      [self.example].compactMap(\.self),
      user,
      contract.examples.map(\.name)
    )
    evidence += LintEvidence.unknown(
      "format",
      [self.format].compactMap(\.self),
      user,
      suite.formats.map(\.id)
    )
    evidence += LintEvidence.unknown(
      "role",
      [self.role].compactMap(\.self),
      user,
      suite.roles.list.map(\.name)
    )
    let ways = suite.negotiation?.queryNames ?? []
    evidence += LintEvidence.unknown(
      "parameter",
      self.arguments.list.map(\.name),
      user,
      contract.parameters.map(\.name) + contract.versionQueryNames + ways
    )
    if let version = self.version, !contract.servedVersions.contains(version) {
      evidence.append(.versionWithoutRoute(version, user: user))
    }
    switch expectation {
    case .response(let name):
      let names = contract.responses.map { String($0.clause.id.dropFirst("response/".count)) }
      evidence += name == "success" ? [] : LintEvidence.unknown("answer", [name], user, names)
    case .refused(let name):
      let names = contract.refusals.map { String($0.refused.id.dropLast("/refused".count)) }
      evidence += LintEvidence.unknown("refusal", [name], user, names)
    case .asDocumented, .refusal, .statuses: break
    }
    if case .literal(let target)? = target, let text = target.string,
      let origin = URIReference(text).origin,
      !origins.contains(where: { URIReference($0).origin == origin })
    {
      evidence.append(.otherOrigin(origin, user: user))
    }
    return evidence
  }
}

extension LintEvidence {
  /// The names that are not among those there are.
  static func unknown(
    _ noun: String,
    _ names: [String],
    _ user: String,
    _ known: [String]
  ) -> [LintEvidence] {
    names.filter { !known.contains($0) }
      .map { .unknown(noun: noun, name: $0, user: user, known: known) }
  }
}
