import AccordModel
import AccordSchema

/// The security schemes of a suite.
struct ExportedSecurity {
  let suite: ContractSuite

  init(_ suite: ContractSuite) { self.suite = suite }

  /// The credentials by the names of their schemes.
  var named: [(name: String, credential: Credential)] {
    let roles = suite.roles.list.map { ($0.name, $0.credential) }
    guard let credential = suite.credential else { return roles }
    return [(Self.name(of: credential, in: suite), credential)] + roles
  }

  /// The scheme that a call proves itself by; nil where there is none.
  func scheme(of role: String?) -> (name: String, scopes: [String])? {
    let found =
      role == nil ? named.first : named.first { $0.name == role }
    return found.map { ($0.name, Self.scopes(of: $0.credential)) }
  }

  /// The schemes (OpenAPI 3.1, section 4.8.27).
  var schemes: [JSONMember] {
    named.map { JSONMember($0.name, Self.scheme($0.credential)) }
  }

  /// A name that is read back as the same variable of the environment.
  private static func name(of credential: Credential, in suite: ContractSuite) -> String {
    let prefix = ContractNames.variable(suite.id) + "_"
    guard var name = credential.variables.first, name.hasPrefix(prefix) else { return "credential" }
    name = String(name.dropFirst(prefix.count))
    for suffix in ["_USER", "_ID"] where name.hasSuffix(suffix) && credential.variables.count > 1 {
      name = String(name.dropLast(suffix.count))
    }
    return name.lowercased().replacing("_", with: "-")
  }

  private static func scopes(of credential: Credential) -> [String] {
    guard case .grant(let grant) = credential.source, let scope = grant.scope else { return [] }
    return scope.split(separator: " ").map(String.init)
  }

  private static func scheme(_ credential: Credential) -> JSON {
    if case .grant(let grant) = credential.source {
      let scopes = JSON.object(scopes(of: credential).map { JSONMember($0, "") })
      let flow: JSON = ["tokenUrl": .string(grant.endpoint), "scopes": scopes]
      let name =
        if case .clientCredentials = grant.kind { "clientCredentials" } else { "password" }
      return ["type": "oauth2", "flows": .object([JSONMember(name, flow)])]
    }
    if case .challenge = credential.source { return ["type": "http", "scheme": "digest"] }
    switch credential.place.resolved {
    case .query(let name): return ["type": "apiKey", "in": "query", "name": .string(name)]
    case .cookie(let name): return ["type": "apiKey", "in": "cookie", "name": .string(name)]
    case .header(let name, let template):
      let parts = template.split(separator: " ")
      guard name.lowercased() == "authorization", parts.count == 2, parts[1] == "{token}" else {
        return ["type": "apiKey", "in": "header", "name": .string(name)]
      }
      return ["type": "http", "scheme": .string(parts[0].lowercased())]
    }
  }
}
