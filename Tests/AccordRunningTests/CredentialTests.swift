import AccordModel
import AccordSchema
import HTTPTypes
import Synchronization
import Testing

@testable import AccordRunning

@Suite struct CredentialTests {
  private let protected = RequestTemplate(
    .get,
    [.text("/o")],
    fields: [.init("Authorization", .credential)]
  )

  @Test func logsInOnceAndSendsTheToken() async throws {
    let server = RecordingServer { request, _ in
      request.target == "/base/login"
        ? .ok(fields: [Field("x-token", "fresh"), Field("X-Expires", "1800")]) : .ok()
    }
    let book = SecretList()
    let cases = (0..<8).map { Shop.testCase("c\($0)", protected) }
    _ = try await runCases(
      cases,
      on: server.transport,
      environment: ["SHOP_EMAIL": "a@b", "SHOP_PASSWORD": "pw"],
      onSecret: { book.add($0) }
    )
    let logins = server.requests.filter { $0.target == "/base/login" }
    #expect(logins.count == 1)
    #expect(
      logins.first.map { String(decoding: $0.body, as: UTF8.self) } == "email=a%40b&password=pw"
    )
    let others = server.requests.filter { $0.target != "/base/login" }
    #expect(others.count == 8)
    #expect(others.allSatisfy { $0.fields.values(of: "Authorization") == ["Bearer fresh"] })
    #expect(book.placeholders == ["$SHOP_PASSWORD", "$SHOP_TOKEN"])
  }

  @Test func whatALoginOrALookUpReturnsIsSecretToo() async throws {
    let server = RecordingServer { request, _ in
      request.target == "/base/login"
        ? .ok(
          #"{"user":{"refresh_token":"fresh-refresh","name":"me"},"keys":[{"apiKey":"fresh-key"}]}"#,
          fields: [
            Field("X-Token", "fresh"), Field("Set-Cookie", "sid=fresh-cookie; Path=/"),
            Field("X-Expires", "1800"),
          ]
        )
        : .ok(#"{"parcels":[],"sessionId":"found-session"}"#)
    }
    let book = SecretList()
    let looksUp = RequestTemplate(.get, [.text("/o/"), .value(.given("parcel"))])
    var givens = GivenValues()
    givens.add([1], of: Shop.order, in: Shop.suite)
    _ = try await runCases(
      [Shop.testCase("a", looksUp)],
      on: server.transport,
      environment: ["SHOP_EMAIL": "a@b", "SHOP_PASSWORD": "pw"],
      givens: givens,
      onSecret: { book.add($0) }
    )
    #expect(
      book.placeholders == [
        "$SHOP_PASSWORD", "$SHOP_TOKEN", "[Set-Cookie]", "[apiKey]", "[refresh_token]",
        "[sessionId]",
      ]
    )
  }

  @Test func theUserAndPasswordOfAProxyAreSecret() {
    let environment = EnvironmentVariables([
      "http_proxy": "http://me:p%40ss@proxy:3128/", "HTTPS_PROXY": "someone@proxy",
      "no_proxy": "a@b",
    ])
    let secrets = environment.proxySecrets
    #expect(secrets.map(\.value) == ["me:p@ss", "p@ss", "me", "someone:", "someone"])
    #expect(
      secrets.map(\.placeholder) == [
        "[credentials of http_proxy]", "[password of http_proxy]", "[user of http_proxy]",
        "[credentials of HTTPS_PROXY]", "[user of HTTPS_PROXY]",
      ]
    )
  }

  /// A short name is part of words that have nothing to do with it, and a common one is a word.
  @Test func theNameOfAProxysUserGarblesNoWord() {
    let redactor = { (user: String) in
      Redactor(
        secrets: EnvironmentVariables(["http_proxy": "http://\(user):geheim99@proxy"]).proxySecrets
      )
    }
    #expect(redactor("user").redact("findConnectionsForUser user") == "findConnectionsForUser user")
    #expect(
      redactor("meier").redact("Obermeier meier, geheim99 meier:geheim99")
        == "Obermeier [user of http_proxy], [password of http_proxy] [credentials of http_proxy]"
    )
    #expect(redactor("someoneelse").redact("XsomeoneelseX") == "X[user of http_proxy]X")
  }

  @Test func logsInAgainWhenTheTokenExpires() async throws {
    let server = RecordingServer { request, count in
      request.target == "/base/login"
        ? .ok(fields: [Field("X-Token", "t\(count)"), Field("X-Expires", "0")])
        : .ok()
    }
    let writes = (0..<2).map { Shop.testCase("c\($0)", protected, access: .writes) }
    let time = TestTime()
    let slow = InProcessTransport { request in
      if request.target == "/base/o" { time.pass(.milliseconds(1100)) }
      return await server.transport.exchange(request, isIdempotent: false).outcome
    }
    _ = try await runCases(
      writes,
      on: slow,
      environment: ["SHOP_EMAIL": "a", "SHOP_PASSWORD": "b"],
      time: time
    )
    #expect(server.requests.map(\.target) == ["/base/login", "/base/o", "/base/login", "/base/o"])
    #expect(server.requests[3].fields.values(of: "Authorization") == ["Bearer t3"])
  }

  @Test func skipsWithoutACredential() async throws {
    let server = RecordingServer { _, _ in .ok() }
    let open = Shop.testCase("open", RequestTemplate(.get, [.text("/o")]))
    let outcomes = try await runCases(
      [Shop.testCase("c", protected), open],
      on: server.transport,
      environment: [:]
    )
    guard case .skipped(let reason) = await outcomes.run(at: 0),
      case .exchanged = await outcomes.run(at: 1)
    else {
      Issue.record("not skipped")
      return
    }
    #expect(
      reason == """
        No credential: set SHOP_TOKEN, or SHOP_EMAIL and SHOP_PASSWORD to log in.
        """
    )
  }

  @Test(arguments: ["a\r\nX-Evil: y", "a\n", "a\u{0}"])
  func sendsNoTokenThatWouldBeginAHeader(token: String) async throws {
    let server = RecordingServer { _, _ in .ok() }
    let outcomes = try await runCases(
      [Shop.testCase("c", protected)],
      on: server.transport,
      environment: ["SHOP_TOKEN": token]
    )
    guard case .failed(let reason, _) = await outcomes.run(at: 0) else {
      Issue.record("not failed")
      return
    }
    #expect(
      reason == """
        SHOP_TOKEN holds a line break or another control character, which a header cannot carry; \
        set it to the token alone.
        """
    )
    #expect(server.requests.isEmpty)
  }

  @Test func failsWhenTheLoginIsRefused() async throws {
    let server = RecordingServer { _, _ in .answered(Exchange.Response(status: 401)) }
    let outcomes = try await runCases(
      [Shop.testCase("c", protected)],
      on: server.transport,
      environment: ["SHOP_EMAIL": "a", "SHOP_PASSWORD": "b"]
    )
    guard case .failed(let reason, _) = await outcomes.run(at: 0) else {
      Issue.record("not failed")
      return
    }
    #expect(reason == "The login was answered with 401; check SHOP_EMAIL and SHOP_PASSWORD.")
  }
}

final class SecretList: Sendable {
  private let list = Mutex<[Secret]>([])

  func add(_ secret: Secret) { list.withLock { if !$0.contains(secret) { $0.append(secret) } } }

  var placeholders: [String] { list.withLock { $0.map(\.placeholder) } }
}
