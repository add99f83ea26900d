import AccordModel

/// The callers that the mock of a suite knows: what it accepts, and what it issues.
///
/// Names, passwords and tokens are made from the role alone, so that two mocks of a suite know the
/// same.
struct MockCredentials: Sendable {
  let suite: ContractSuite

  /// How a request shows who its caller is.
  enum Finding: Sendable, Hashable {
    /// It shows nothing.
    case none
    /// It shows what nobody has.
    case unknown
    /// It is a caller of this role; `nil` is the usual one.
    case caller(role: String?)
  }

  /// What has to be in the environment of a caller, in the order of the credentials.
  var environment: [(variable: String, value: String)] {
    suite.credentials.flatMap { role, credential in
      Self.environment(of: credential, role)
    }
  }

  /// Looks for the credential of any role; `accepts` knows other tokens.
  func find(
    _ request: MockRequest,
    accepting accepts: (String) -> Bool = { _ in false }
  ) -> Finding {
    var found = Finding.none
    for (role, credential) in suite.credentials {
      switch shows(request, credential, role, accepts) {
      case true?: return .caller(role: role)
      case false?: found = .unknown
      case nil: break
      }
    }
    if case .none = found, showsSomething(request.fields) { found = .unknown }
    return found
  }

  /// Whether a request shows the credential of a role; `nil` where it shows none.
  private func shows(
    _ request: MockRequest,
    _ credential: Credential,
    _ role: String?,
    _ accepts: (String) -> Bool
  ) -> Bool? {
    let whole = Exchange.Request(
      origin: "",
      method: request.method,
      target: request.target,
      fields: request.fields,
      body: request.body
    )
    let known = Self.environment(of: credential, role).map { ($0.variable, $0.value) }
    let values = CredentialValues(Dictionary(known) { first, _ in first })
    switch credential.source {
    case .signature(let source): return source.signature.verifies(whole, with: values)
    case .own(let source):
      let token = credential.token(in: request.target, request.fields)
      if let token, accepts(token) { return true }
      return source.credential.accepts(whole, at: credential.place, with: values)
    case .variable, .login, .basic, .grant, .challenge:
      guard let token = credential.token(in: request.target, request.fields), !token.isEmpty
      else { return nil }
      return token == Self.token(of: credential, role) || accepts(token)
    }
  }

  /// Whether a header that carries a credential is there, in another form than the credential's.
  private func showsSomething(_ fields: [Field]) -> Bool {
    suite.credentials.contains { _, credential in
      guard case .header(let name, _) = credential.place.resolved else { return false }
      return !(fields.values(of: name).first ?? "").isEmpty
    }
  }
}

// MARK: - What it knows

extension MockCredentials {
  static func made(_ word: String, _ role: String?) -> String {
    "accord-mock-\(word)" + (role.map { "-\($0)" } ?? "")
  }

  private static func environment(
    of credential: Credential,
    _ role: String?
  ) -> [(variable: String, value: String)] {
    switch credential.source {
    case .variable(let name), .login(_, let name?): [(name, made("token", role))]
    case .login(let login, nil):
      [
        (login.userVariable, made("user", role)),
        (login.passwordVariable, made("password", role)),
      ]
    case .basic(let user, let password), .challenge(let user?, let password?):
      [(user, made("user", role)), (password, made("password", role))]
    case .challenge: []
    case .grant(let grant):
      [(grant.id, made("client", role)), (grant.secret, made("secret", role))]
        .compactMap { name, value in name.map { ($0, value) } } + account(of: grant, role)
    case .signature, .own:
      credential.variables.map { name in
        let isSecret = credential.secretVariables.contains(name)
        return (name, made(isSecret ? "secret" : "key", role))
      }
    }
  }

  private static func account(
    of grant: Credential.Grant,
    _ role: String?
  ) -> [(variable: String, value: String)] {
    guard case .password(let user, let password) = grant.kind else { return [] }
    return [(user, made("user", role)), (password, made("password", role))]
  }

  /// The token that a request of a role bears.
  static func token(of credential: Credential, _ role: String?) -> String {
    guard case .basic = credential.source else { return made("token", role) }
    return Base64Text.encode(Array("\(made("user", role)):\(made("password", role))".utf8))
  }

  /// The path of a token endpoint.
  static func path(of endpoint: String) -> String {
    guard let scheme = endpoint.firstRange(of: "://") else { return endpoint }
    let rest = endpoint[scheme.upperBound...]
    return String(rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...].prefix { $0 != "?" })
  }
}
