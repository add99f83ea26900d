/// Paths are well-formed, and their variables and the parameters of the path are the same.
struct PathsNameTheirParameters: LintCheck {
  let id = "paths"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    contract.routes.flatMap { findings(in: $0, of: contract) }
      + contract.parameters.compactMap { parameter in
        guard parameter.usual == .path else { return nil }
        let isVariable = contract.routes.contains { $0.path.variables.contains(parameter.name) }
        guard !isVariable else { return nil }
        return LintFinding(
          .parameterWithoutVariable(parameter.name),
          at: parameter.clause.source
        )
      }
  }

  private func findings(in route: Contract.Route, of contract: Contract) -> [LintFinding] {
    let template = route.path.description
    let variables = route.path.variables
    var evidence: [LintEvidence] = []
    if !template.hasPrefix("/") { evidence.append(.relativeTemplate(template)) }
    guard Self.isBalanced(template) else {
      return (evidence + [.unbalancedBraces(template: template)]).map {
        LintFinding($0, at: route.clause.source)
      }
    }
    if variables.contains("") { evidence.append(.unnamedVariable(template: template)) }
    for (index, name) in variables.enumerated() where !name.isEmpty {
      if variables[..<index].contains(name) {
        evidence.append(.repeatedVariable(name, template: template))
      } else if name != contract.versionVariable(of: route),
        !contract.parameters.contains(where: { $0.name == name && $0.places.contains(.path) })
      {
        evidence.append(.variableWithoutParameter(name, template: template))
      }
    }
    return evidence.map { LintFinding($0, at: route.clause.source) }
  }

  /// Whether braces come in pairs, each within one segment and not inside one another.
  private static func isBalanced(_ template: String) -> Bool {
    var isOpen = false
    for scalar in template.unicodeScalars {
      switch (scalar, isOpen) {
      case ("{", true), ("}", false), ("/", true): return false
      case ("{", false): isOpen = true
      case ("}", true): isOpen = false
      default: break
      }
    }
    return !isOpen
  }
}
