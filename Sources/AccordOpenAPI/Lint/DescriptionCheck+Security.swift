import AccordSchema

extension DescriptionCheck {
  /// Security requirements, which name declared schemes (OpenAPI 3.1, section 4.8.30).
  func security() -> [DescriptionProblem] {
    let schemes = isSwagger ? root["securityDefinitions"] : root["components"]?["securitySchemes"]
    let lists = [root["security"]] + survey.all(.operation).map { $0["security"] }
    var problems: [DescriptionProblem] = []
    for requirement in lists.flatMap({ $0?.items ?? [] }) {
      for (name, scopes) in requirement.members {
        guard let scheme = scheme(name, schemes, at: scopes) else {
          problems.append(
            DescriptionProblem(
              .error,
              file: scopes.file,
              position: scopes.keyPosition,
              pointer: scopes.pointer,
              .unknownSecurityScheme(name)
            )
          )
          continue
        }
        problems += unknownScopes(scopes, of: name, scheme)
        // Since 3.1 the list may name roles of any scheme.
        let type = scheme["type"]?.text ?? ""
        guard hasNoRoles, !["oauth2", "openIdConnect"].contains(type), !scopes.items.isEmpty,
          !type.isEmpty
        else { continue }
        problems.append(scopes.problem(.error, .scopes(of: name, type: type)))
      }
    }
    return problems
  }

  /// The scopes of a requirement that the flows of an OAuth 2 scheme do not declare.
  private func unknownScopes(
    _ scopes: DescriptionNode,
    of name: String,
    _ scheme: DescriptionNode
  ) -> [DescriptionProblem] {
    guard scheme["type"]?.text == "oauth2" else { return [] }
    let flows = (scheme["flows"]?.members ?? []).filter { !$0.name.hasPrefix("x-") }.map(\.node)
    let declared = (flows + [scheme]).compactMap { $0["scopes"] }
    guard !declared.isEmpty else { return [] }
    var known: [String] = []
    for scope in declared.flatMap(\.members) where !known.contains(scope.name) {
      known.append(scope.name)
    }
    return scopes.items.compactMap { node in
      guard let scope = node.text, !known.contains(scope) else { return nil }
      return node.problem(.warning, .unknownScope(scope, of: name, among: known))
    }
  }

  private var hasNoRoles: Bool {
    switch description.kind {
    case .swagger20, .openAPI(.v30, _): true
    case .openAPI, .arazzo: false
    }
  }

  /// The scheme of a name, which in 3.2 may be a reference too.
  private func scheme(
    _ name: String,
    _ schemes: DescriptionNode?,
    at node: DescriptionNode
  ) -> DescriptionNode? {
    if let scheme = schemes?[name] { return (try? scheme.resolved()) ?? scheme }
    guard case .openAPI(.v32, _) = description.kind else { return nil }
    return try? node.following(name)
  }

  /// Servers and their variables (OpenAPI 3.1, sections 4.8.5 and 4.8.6).
  func servers() -> [DescriptionProblem] {
    var problems: [DescriptionProblem] = []
    for server in survey.all(.server) {
      if let node = server["url"], let url = node.text {
        for name in PathTemplate(url, node.position).variables
        where server["variables"]?[name] == nil {
          problems.append(node.problem(.error, .undeclaredServerVariable(name)))
        }
      }
      for (_, variable) in server["variables"]?.members ?? [] {
        guard let values = variable["enum"], let node = variable["default"],
          let value = node.text
        else { continue }
        let allowed = values.items.compactMap(\.text)
        guard !allowed.isEmpty, !allowed.contains(value) else { continue }
        let severity: DescriptionProblem.Severity = isBefore31 ? .warning : .error
        problems.append(node.problem(severity, .serverDefault(value, among: allowed)))
      }
    }
    return problems
  }

  private var isBefore31: Bool { hasNoRoles }
}
