import AccordModel
import AccordSchema
import HTTPTypes

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

  /// The life of an issued token, in seconds.
  private static let life = 3_600

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
      credential.header.map { !(fields.values(of: $0).first ?? "").isEmpty } ?? false
    }
  }

  /// Answers the calls that get tokens; `nil` if the request is none of them.
  func answer(issuing request: MockRequest) -> MockAnswer? {
    for (role, credential) in suite.credentials {
      switch credential.source {
      case .variable, .basic, .signature, .own: continue
      case .challenge(let user, let password):
        guard request.method == "GET", request.path == Self.realm else { continue }
        return answer(to: request, user != nil && password != nil, role)
      case .login(let login, _):
        guard leads(request, to: login.request) else { continue }
        return logIn(request, login, credential, role)
      case .grant(let grant):
        guard request.method == "POST", request.path == Self.path(of: grant.endpoint),
          let answer = token(request, grant, role)
        else { continue }
        return answer
      }
    }
    return nil
  }
}

// MARK: - What it knows

extension MockCredentials {
  private static func made(_ word: String, _ role: String?) -> String {
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
        + account(of: grant, role)
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
  private static func token(of credential: Credential, _ role: String?) -> String {
    guard case .basic = credential.source else { return made("token", role) }
    return Base64Text.encode(Array("\(made("user", role)):\(made("password", role))".utf8))
  }

  /// The path of a token endpoint.
  private static func path(of endpoint: String) -> String {
    guard let scheme = endpoint.firstRange(of: "://") else { return endpoint }
    let rest = endpoint[scheme.upperBound...]
    return String(rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...].prefix { $0 != "?" })
  }
}

// MARK: - Challenges

extension MockCredentials {
  /// The path of the endpoint that challenges name.
  private static let realm = "/__accord/token"

  /// The answer with the challenge of Bearer that a 401 bears, in a suite whose callers answer one.
  func challenging(_ answer: MockAnswer, to request: MockRequest) -> MockAnswer {
    let isAsked = suite.credentials.contains { _, credential in
      if case .challenge = credential.source { return true }
      return false
    }
    guard answer.status == 401, isAsked else { return answer }
    let host = request.value(of: "Host") ?? "mock.invalid"
    let realm = "http://\(host)\(Self.realm)"
    var answer = answer
    answer.setField(
      "WWW-Authenticate",
      "Bearer realm=\"\(realm)\",service=\"accord-mock\",scope=\"\(suite.id):all\""
    )
    return answer
  }

  private func answer(to request: MockRequest, _ asksWho: Bool, _ role: String?) -> MockAnswer {
    let pair = "\(Self.made("user", role)):\(Self.made("password", role))"
    let basic = "Basic \(Base64Text.encode(Array(pair.utf8)))"
    guard !asksWho || request.value(of: "Authorization") == basic else {
      return .json(401, ["error": "The user or the password is wrong."])
    }
    return .json(
      200,
      [
        "token": .string(Self.made("token", role)), "expires_in": .number(JSONNumber(Self.life)),
      ]
    )
  }
}

// MARK: - What it issues

extension MockCredentials {
  private func leads(_ request: MockRequest, to template: RequestTemplate) -> Bool {
    let path = template.path.map { piece in
      if case .text(let text) = piece { return text }
      return ""
    }
    return request.method == template.method.rawValue && request.path == path.joined()
  }

  private func logIn(
    _ request: MockRequest,
    _ login: Credential.Login,
    _ credential: Credential,
    _ role: String?
  ) -> MockAnswer {
    let texts = request.form.map(\.value) + request.query.map(\.value) + strings(in: request.body)
    let isKnown =
      texts.contains(Self.made("user", role)) && texts.contains(Self.made("password", role))
    guard isKnown else { return .json(401, ["error": "The user or the password is wrong."]) }
    var fields: [Field] = []
    var body = JSON.object([])
    func put(_ value: JSON, at place: Credential.AnswerPlace) {
      switch place {
      case .header(let name): fields.append(Field(name, value.scalarText ?? ""))
      case .body(let pointer): body = body.setting(value, at: pointer)
      }
    }
    put(.string(Self.token(of: credential, role)), at: login.token)
    if let expiry = login.expiry { put(.number(JSONNumber(Self.life)), at: expiry) }
    return .json(200, body, fields: fields)
  }

  private func strings(in body: [UInt8]) -> [String] {
    var open = [(try? JSONDocument(parsing: body))?.root.value].compactMap(\.self)
    var found: [String] = []
    while let value = open.popLast() {
      if let text = value.string { found.append(text) }
      open += (value.members ?? []).map(\.value) + (value.elements ?? [])
    }
    return found
  }

  /// The answer of a token endpoint (RFC 6749 section 5); `nil` if the client is one of another role.
  private func token(
    _ request: MockRequest,
    _ grant: Credential.Grant,
    _ role: String?
  ) -> MockAnswer? {
    let form = request.form
    func field(_ name: String) -> String? { form.first { $0.name == name }?.value }
    let others = suite.credentials.filter { $0.role != role }.compactMap { entry in
      entry.credential.isGrant ? entry.role : nil
    }
    guard isClient(request, grant, role) else {
      guard !others.contains(where: { isClient(request, grant, $0) }) else { return nil }
      return .json(
        401,
        ["error": "invalid_client"],
        fields: [Field("WWW-Authenticate", "Basic realm=\"accord-mock\"")]
      )
    }
    let isGranted: Bool
    switch (field("grant_type"), grant.kind) {
    case ("refresh_token", _): isGranted = field("refresh_token") == Self.made("refresh", role)
    case ("client_credentials", .clientCredentials): isGranted = true
    case ("password", .password):
      isGranted =
        field("username") == Self.made("user", role)
        && field("password") == Self.made("password", role)
    default: return .json(400, ["error": "unsupported_grant_type"])
    }
    guard isGranted else { return .json(400, ["error": "invalid_grant"]) }
    var members = [
      JSONMember("access_token", .string(Self.made("token", role))),
      JSONMember("token_type", "Bearer"),
      JSONMember("expires_in", .number(JSONNumber(Self.life))),
    ]
    if case .password = grant.kind {
      members.append(JSONMember("refresh_token", .string(Self.made("refresh", role))))
    }
    return .json(200, .object(members), fields: [Field("Cache-Control", "no-store")])
  }

  private func isClient(
    _ request: MockRequest,
    _ grant: Credential.Grant,
    _ role: String?
  ) -> Bool {
    switch grant.authentication {
    case .basic:
      let pair = "\(Self.made("client", role)):\(Self.made("secret", role))"
      return request.value(of: "Authorization") == "Basic \(Base64Text.encode(Array(pair.utf8)))"
    case .body:
      let form = request.form
      return form.contains { $0.name == "client_id" && $0.value == Self.made("client", role) }
        && form.contains { $0.name == "client_secret" && $0.value == Self.made("secret", role) }
    }
  }
}

extension Credential {
  fileprivate var isGrant: Bool {
    if case .grant = source { return true }
    return false
  }
}
