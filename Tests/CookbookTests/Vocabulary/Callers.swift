import Accord

/// The credentials that there are.
enum Callers {
  static let bearer = Credential.token("SHOP_TOKEN")
  static let key = Credential.token("SHOP_KEY", in: .header("X-Api-Key"))
  static let query = Credential.token("SHOP_KEY", in: .query("api_key"))
  static let cookie = Credential.token("SHOP_SESSION", in: .cookie("sid"))
  static let basic = Credential.basic(user: "SHOP_USER", password: "SHOP_PASSWORD")
  static let client = Credential.clientCredentials(
    token: "/oauth/token",
    id: "SHOP_ID",
    secret: "SHOP_SECRET"
  )
  static let owner = Credential.password(
    token: "https://login.example/token",
    user: "SHOP_USER",
    password: "SHOP_PASSWORD",
    id: "SHOP_ID",
    secret: "SHOP_SECRET"
  )
  static let registry = Credential.bearerChallenge(user: "REGISTRY_USER", password: "REGISTRY_KEY")
  static let storage = Credential.signed(by: .awsSignature(region: "us-east-1", service: "s3"))
  static let login = Credential.login(
    Credential.Login(
      request: RequestTemplate(
        .post,
        [.text("/sessions")],
        body: .form(["name": .given("user"), "password": .given("password")])
      ),
      userVariable: "SHOP_USER",
      passwordVariable: "SHOP_PASSWORD",
      token: .body("/access_token"),
      expiry: .body("/expires_in")
    )
  )

  static let all = [
    bearer, key, query, cookie, basic, client, owner, registry, storage, login,
  ]

  static func suite(_ credential: Credential) -> ContractSuite {
    ContractSuite(
      "callers",
      name: "Callers",
      "Shows who calls.",
      folder: "Tests/CookbookTests/Vocabulary",
      credential: credential,
      roles: ["reader": .token("READER_KEY", in: .query("reader"))],
      contracts: [delete]
    )
  }

  static let delete = Contract(
    "orders.delete",
    "Deletes an order.",
    document: "callers.md",
    effect: .changesState,
    routes: [.delete("/orders/{id}")],
    credential: .required(missing: .status(.unauthorized), invalid: .status(.unauthorized)),
    parameters: [.path("id", .integer(in: 1...), example: 1)],
    responses: [.status(.noContent, .empty)],
    examples: [
      .example("one", changesState: true),
      .example("not-by-readers", as: "reader", expect: .refusal(.status(.forbidden))),
    ]
  )
}
