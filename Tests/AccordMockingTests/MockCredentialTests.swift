import AccordModel
import Testing

@testable import AccordMocking

@Suite("The mock knows its callers, and issues their tokens")
struct MockCredentialTests {
  private let grants = ContractSuite(
    "vault",
    name: "Vault",
    "Keeps things.",
    credential: .password(
      token: "https://auth.example/token?v=2",
      user: "USER",
      password: "WORD",
      id: "ID",
      secret: "SECRET",
      authentication: .body
    ),
    roles: [
      "reader": .clientCredentials(token: "/token", id: "READER_ID", secret: "READER_SECRET")
    ],
    contracts: []
  )

  private func issue(_ body: String, basic: String? = nil) throws -> MockAnswer {
    var fields = [Field("Content-Type", "application/x-www-form-urlencoded")]
    if let basic {
      fields.append(Field("Authorization", "Basic \(Base64Text.encode(Array(basic.utf8)))"))
    }
    let request = MockRequest("POST", "/token", fields: fields, body: Array(body.utf8))
    return try #require(MockCredentials(suite: grants).answer(issuing: request))
  }

  @Test func saysWhatItsCallersHaveToSet() {
    let pairs = MockCredentials(suite: grants).environment.map { "\($0.variable)=\($0.value)" }
    #expect(
      pairs == [
        "ID=accord-mock-client", "SECRET=accord-mock-secret", "USER=accord-mock-user",
        "WORD=accord-mock-password", "READER_ID=accord-mock-client-reader",
        "READER_SECRET=accord-mock-secret-reader",
      ]
    )
  }

  private static let client = "client_id=accord-mock-client&client_secret=accord-mock-secret"
  private static let account = "username=accord-mock-user&password=accord-mock-password"

  /// Forms, with the status and a part of what comes back.
  static let calls: [(form: String, basic: String?, status: Int, part: String)] = [
    ("grant_type=password&\(account)&\(client)", nil, 200, #""access_token":"accord-mock-token""#),
    ("grant_type=password&\(account)&\(client)", nil, 200, "accord-mock-refresh"),
    (
      "grant_type=refresh_token&refresh_token=accord-mock-refresh&\(client)", nil, 200,
      #""access_token":"accord-mock-token""#
    ),
    ("grant_type=refresh_token&refresh_token=x&\(client)", nil, 400, "invalid_grant"),
    ("grant_type=password&username=x&password=y&\(client)", nil, 400, "invalid_grant"),
    ("grant_type=client_credentials&\(client)", nil, 400, "unsupported_grant_type"),
    ("grant_type=password&\(account)", nil, 401, "invalid_client"),
    (
      "grant_type=client_credentials", "accord-mock-client-reader:accord-mock-secret-reader", 200,
      #""access_token":"accord-mock-token-reader""#
    ),
    ("grant_type=client_credentials", "accord-mock-client-reader:x", 401, "invalid_client"),
  ]

  @Test(arguments: calls.indices)
  func issuesTokens(_ index: Int) throws {
    let call = Self.calls[index]
    let answer = try issue(call.form, basic: call.basic)
    #expect(answer.status == call.status)
    #expect(String(decoding: answer.body, as: UTF8.self).contains(call.part))
  }

  @Test func tellsItsCallersApart() {
    let credentials = MockCredentials(suite: grants)
    func find(_ value: String?) -> MockCredentials.Finding {
      credentials.find(
        MockRequest("GET", "/", fields: value.map { [Field("Authorization", $0)] } ?? [])
      )
    }
    #expect(find(nil) == .none)
    #expect(find("") == .none)
    #expect(find("Bearer accord-mock-token") == .caller(role: nil))
    #expect(find("bearer accord-mock-token-reader") == .caller(role: "reader"))
    #expect(find("Bearer accord-mock-token-") == .unknown)
    #expect(find("Basic accord-mock-token") == .unknown)
  }
}
