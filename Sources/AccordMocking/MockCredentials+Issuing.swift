import AccordModel
import AccordSchema
import HTTPTypes

/// The calls by which callers get their tokens.
extension MockCredentials {
  /// The life of an issued token, in seconds.
  private static let life = 3_600

  /// Answers the calls that get tokens; `nil` if the request is none of them.
  ///
  /// Callers of several roles may call the same endpoint: it knows all of them.
  func answer(issuing request: MockRequest) -> MockAnswer? {
    var refusal: MockAnswer?
    for (role, credential) in suite.credentials {
      guard let answer = answer(issuing: request, credential, role) else { continue }
      if answer.status == 200 { return answer }
      refusal = refusal ?? answer
    }
    return refusal
  }

  /// Answers a call that gets a token by a grant of OAuth 2; `nil` if the request is none, or entitles to
  /// none.
  func answer(granting request: MockRequest) -> MockAnswer? {
    for (role, credential) in suite.credentials {
      guard case .grant = credential.source,
        let answer = answer(issuing: request, credential, role), answer.status == 200
      else { continue }
      return answer
    }
    return nil
  }

  private func answer(
    issuing request: MockRequest,
    _ credential: Credential,
    _ role: String?
  ) -> MockAnswer? {
    switch credential.source {
    case .variable, .basic, .signature, .own: return nil
    case .challenge(let user, let password):
      guard request.method == "GET", request.path == Self.realm else { return nil }
      return answer(to: request, user != nil && password != nil, role)
    case .login(let login, _):
      guard leads(request, to: login.request) else { return nil }
      return logIn(request, login, credential, role)
    case .grant(let grant):
      guard request.method == "POST", request.path == Self.path(of: grant.endpoint) else {
        return nil
      }
      return token(request, grant, role)
    }
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

  /// The answer of a token endpoint (RFC 6749 section 5).
  private func token(
    _ request: MockRequest,
    _ grant: Credential.Grant,
    _ role: String?
  ) -> MockAnswer {
    let form = request.form
    func field(_ name: String) -> String? { form.first { $0.name == name }?.value }
    guard isClient(request, grant, role) else {
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
    case .none: return true
    }
  }
}
