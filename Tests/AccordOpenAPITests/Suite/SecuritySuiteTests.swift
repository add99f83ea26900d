import AccordMocking
import AccordModel
import Testing

@testable import AccordOpenAPI

/// Security schemes become credentials.
@Suite struct SecuritySuiteTests {
  static func imported(_ schemes: String, _ security: String) throws -> Imported {
    try Imported(
      paths: """
        /order:
          get:
            operationId: get
            security: \(security)
            responses: {'200': {description: ok}, '401': {description: who are you}}
        """,
      and: """
        components:
          securitySchemes: \(schemes)
        """
    )
  }

  static let schemes: [(scheme: String, place: String, variables: [String])] = [
    ("{type: apiKey, in: header, name: X-Key}", "X-Key: {token}", ["SHOP_KEY"]),
    ("{type: apiKey, in: query, name: key}", "key={token}", ["SHOP_KEY"]),
    ("{type: apiKey, in: cookie, name: sid}", "Cookie: sid={token}", ["SHOP_KEY"]),
    (
      "{type: http, scheme: basic}", "Authorization: Basic {token}",
      ["SHOP_KEY_USER", "SHOP_KEY_PASSWORD"]
    ),
    ("{type: http, scheme: bearer}", "Authorization: Bearer {token}", ["SHOP_KEY"]),
    (
      "{type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {a: b}}}}",
      "Authorization: Bearer {token}", ["SHOP_KEY_ID", "SHOP_KEY_SECRET"]
    ),
    (
      "{type: oauth2, flows: {password: {tokenUrl: token, scopes: {}}}}",
      "Authorization: Bearer {token}", ["SHOP_KEY_USER", "SHOP_KEY_PASSWORD"]
    ),
  ]

  @Test(arguments: schemes)
  func aSchemeIsACredential(_ scheme: String, _ place: String, _ variables: [String]) async throws {
    let imported = try Self.imported("{key: \(scheme)}", "[{key: []}]")
    let credential = try #require(imported.suite.credential)
    #expect(credential.place.text == place)
    #expect(credential.variables == variables)
    #expect(imported.cases.contains("shop/get/credential-missing"))
    #expect(try await imported.problems() == [])
    #expect(try await imported.violations { _, _ in } == [])
    // A server that looks at no credential is found.
    let found = try await imported.violations { request, answer in
      if answer.status == 401 { answer = MockAnswer(200) }
    }
    #expect(found == ["wrong-request-is-refused at response status"])
  }

  @Test func theFirstAlternativeThatCanBeCarriedIs() throws {
    let imported = try Self.imported(
      "{cert: {type: mutualTLS}, key: {type: apiKey, in: header, name: X-Key}, bearer: {type: http, scheme: bearer}}",
      "[{cert: []}, {key: []}, {bearer: []}]"
    )
    #expect(imported.suite.credential?.place == .header("X-Key"))
    #expect(
      imported.notCarried == [
        "/paths/~1order/get/security/2: Requests bear the first alternative that can be carried: this one "
          + "is not tried.",
        "/components/securitySchemes/cert: The security scheme is not used: a certificate is given with "
          + "--client-certificate.",
      ]
    )
  }

  @Test func anOptionalCredentialIsNeverMissing() async throws {
    let imported = try Self.imported("{key: {type: http, scheme: bearer}}", "[{}, {key: []}]")
    #expect(!imported.cases.contains("shop/get/credential-missing"))
    #expect(try await imported.problems() == [])
  }

  @Test func aPersonHasToAgreeInOtherFlows() throws {
    let imported = try Self.imported(
      "{key: {type: oauth2, flows: {implicit: {authorizationUrl: /a, scopes: {}}}}}",
      "[{key: [a]}]"
    )
    #expect(imported.suite.credential?.variables == ["SHOP_KEY"])
    #expect(
      imported.notCarried == [
        "/components/securitySchemes/key/flows/implicit: In the flow implicit a person has to agree: the "
          + "token is taken from SHOP_KEY."
      ]
    )
  }

  @Test func aTokenEndpointMayBeDescribedToo() async throws {
    let imported = try Imported(
      paths: """
        /token:
          post:
            operationId: token
            requestBody:
              required: true
              content:
                application/x-www-form-urlencoded:
                  schema: {type: object, required: [username], properties: {username: {type: string}}}
            responses: {'200': {description: ok, content: {application/json: {schema: {}}}}}
        /order:
          get:
            operationId: get
            security: [{key: []}]
            responses: {'200': {description: ok}}
        """,
      and: """
        components:
          securitySchemes:
            key: {type: oauth2, flows: {password: {tokenUrl: token, scopes: {}}}}
        """
    )
    #expect(try await imported.problems() == [])
    #expect(try await imported.violations(isStrict: true) { _, _ in } == [])
  }
}
