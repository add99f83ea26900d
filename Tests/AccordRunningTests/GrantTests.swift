import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordRunning

@Suite("Tokens come from token endpoints of OAuth 2, and are refreshed")
struct GrantTests {
  private let template = RequestTemplate(.get, [.text("/o")], credential: .valid())

  private func suite(_ credential: Credential) -> ContractSuite {
    var suite = Shop.suite
    suite.credential = credential
    return suite
  }

  private let password = Credential.password(
    token: "/token",
    user: "USER",
    password: "WORD",
    id: "ID",
    secret: "SECRET",
    scope: "a b"
  )

  private let environment = ["USER": "me", "WORD": "w&rd", "ID": "app", "SECRET": "s3cret"]

  private func forms(_ server: RecordingServer) -> [String] {
    server.requests.filter { $0.target == "/base/token" }
      .map { String(decoding: $0.body, as: UTF8.self) }
  }

  private func run(
    _ credential: Credential,
    _ environment: [String: String],
    times: Int = 1,
    on server: RecordingServer
  ) async throws -> [String] {
    let cases = (0..<times).map { Shop.testCase("c\($0)", template, access: .writes) }
    let time = TestTime()
    let slow = InProcessTransport { request in
      if request.target == "/base/o" { time.pass(.milliseconds(1100)) }
      return await server.transport.exchange(request, isIdempotent: false).outcome
    }
    return try await runCases(
      cases,
      of: suite(credential),
      on: slow,
      environment: environment,
      time: time
    ).words
  }

  @Test func refreshesBeforeTheTokenExpires() async throws {
    let server = RecordingServer { request, count in
      guard request.target == "/base/token" else { return .ok() }
      return .ok(
        #"{"access_token":"t\#(count)","expires_in":0,"refresh_token":"r\#(count)"}"#
      )
    }
    #expect(try await run(password, environment, times: 3, on: server) == ["200", "200", "200"])
    #expect(
      forms(server) == [
        "grant_type=password&username=me&password=w%26rd&scope=a%20b",
        "grant_type=refresh_token&refresh_token=r1",
        "grant_type=refresh_token&refresh_token=r3",
      ]
    )
    let sent = server.requests.filter { $0.target == "/base/o" }
    #expect(
      sent.map { $0.fields.values(of: "Authorization") }
        == [["Bearer t1"], ["Bearer t3"], ["Bearer t5"]]
    )
  }

  @Test func asksAnewWhereTheRefreshTokenIsNotTaken() async throws {
    let server = RecordingServer { request, count in
      guard request.target == "/base/token" else { return .ok() }
      guard !String(decoding: request.body, as: UTF8.self).contains("refresh") else {
        return .answered(
          Exchange.Response(status: 400, body: Array(#"{"error":"invalid_grant"}"#.utf8))
        )
      }
      return .ok(#"{"access_token":"t\#(count)","expires_in":"0","refresh_token":"r"}"#)
    }
    #expect(try await run(password, environment, times: 2, on: server) == ["200", "200"])
    #expect(
      forms(server).map { $0.prefix(24) } == [
        "grant_type=password&user", "grant_type=refresh_token", "grant_type=password&user",
      ]
    )
  }

  /// What an endpoint answers, and what is said of it.
  static let refusals: [(answer: Exchange.Response, reason: String)] = [
    (
      Exchange.Response(
        status: 401,
        body: Array(#"{"error":"invalid_client","error_description":"<b>no"}"#.utf8)
      ),
      "The token endpoint answered 401 (invalid_client); check ID, SECRET."
    ),
    (
      Exchange.Response(status: 400, body: Array(#"{"error":"a\nb"}"#.utf8)),
      "The token endpoint answered 400; check ID, SECRET."
    ),
    (Exchange.Response(status: 503), "The token endpoint answered 503; check ID, SECRET."),
    (
      Exchange.Response(status: 200, body: Array("<html>".utf8)),
      #"The token endpoint answered 200 without an access_token; check that "/token" is one."#
    ),
    (
      Exchange.Response(status: 200, body: Array(#"{"access_token":"a\r\nX: y"}"#.utf8)),
      #"The token endpoint answered 200 without an access_token; check that "/token" is one."#
    ),
  ]

  @Test(arguments: refusals.indices)
  func saysWhatTheEndpointAnswered(_ index: Int) async throws {
    let (answer, reason) = Self.refusals[index]
    let server = RecordingServer { request, _ in
      request.target == "/base/token" ? .answered(answer) : .ok()
    }
    let credential = Credential.clientCredentials(token: "/token", id: "ID", secret: "SECRET")
    let words = try await run(credential, environment, on: server)
    #expect(words == ["failed: \(reason)"])
    #expect(!server.requests.contains { $0.target == "/base/o" })
  }

  @Test func saysWhichVariablesAreMissing() async throws {
    let server = RecordingServer { _, _ in .ok() }
    for (names, rest) in [
      (["USER", "WORD", "ID", "SECRET"], ""), (["ID"], "SECRET, USER, WORD"),
      ([], "ID, SECRET, USER, WORD"),
    ] where !rest.isEmpty {
      let known = environment.filter { names.contains($0.key) }
      let words = try await run(password, known, on: server)
      #expect(words == ["skipped: No credential: set \(rest)."])
    }
    #expect(server.requests.isEmpty)
  }

  @Test func endpointThatIsNoAddressIsSaid() async throws {
    let server = RecordingServer { _, _ in .ok() }
    let credential = Credential.clientCredentials(token: "token", id: "ID", secret: "SECRET")
    #expect(
      try await run(credential, environment, on: server) == [
        #"failed: The token endpoint "token" is neither a path nor an address; correct it in the "#
          + "contract."
      ]
    )
  }

  @Test func basicSaysWhatIsWrong() async throws {
    let server = RecordingServer { _, _ in .ok() }
    let basic = Credential.basic(user: "USER", password: "WORD")
    #expect(
      try await run(basic, ["USER": "a:b", "WORD": "w"], on: server) == [
        "failed: USER holds a colon, which no user's name of HTTP Basic can; everything behind the "
          + "first one would be read as the password."
      ]
    )
    #expect(
      try await run(basic, ["USER": "a"], on: server) == [
        "skipped: No credential: set USER and WORD."
      ]
    )
    let cookie = Credential.token("KEY", in: .cookie("sid"))
    #expect(
      try await run(cookie, ["KEY": "a;b"], on: server) == [
        """
        failed: KEY holds a blank, a quotation mark, a comma, a semicolon, a backslash or a control \
        character, which a cookie cannot carry; set it to the token alone.
        """
      ]
    )
    #expect(server.requests.isEmpty)
  }

  @Test func cookieStandsBesideOthers() async throws {
    let server = RecordingServer { _, _ in .ok() }
    var request = template
    request.fields = [.init("Cookie", .value("theme=dark"))]
    request.query = ["a": 1]
    for (credential, target, cookie) in [
      (Credential.token("KEY", in: .cookie("sid")), "/base/o?a=1", "theme=dark; sid=k%y"),
      (.token("KEY", in: .query("api key")), "/base/o?a=1&api%20key=k%25y", "theme=dark"),
    ] {
      _ = try await runCases(
        [Shop.testCase("c", request)],
        of: suite(credential),
        on: server.transport,
        environment: ["KEY": "k%y"]
      )
      #expect(server.requests.last?.target == target)
      #expect(server.requests.last?.fields.values(of: "Cookie") == [cookie])
    }
  }
}
