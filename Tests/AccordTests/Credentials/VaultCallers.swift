import Accord
import AccordSchema
import Testing

/// The ways in which callers of the vault prove who they are, each with a server that checks them by
/// itself.
struct VaultCaller: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var credential: Credential
  var environment: [String: String]
  /// What must not be written anywhere, beside the values of the environment.
  var secrets: [String] = []
  /// Variables of which reports may show the value.
  var open: [String] = []
  var server: @Sendable (VaultServer.Fault?) -> VaultServer

  /// The case with an empty token, which nothing that is computed has, and nothing beside a scheme.
  var empty: [String] {
    let plain = ["a key in the query", "a cookie", "a key in a header"]
    let isPlain = plain.contains(testDescription) || testDescription.hasSuffix("sent as a cookie")
    return isPlain ? ["credential-empty"] : []
  }

  static let all = [
    key, session, header, basic, login, cookieLogin, client, clientInBody, publicClient,
    signed, device,
  ]

  static let key = VaultCaller(
    testDescription: "a key in the query",
    credential: .token("VAULT_KEY", in: .query("api_key")),
    environment: ["VAULT_KEY": "k3y/with+signs&ä"]
  ) { fault in
    VaultServer(fault: fault) { request in
      VaultServer.query(of: request).first { $0.0 == "api_key" }.map { $0.1 == "k3y/with+signs&ä" }
    }
  }

  static let session = VaultCaller(
    testDescription: "a cookie",
    credential: .token("VAULT_SESSION", in: .cookie("sid")),
    environment: ["VAULT_SESSION": "s3ss10n-0f-m1ne"]
  ) { fault in
    VaultServer(fault: fault) { request in
      request.fields.values(of: "Cookie").first.map { $0 == "sid=s3ss10n-0f-m1ne" }
    }
  }

  static let header = VaultCaller(
    testDescription: "a key in a header",
    credential: .token("VAULT_KEY", in: .header("X-Api-Key")),
    environment: ["VAULT_KEY": "k3y-f0r-th1ngs"]
  ) { fault in
    VaultServer(fault: fault) { request in
      request.fields.values(of: "X-Api-Key").first.map { $0 == "k3y-f0r-th1ngs" }
    }
  }

  static let basic = VaultCaller(
    testDescription: "HTTP Basic",
    credential: .basic(user: "VAULT_USER", password: "VAULT_PASSWORD"),
    environment: ["VAULT_USER": "keeper", "VAULT_PASSWORD": "pä:ss wörd"],
    secrets: ["a2VlcGVyOnDDpDpzcyB3w7ZyZA=="],
    open: ["VAULT_USER"]
  ) { fault in
    VaultServer(fault: fault) { request in
      VaultServer.account(of: request).map { $0 == "keeper:pä:ss wörd" }
    }
  }

  static let login = VaultCaller(
    testDescription: "a login with its token in the body",
    credential: .login(
      Credential.Login(
        request: RequestTemplate(
          .post,
          [.text("/sessions")],
          fields: [.init("Content-Type", .value("application/json"))],
          body: .value(
            ["name": "", "word": ""],
            [.at("/name", .given("user")), .at("/word", .given("password"))],
            .json,
            .any
          )
        ),
        userVariable: "VAULT_USER",
        passwordVariable: "VAULT_PASSWORD",
        token: .body("/data/access_token"),
        expiry: .body("/data/expires_in")
      )
    ),
    environment: ["VAULT_USER": "keeper", "VAULT_PASSWORD": "w0rd-0f-k33per"],
    secrets: ["t0k3n-0f-a-l0gin"],
    open: ["VAULT_USER"]
  ) { fault in
    VaultServer(
      fault: fault,
      issue: { request, _ in
        guard VaultServer.path(of: request) == "/sessions" else { return nil }
        let body = (try? JSONDocument(parsing: request.body))?.root
        guard body?["name"]?.string == "keeper", body?["word"]?.string == "w0rd-0f-k33per" else {
          return VaultServer.json(403, "{}")
        }
        return VaultServer.json(
          200,
          #"{"data":{"access_token":"t0k3n-0f-a-l0gin","expires_in":"600"}}"#
        )
      }
    ) { request in VaultServer.bearer(of: request).map { $0 == "t0k3n-0f-a-l0gin" } }
  }

  static let cookieLogin = VaultCaller(
    testDescription: "a login with its token in a header, sent as a cookie",
    credential: .login(
      Credential.Login(
        request: RequestTemplate(
          .post,
          [.text("/sessions")],
          fields: [.init("Content-Type", .value("application/x-www-form-urlencoded"))],
          body: .form(["mail": .given("email"), "word": .given("password")])
        ),
        userVariable: "VAULT_USER",
        passwordVariable: "VAULT_PASSWORD",
        token: .header("X-Session")
      ),
      in: .cookie("sid")
    ),
    environment: ["VAULT_USER": "a@b.example", "VAULT_PASSWORD": "w0rd&0f=k33per"],
    secrets: ["t0k3n-0f-a-l0gin"],
    open: ["VAULT_USER"]
  ) { fault in
    VaultServer(
      fault: fault,
      issue: { request, _ in
        guard VaultServer.path(of: request) == "/sessions" else { return nil }
        let form = VaultServer.form(of: request)
        guard form == ["mail": "a@b.example", "word": "w0rd&0f=k33per"] else {
          return VaultServer.json(403, "{}")
        }
        return VaultServer.json(204, "", [Field("X-Session", "t0k3n-0f-a-l0gin")])
      }
    ) { request in
      request.fields.values(of: "Cookie").first.map { $0 == "sid=t0k3n-0f-a-l0gin" }
    }
  }

  static let client = client(
    "client credentials by HTTP Basic",
    .clientCredentials(
      token: "/oauth/token",
      id: "VAULT_CLIENT",
      secret: "VAULT_SECRET",
      scope: "things.read things.write"
    )
  ) { request in
    // RFC 6749 section 2.3.1: both are encoded as in a form.
    VaultServer.account(of: request) == "cl1ent:s3cret%2Fof%2Bsigns"
      && VaultServer.form(of: request) == [
        "grant_type": "client_credentials", "scope": "things.read things.write",
      ]
  }

  static let clientInBody = client(
    "client credentials in the body",
    .clientCredentials(
      token: "https://auth.example/oauth/token",
      id: "VAULT_CLIENT",
      secret: "VAULT_SECRET",
      authentication: .body
    )
  ) { request in
    request.origin == "https://auth.example"
      && request.fields.values(of: "Host") == ["auth.example"]
      && VaultServer.account(of: request) == nil
      && VaultServer.form(of: request) == [
        "grant_type": "client_credentials", "client_id": "cl1ent",
        "client_secret": "s3cret/of+signs",
      ]
  }

  private static func client(
    _ name: String,
    _ credential: Credential,
    isRight: @escaping @Sendable (Exchange.Request) -> Bool
  ) -> VaultCaller {
    VaultCaller(
      testDescription: name,
      credential: credential,
      environment: ["VAULT_CLIENT": "cl1ent", "VAULT_SECRET": "s3cret/of+signs"],
      secrets: ["t0k3n-0f-a-cl1ent", "Y2wxZW50OnMzY3JldCUyRm9mJTJCc2lnbnM="],
      open: ["VAULT_CLIENT"]
    ) { fault in
      VaultServer(
        fault: fault,
        issue: { request, _ in
          guard VaultServer.path(of: request) == "/oauth/token" else { return nil }
          guard request.method == "POST", isRight(request) else {
            return VaultServer.json(401, #"{"error":"invalid_client"}"#)
          }
          return VaultServer.json(
            200,
            #"{"access_token":"t0k3n-0f-a-cl1ent","token_type":"Bearer","expires_in":3600}"#
          )
        }
      ) { request in VaultServer.bearer(of: request).map { $0 == "t0k3n-0f-a-cl1ent" } }
    }
  }
}

extension VaultCaller {
  static let publicClient = VaultCaller(
    testDescription: "a user's name and password, of a public client",
    credential: .password(token: "/oauth/token", user: "VAULT_USER", password: "VAULT_PASSWORD"),
    environment: ["VAULT_USER": "keeper", "VAULT_PASSWORD": "w0rd&0f=k33per"],
    secrets: ["t0k3n-0f-a-us3r"],
    open: ["VAULT_USER"]
  ) { fault in
    VaultServer(
      fault: fault,
      issue: { request, _ in
        guard VaultServer.path(of: request) == "/oauth/token" else { return nil }
        let form = VaultServer.form(of: request)
        let isRight =
          form == ["grant_type": "password", "username": "keeper", "password": "w0rd&0f=k33per"]
          && request.fields.values(of: "Content-Type") == ["application/x-www-form-urlencoded"]
          && request.fields.values(of: "Authorization").isEmpty
        return isRight
          ? VaultServer.json(200, #"{"access_token":"t0k3n-0f-a-us3r","token_type":"bearer"}"#)
          : VaultServer.json(400, #"{"error":"invalid_grant"}"#)
      }
    ) { request in VaultServer.bearer(of: request).map { $0 == "t0k3n-0f-a-us3r" } }
  }

  static let signed = VaultCaller(
    testDescription: "a signature of one's own",
    credential: .signed(by: LampSignature()),
    environment: ["VAULT_KEY_ID": "k3y-1d", "VAULT_KEY": "s3cret-k3y"]
  ) { fault in
    VaultServer(fault: fault) { request in
      guard let found = request.fields.values(of: "X-Signature").first else { return nil }
      let text = "\(request.method) \(request.target) 2024-02-29T12:00:00Z"
      return found == "k3y-1d:" + HMACSHA256.hexadecimal(of: text, key: "s3cret-k3y")
    }
  }

  static let device = VaultCaller(
    testDescription: "a credential of one's own",
    credential: .own(DeviceToken(), in: .header("X-Device")),
    environment: ["DEVICE_SECRET": "d3vice-s3cret"],
    secrets: ["t0k3n-0f-a-d3vice"]
  ) { fault in
    VaultServer(
      fault: fault,
      issue: { request, _ in
        guard VaultServer.path(of: request) == "/devices/token" else { return nil }
        guard request.method == "POST", request.body == Array("d3vice-s3cret".utf8) else {
          return VaultServer.json(403, "{}")
        }
        return VaultServer.json(200, "t0k3n-0f-a-d3vice")
      }
    ) { request in
      request.fields.values(of: "X-Device").first.map { $0 == "t0k3n-0f-a-d3vice" }
    }
  }
}

/// A signature of a user's own, made with public API alone.
struct LampSignature: RequestSignature {
  let name = "the signature of the vault"
  let identities = ["VAULT_KEY_ID"]
  let keys = ["VAULT_KEY"]

  func moment(of request: Exchange.Request) -> Moment? {
    request.fields.values(of: "X-Moment").first.flatMap(Moment.init(parsing:))
  }

  func fields(
    for request: Exchange.Request,
    with values: CredentialValues,
    at moment: Moment
  ) -> [Field] {
    let text = "\(request.method) \(request.target) \(moment)"
    let code = HMACSHA256.hexadecimal(of: text, key: values["VAULT_KEY"])
    return [
      Field("X-Moment", "\(moment)"), Field("X-Signature", "\(values["VAULT_KEY_ID"]):\(code)"),
    ]
  }
}

/// A credential of a user's own, made with public API alone.
struct DeviceToken: CallerCredential {
  let name = "the token of the device"
  let secrets = ["DEVICE_SECRET"]

  func issue(_ setting: CredentialSetting) async throws -> IssuedToken {
    let request = setting.request("POST", "/devices/token", body: setting["DEVICE_SECRET"])
    let answer = try await setting.send(request)
    guard answer.status == 200 else { throw CredentialFailure("The server knows no such device.") }
    return IssuedToken(String(decoding: answer.body, as: UTF8.self), lifetime: 300)
  }
}

/// The endpoint that issues the tokens of devices, in the mock.
struct DeviceMock: MockBehaviour {
  func answer(
    undeclared request: MockRequest,
    _ state: inout Void
  ) throws(MockRefusal) -> MockAnswer? {
    request.path == "/devices/token" ? .text(200, "a-device-that-is-known") : nil
  }
}
