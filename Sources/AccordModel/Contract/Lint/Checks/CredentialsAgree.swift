/// What a contract says of its callers agrees with the suite's credentials.
struct CredentialsAgree: LintCheck {
  let id = "credentials"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    var evidence: [LintEvidence] = []
    let names = suite.roles.list.map(\.name)
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      evidence.append(.duplicate(noun: "role", name: name))
    }
    for (_, credential) in suite.credentials {
      guard case .header(let name, let template) = credential.place, !template.contains("{token}")
      else { continue }
      evidence.append(.noTokenPlace(header: name, template: template))
    }
    return evidence.map { LintFinding($0, at: suite.source) }
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    var findings: [LintFinding] = []
    let roles = suite.roles.list.map(\.name)
    func check(_ role: String?, _ user: String, at source: SourceLine) {
      guard let role, !roles.contains(role) else { return }
      findings.append(
        LintFinding(.unknown(noun: "role", name: role, user: user, known: roles), at: source)
      )
    }
    if let rule = contract.credential {
      let user = "The credential of the contract"
      check(rule.role, user, at: rule.clause.source)
      if suite.credentials.isEmpty {
        findings.append(LintFinding(.noCredential, at: rule.clause.source))
      }
      if contract.headers.contains(where: \.isCredential) {
        findings.append(LintFinding(.repeatedCredential, at: rule.clause.source))
      }
      findings += occupied(by: rule, in: contract, of: suite)
    }
    for example in contract.examples {
      check(example.role, "The example \"\(example.name)\"", at: example.clause.source)
    }
    return findings
  }

  /// The places of its credential into which a parameter or a header of the contract goes too.
  private func occupied(
    by rule: CredentialRule,
    in contract: Contract,
    of suite: ContractSuite
  ) -> [LintFinding] {
    let callers = contract.examples.map { $0.role ?? rule.role }
    let places = suite.credentials.filter { callers.contains($0.role) || callers.isEmpty }
      .map(\.credential.place.resolved)
    var found: [LintFinding] = []
    for (index, place) in places.enumerated() where !places[..<index].contains(place) {
      let sources: [SourceLine]
      switch place {
      case .header(let name, _):
        let headers = contract.headers.filter { !$0.isCredential && $0.presence != .forbidden }
        sources =
          headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.clause.source)
          + contract.parameters(named: name.lowercased(), in: .header, { $0.lowercased() })
      case .query(let name): sources = contract.parameters(named: name, in: .query, { $0 })
      case .cookie(let name): sources = contract.parameters(named: name, in: .cookie, { $0 })
      }
      found += sources.map { LintFinding(.credentialInPlaceOfParameter(place: place.noun), at: $0) }
    }
    return found
  }
}

extension Contract {
  /// Where parameters of a name are declared that travel in a place.
  fileprivate func parameters(
    named name: String,
    in place: Parameter.Place,
    _ spelling: (String) -> String
  ) -> [SourceLine] {
    parameters.filter { $0.places.contains(place) && spelling($0.name) == name }
      .map(\.clause.source)
  }
}
