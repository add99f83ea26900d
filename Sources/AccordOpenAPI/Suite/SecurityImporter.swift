import AccordModel

/// Makes credentials of the security schemes of a description, and tells which of them an operation needs.
final class SecurityImporter {
  /// What a call proves.
  enum Need: Hashable {
    /// Nothing.
    case nothing
    /// Something by this scheme.
    case scheme(String)
    /// Something by this scheme, or nothing.
    case optional(String)
  }

  private let context: ImportContext
  private let root: DescriptionNode
  private var schemes: [(name: String, credential: Credential)] = []
  private var used: [String] = []

  init(_ root: DescriptionNode, _ context: ImportContext) {
    self.context = context
    self.root = root
    let declared =
      context.isSwagger ? root["securityDefinitions"] : root["components"]?["securitySchemes"]
    for (name, entry) in declared?.declared ?? [] {
      guard let node = context.followed(entry) else { continue }
      if let credential = credential(name, node) { schemes.append((name, credential)) }
    }
  }

  /// What a call of an operation proves; the first alternative that can be carried.
  func need(of operation: DescribedOperation) -> Need {
    guard let listed = operation.node["security"] ?? root["security"] else { return .nothing }
    let isOptional = listed.items.contains { $0.members.isEmpty }
    var chosen: String?
    for alternative in listed.items where !alternative.members.isEmpty {
      guard chosen == nil else {
        context.leave(alternative, .alternative)
        continue
      }
      let names = alternative.members.map(\.name)
      chosen = names.first { name in schemes.contains { $0.name == name } }
      if chosen != nil, names.count > 1 { context.leave(alternative, .combination) }
    }
    guard let chosen else { return .nothing }
    if !used.contains(chosen) { used.append(chosen) }
    return isOptional ? .optional(chosen) : .scheme(chosen)
  }

  /// The credential of the suite, where all of its calls bear the same.
  var credential: Credential? { used.count == 1 ? credential(of: used[0]) : nil }

  /// The credentials by the names of their schemes, where calls bear different ones.
  var roles: Credential.Roles {
    guard used.count > 1 else { return [:] }
    return Credential.Roles(
      schemes.filter { used.contains($0.name) }
        .map { Credential.Roles.Role(Self.role($0.name), $0.credential) }
    )
  }

  /// The role of a scheme; `nil` where it is the suite's only one.
  func role(of scheme: String) -> String? { used.count > 1 ? Self.role(scheme) : nil }

  /// The schemes that can be carried, used or not.
  var described: [DescribedScheme] {
    schemes.map { name, credential in
      DescribedScheme(
        name: name,
        credential: credential,
        variable: ContractNames.variable(context.suite, name)
      )
    }
  }

  private static func role(_ scheme: String) -> String {
    let name = ContractNames.hyphenated(scheme)
    return name.isEmpty ? "caller" : name
  }

  private func credential(of name: String) -> Credential? {
    schemes.first { $0.name == name }?.credential
  }

  // MARK: - Schemes

  private func credential(_ name: String, _ node: DescriptionNode) -> Credential? {
    let variable = ContractNames.variable(context.suite, name)
    switch node["type"]?.text {
    case "apiKey": return key(node, variable)
    case "basic": return .basic(user: variable + "_USER", password: variable + "_PASSWORD")
    case "http": return http(node, variable)
    case "oauth2": return grant(node, variable)
    case "openIdConnect":
      context.leave(node, .flow("OpenID Connect", variable: variable))
      return .token(variable)
    case "mutualTLS":
      context.leave(node, .security(why: "a certificate is given with --client-certificate."))
      return nil
    default:
      context.leave(node, .security(why: "its type is none of OpenAPI."))
      return nil
    }
  }

  private func key(_ node: DescriptionNode, _ variable: String) -> Credential? {
    guard let name = node["name"]?.text else { return nil }
    switch node["in"]?.text {
    case "header": return .token(variable, in: .header(name))
    case "query": return .token(variable, in: .query(name))
    case "cookie": return .token(variable, in: .cookie(name))
    default:
      context.leave(node, .security(why: "its place is none of OpenAPI."))
      return nil
    }
  }

  private func http(_ node: DescriptionNode, _ variable: String) -> Credential? {
    let scheme = node["scheme"]?.text ?? ""
    switch scheme.lowercased() {
    case "basic": return .basic(user: variable + "_USER", password: variable + "_PASSWORD")
    case "bearer": return .token(variable)
    case "digest", "mutual", "negotiate", "scram-sha-1", "scram-sha-256":
      context.leave(node, .security(why: "\(scheme) answers a challenge of the server."))
      return nil
    default:
      guard Field.isName(scheme) else {
        context.leave(node, .security(why: "\"\(scheme)\" is no scheme of HTTP."))
        return nil
      }
      return .token(variable, in: .header("Authorization", "\(scheme) {token}"))
    }
  }

  /// The grant of OAuth 2 that a machine can ask for; else a token that somebody has got.
  private func grant(_ node: DescriptionNode, _ variable: String) -> Credential {
    let flows: [(name: String, node: DescriptionNode)] =
      context.isSwagger
      ? [(Self.modern[node["flow"]?.text ?? ""] ?? "", node)] : node["flows"]?.declared ?? []
    var made: Credential?
    for (name, flow) in flows {
      let scopes = flow["scopes"]?.declared.map(\.name).joined(separator: " ") ?? ""
      let endpoint = flow["tokenUrl"]?.text.map(callPath)
      switch (name, endpoint) {
      case ("clientCredentials", let endpoint?) where made == nil:
        made = .clientCredentials(
          token: endpoint,
          id: variable + "_ID",
          secret: variable + "_SECRET",
          scope: scopes.isEmpty ? nil : scopes
        )
      case ("password", let endpoint?) where made == nil:
        made = .password(
          token: endpoint,
          user: variable + "_USER",
          password: variable + "_PASSWORD",
          scope: scopes.isEmpty ? nil : scopes
        )
      case ("clientCredentials", _), ("password", _): context.leave(flow, .alternative)
      default: context.leave(flow, .flow(name, variable: variable))
      }
    }
    return made ?? .token(variable)
  }

  /// The names that OpenAPI 3 has for the flows of Swagger 2.0.
  private static let modern = [
    "application": "clientCredentials", "password": "password", "implicit": "implicit",
    "accessCode": "authorizationCode",
  ]

  /// A token endpoint as a path below the server's address, where it is not a whole address.
  private func callPath(_ url: String) -> String {
    guard !url.contains("://"), !url.hasPrefix("/") else { return url }
    return "/" + url
  }
}
