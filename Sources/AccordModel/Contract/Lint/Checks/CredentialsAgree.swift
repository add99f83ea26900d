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
    }
    for example in contract.examples {
      check(example.role, "The example \"\(example.name)\"", at: example.clause.source)
    }
    return findings
  }
}
