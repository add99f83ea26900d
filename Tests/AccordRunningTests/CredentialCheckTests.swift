import AccordModel
import HTTPTypes
import Testing

@testable import AccordRunning

/// Before anything is believed, one right request shows whether the server takes the credential.
@Suite struct CredentialCheckTests {
  private func words(_ call: String) -> String {
    """
    failed: The server does not take the credential: \(call), a right request with the token of \
    SHOP_TOKEN, was answered with 401, which is what a request without a credential gets. Nothing \
    of the suite shop is judged; set SHOP_TOKEN to a token that is valid there, or say with \
    --credential where the server reads it.
    """
  }

  private func givens() throws -> GivenValues {
    var givens = GivenValues()
    try givens.add("shop.order=9", for: [Shop.suite])
    return givens
  }

  /// Requests that are wrong, and refused by every server, whatever the token.
  private let wrong = (0..<3).map { number in
    Shop.testCase("wrong\(number)", Shop.protected("/w"), expecting: Shop.refusal)
  }

  private let open = Shop.testCase(
    "open",
    RequestTemplate(.get, [.text("/open")]),
    expecting: Shop.refusal
  )

  @Test func aLookUpThatIsRefusedEndsTheSuite() async throws {
    let server = RecordingServer { _, _ in .status(401) }
    let parcel = Shop.testCase("p", RequestTemplate(.get, [.value(.given("parcel"))]))
    let outcomes = try await runCases(
      wrong + [open, parcel],
      on: server.transport,
      givens: try givens()
    )
    #expect(server.requests.map(\.target) == ["/base/parcels?order=9"])
    #expect(await outcomes.words == Array(repeating: words("listParcels"), count: 5))
  }

  @Test func aCallThatChangesNothingIsMadeOnlyToLook() async throws {
    let server = RecordingServer { _, _ in .status(401) }
    let outcomes = try await runCases(
      wrong,
      of: Shop.suite(lookUp: .readOnly),
      on: server.transport,
      givens: try givens()
    )
    #expect(server.requests.map(\.target) == ["/base/parcels?order=9"])
    #expect(await outcomes.words == Array(repeating: words("listParcels"), count: 3))
  }

  @Test(arguments: [nil, Effect.changesState])
  func noCallIsMadeOnlyToLookThatMayChangeSomething(effect: Effect?) async throws {
    let server = RecordingServer { _, _ in .status(400) }
    _ = try await runCases(
      wrong,
      of: Shop.suite(lookUp: effect),
      on: server.transport,
      givens: try givens()
    )
    #expect(server.requests.map(\.target) == ["/base/w", "/base/w", "/base/w"])
  }

  @Test func theFirstRightRequestOfThePlanGoesFirst() async throws {
    let server = RecordingServer { _, _ in .status(401) }
    let right = Shop.testCase("right", Shop.protected("/right"))
    let outcomes = try await runCases(wrong + [open, right], on: server.transport)
    #expect(server.requests.map(\.target) == ["/base/right"])
    #expect(await outcomes.words == Array(repeating: words("shop/orders/right"), count: 5))
  }

  @Test func nothingIsToldBeforeAChangeThatHasToWaitForItsTurn() async throws {
    let server = RecordingServer { _, _ in .status(401) }
    let change = Shop.testCase("change", Shop.protected("/change"), access: .writes)
    let later = Shop.testCase("later", Shop.protected("/later"), access: .writes)
    let outcomes = try await runCases(wrong + [change, later], on: server.transport, jobs: 1)
    // Nothing is sent that the plan does not have, and nothing after the refusal.
    #expect(server.requests.map(\.target) == ["/base/w", "/base/w", "/base/w", "/base/change"])
    #expect(await outcomes.words == Array(repeating: words("shop/orders/change"), count: 5))
  }

  @Test func whatWasHeldBackIsToldWhenTheCredentialIsTaken() async throws {
    let server = RecordingServer { request, _ in
      request.target == "/base/change" ? .ok() : .status(400)
    }
    let change = Shop.testCase("change", Shop.protected("/change"), access: .writes)
    let outcomes = try await runCases(wrong + [change], on: server.transport, jobs: 1)
    #expect(await outcomes.words == ["400", "400", "400", "200"])
    #expect(await outcomes.list.map(\.index) == [0, 1, 2, 3])
  }

  @Test func aTokenOfALoginIsNamedByTheLogin() async throws {
    let server = RecordingServer { request, _ in
      request.target == "/base/login" ? .ok(fields: [Field("X-Token", "t")]) : .status(401)
    }
    let outcomes = try await runCases(
      [Shop.testCase("right", Shop.protected("/right"))],
      on: server.transport,
      environment: ["SHOP_EMAIL": "a", "SHOP_PASSWORD": "b"]
    )
    #expect(
      await outcomes.words == [
        """
        failed: The server does not take the credential: shop/orders/right, a right request with the \
        token of the login with SHOP_EMAIL and SHOP_PASSWORD, was answered with 401, which is what a \
        request without a credential gets. Nothing of the suite shop is judged; check what this \
        account may do, set SHOP_TOKEN to another token, or say with --credential where the server \
        reads it.
        """
      ]
    )
  }

  @Test func aRefusedLoginEndsTheSuite() async throws {
    let server = RecordingServer { _, _ in .status(401) }
    let outcomes = try await runCases(
      [open, Shop.testCase("right", Shop.protected("/right"))],
      on: server.transport,
      environment: ["SHOP_EMAIL": "a", "SHOP_PASSWORD": "b"]
    )
    let reason = "failed: The login was answered with 401; check SHOP_EMAIL and SHOP_PASSWORD."
    #expect(await outcomes.words == [reason, reason])
    #expect(server.requests.map(\.target) == ["/base/login"])
  }

  @Test func nobodyLogsInOnlyToLook() async throws {
    let server = RecordingServer { _, _ in .status(401) }
    let outcomes = try await runCases(
      [open],
      of: Shop.suite(lookUp: .readOnly),
      on: server.transport,
      environment: ["SHOP_EMAIL": "a", "SHOP_PASSWORD": "b"],
      givens: try givens()
    )
    #expect(server.requests.map(\.target) == ["/base/open"])
    #expect(await outcomes.words == ["401"])
  }

  @Test func aReadOnlyRunLooksNothingUpThatMayChangeSomething() async throws {
    let server = RecordingServer { _, _ in .ok() }
    let parcel = Shop.testCase("p", RequestTemplate(.get, [.value(.given("parcel"))]))
    let outcomes = try await runCases(
      [parcel],
      on: server.transport,
      givens: try givens(),
      isReadOnly: true
    )
    #expect(server.requests.isEmpty)
    #expect(
      await outcomes.words == [
        """
        skipped: No value of shop.parcel was given: A parcel with its code. Give one with --given \
        shop.parcel=ID/CODE. A read-only run does not look it up by listParcels, because the suite \
        does not declare that the call changes nothing.
        """
      ]
    )
  }

  @Test func aReadOnlyRunDoesNotLogIn() async throws {
    let server = RecordingServer { _, _ in .ok(fields: [Field("X-Token", "t")]) }
    let environment = ["SHOP_EMAIL": "a", "SHOP_PASSWORD": "b"]
    let right = Shop.testCase("right", Shop.protected("/right"))
    let outcomes = try await runCases(
      [right],
      on: server.transport,
      environment: environment,
      isReadOnly: true
    )
    #expect(server.requests.isEmpty)
    #expect(
      await outcomes.words == [
        """
        skipped: No credential: set SHOP_TOKEN. A read-only run does not log in, because the suite \
        does not declare that its login changes nothing.
        """
      ]
    )
    var declared = Shop.suite
    if case .login(var login, let variable)? = declared.credential?.source {
      login.effect = .readOnly
      declared.credential?.source = .login(login, orVariable: variable)
    }
    _ = try await runCases(
      [right],
      of: declared,
      on: server.transport,
      environment: environment,
      isReadOnly: true
    )
    #expect(server.requests.map(\.target) == ["/base/login", "/base/right"])
  }
}
