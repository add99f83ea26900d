import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordRunning

/// A credential that is refused by another answer than that of a missing one is told by comparing.
@Suite struct CredentialComparisonTests {
  private let right = Shop.testCase("right", Shop.protected("/right"))
  private let wrong = Shop.testCase("wrong", Shop.protected("/w"), expecting: Shop.refusal)

  private func always(_ answer: String) -> String {
    """
    failed: The server does not look at the credential: shop/orders/right, a right request with the \
    token of SHOP_TOKEN, was answered with \(answer), and so is the same request with a made-up token \
    and without one. Every request may be answered so: is http://shop.example/base the right address? \
    Nothing of the suite shop is judged; set SHOP_TOKEN to a token that is valid there, or say with \
    --credential where the server reads it.
    """
  }

  private func tokens(_ server: RecordingServer) -> [String?] {
    server.requests.map { $0.fields.values(of: "Authorization").first }
  }

  @Test(arguments: [401, 403, 404, 502, 503, 504])
  func oneAnswerToEverythingEndsTheSuite(status: Int) async throws {
    let server = RecordingServer { _, count in
      .answered(
        Exchange.Response(
          status: status,
          fields: [Field("Content-Type", "text/html"), Field("Date", "\(count)")],
          body: Array("<p>Sorry. Request a\(count)b7 at 10:0\(count).".utf8)
        )
      )
    }
    let reading = AnswerReading(credentialRefusal: { _ in nil })
    let outcomes = try await runCases(
      [right, wrong],
      on: server.transport,
      reading: reading
    )
    #expect(await outcomes.words == [always("\(status)"), always("\(status)")])
    #expect(server.requests.map(\.target) == ["/base/right", "/base/right", "/base/right"])
    #expect(tokens(server) == ["Bearer s3cret", "Bearer x0xxxx", nil])
  }

  @Test func aRedirectionToTheLoginEndsTheSuite() async throws {
    let server = RecordingServer { request, count in
      .status(302, fields: [Field("Location", "/login?back=\(request.target)&n=\(count)")])
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    let reason = always("302, a redirection to /login")
    #expect(await outcomes.words == [reason, reason])
  }

  @Test(arguments: [302, 400, 403, 404])
  func anAnswerThatAMadeUpTokenGetsTooEndsTheSuite(status: Int) async throws {
    let server = RecordingServer { request, _ in
      request.fields.values(of: "Authorization").isEmpty ? .status(401) : .status(status)
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    let reason = """
      failed: The server does not take the credential: shop/orders/right, a right request with the \
      token of SHOP_TOKEN, was answered with \(status), and so is the same request with a made-up \
      token; without one it is answered with 401. Nothing of the suite shop is judged; set SHOP_TOKEN \
      to a token that is valid there, or say with --credential where the server reads it.
      """
    #expect(await outcomes.words == [reason, reason])
  }

  /// A server that tells its token from others is judged, however wrongly it answers.
  @Test(arguments: [400, 404, 500, 503])
  func anAnswerThatOnlyTheTokenGetsIsJudged(status: Int) async throws {
    let server = RecordingServer { request, _ in
      request.fields.values(of: "Authorization") == ["Bearer s3cret"]
        ? .status(status) : .status(401)
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    #expect(await outcomes.words == ["\(status)", "\(status)"])
  }

  /// A server that turns its token away, and refuses others as the contract says, knows it.
  @Test(arguments: [(302, "302, a redirection to /agree"), (403, "403")])
  func aTokenThatIsTurnedAwayEndsTheSuite(status: Int, answer: String) async throws {
    let server = RecordingServer { request, _ in
      request.fields.values(of: "Authorization") == ["Bearer s3cret"]
        ? .status(status, fields: status == 302 ? [Field("Location", "/agree")] : []) : .status(401)
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    let reason = """
      failed: The server knows the credential and does not allow it: shop/orders/right, a right \
      request with the token of SHOP_TOKEN, was answered with \(answer), and the same request with a \
      made-up token with 401, which is what a request with a wrong credential gets. Nothing of the \
      suite shop is judged; check what the token of SHOP_TOKEN may do, or set it to another.
      """
    #expect(await outcomes.words == [reason, reason])
    #expect(tokens(server) == ["Bearer s3cret", "Bearer x0xxxx"])
  }

  /// An error of the API's own may be about the request, such as a live value of somebody else.
  @Test func anErrorOfTheAPIThatForbidsIsJudged() async throws {
    let server = RecordingServer { request, _ in
      request.fields.values(of: "Authorization") == ["Bearer s3cret"] ? .status(403) : .status(401)
    }
    let reading = AnswerReading(shownError: { _ in ["1017"] })
    let outcomes = try await runCases([right, wrong], on: server.transport, reading: reading)
    #expect(await outcomes.words == ["403", "403"])
  }

  /// A page of something in front differs in names of requests and hosts, which may be letters alone.
  @Test(arguments: [400, 403, 404, 410, 451, 500, 502])
  func aPageThatVariesByWordsIsOneAnswer(status: Int) async throws {
    let server = RecordingServer { request, count in
      .answered(
        Exchange.Response(
          status: status,
          fields: [Field("Content-Type", "text/html; charset=utf-8")],
          body: Array("<p>\(["abe", "kJh", "xyz"][count % 3]) \(request.target)".utf8)
        )
      )
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    #expect(await outcomes.words == [always("\(status)"), always("\(status)")])
    #expect(server.requests.count == 3)
  }

  private let content = Shop.testCase(
    "right",
    Shop.protected("/right"),
    expecting: .success(.status(.ok, .payload(.object([]))))
  )

  @Test func aPageInPlaceOfTheContentEndsTheSuite() async throws {
    let server = RecordingServer { _, _ in
      .ok("<form action=/login>", fields: [Field("Content-Type", "text/html")])
    }
    let outcomes = try await runCases([content, wrong], on: server.transport)
    let reason = always("200 and content that says it is text/html")
    #expect(await outcomes.words == [reason, reason])
    #expect(server.requests.count == 3)
  }

  /// A server that writes another type for its own content is judged.
  @Test func contentOfAnotherTypeThatOnlyTheTokenGetsIsJudged() async throws {
    let server = RecordingServer { request, _ in
      request.fields.values(of: "Authorization") == ["Bearer s3cret"]
        ? .ok("{}", fields: [Field("Content-Type", "text/html")]) : .status(401)
    }
    let outcomes = try await runCases([content, wrong], on: server.transport)
    #expect(await outcomes.words == ["200", "200"])
  }

  /// Where nothing is promised of the content, a page is a right answer, and everybody may get it.
  @Test func aPageWhereNothingIsPromisedOfTheContentIsJudged() async throws {
    let server = RecordingServer { _, _ in
      .ok("<p>", fields: [Field("Content-Type", "text/html")])
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    #expect(await outcomes.words == ["200", "200"])
    #expect(server.requests.count == 2)
  }

  private func json(_ text: String) -> Exchange.Outcome {
    .answered(
      Exchange.Response(
        status: 403,
        fields: [Field("Content-Type", "application/json")],
        body: Array(text.utf8)
      )
    )
  }

  @Test func jsonThatDiffersByIdentifiersIsOneAnswer() async throws {
    let server = RecordingServer { _, count in
      let name = ["abcdef", "kJhGfD", "beef"][count % 3]
      return json(
        #"{"message":"This is forbidden, see a1\#(name).","trace":"\#(name)","host":["\#(name)"]}"#
      )
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    #expect(await outcomes.words == [always("403"), always("403")])
  }

  @Test(
    arguments: [
      (#"{"message":"no such order"}"#, #"{"message":"log in first"}"#),
      (#"{"error":"forbidden"}"#, #"{"message":"forbidden"}"#),
    ]
  )
  func jsonThatSaysSomethingElseIsJudged(known: String, other: String) async throws {
    let server = RecordingServer { request, _ in
      json(request.fields.values(of: "Authorization") == ["Bearer s3cret"] ? known : other)
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    #expect(await outcomes.words == ["403", "403"])
  }

  @Test func jsonThatShowsAnotherErrorIsJudged() async throws {
    let server = RecordingServer { request, _ in
      let isKnown = request.fields.values(of: "Authorization") == ["Bearer s3cret"]
      return json(isKnown ? #"{"code":1}"# : #"{"code":2}"#)
    }
    let reading = AnswerReading(shownError: { [String(decoding: $0.body, as: UTF8.self)] })
    let outcomes = try await runCases([right, wrong], on: server.transport, reading: reading)
    #expect(await outcomes.words == ["403", "403"])
  }

  /// A fault or a refusal of the API's own says nothing of the credential.
  @Test(arguments: [400, 405, 410, 422, 500, 501])
  func otherAnswersToEverythingAreJudged(status: Int) async throws {
    let server = RecordingServer { _, _ in .status(status) }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    #expect(await outcomes.words == ["\(status)", "\(status)"])
  }

  @Test func contentThatDiffersIsJudged() async throws {
    let server = RecordingServer { request, _ in
      let known = request.fields.values(of: "Authorization") == ["Bearer s3cret"]
      return .answered(
        Exchange.Response(status: 404, body: Array((known ? "no such order" : "log in first").utf8))
      )
    }
    let outcomes = try await runCases([right, wrong], on: server.transport)
    #expect(await outcomes.words == ["404", "404"])
  }

  @Test func anAnswerThatIsPromisedIsNotLookedAtAgain() async throws {
    let rule = ResponseRule.status(.found, .unspecified)
    let moved = Shop.testCase("moved", Shop.protected("/moved"), expecting: .success(rule))
    let server = RecordingServer { _, _ in .status(302) }
    let outcomes = try await runCases([moved], on: server.transport)
    #expect(await outcomes.words == ["302"])
    #expect(server.requests.count == 1)
  }

  @Test func nothingIsSentAgainThatMayChangeSomething() async throws {
    let changes = [
      Shop.testCase("change", Shop.protected("/change"), access: .writes),
      Shop.testCase(
        "post",
        RequestTemplate(.post, [.text("/post")], fields: [.init("Authorization", .credential)])
      ),
    ]
    for change in changes {
      let server = RecordingServer { _, _ in .status(403) }
      let outcomes = try await runCases([change], on: server.transport)
      #expect(await outcomes.words == ["403"])
      #expect(server.requests.count == 1)
    }
  }

  @Test(arguments: ["changes", "nothing"])
  func aLookUpThatMayChangeSomethingIsNotSentAgain(name: String) async throws {
    let effect: Effect? = name == "changes" ? .changesState : nil
    let server = RecordingServer { _, _ in .status(403) }
    let parcel = Shop.testCase("p", RequestTemplate(.get, [.value(.given("parcel"))]))
    var givens = GivenValues()
    try givens.add("shop.order=9", for: [Shop.suite])
    _ = try await runCases(
      [parcel],
      of: Shop.suite(lookUp: effect),
      on: server.transport,
      givens: givens
    )
    #expect(server.requests.count == 1)
  }

  /// Without a credential there is nothing to compare.
  @Test func aSuiteWithoutCredentialIsJudged() async throws {
    var suite = Shop.suite
    suite.credential = nil
    let server = RecordingServer { _, _ in .status(404) }
    let outcomes = try await runCases([right, wrong], of: suite, on: server.transport)
    #expect(await outcomes.words == ["404", "404"])
    #expect(server.requests.count == 2)
  }

  @Test(
    arguments: [
      ("s3cret", "x0xxxx"), ("xx0", "yy1"), ("a.b-c", "x.x-x"), ("--", "--x"), ("yy", "xx"),
    ]
  )
  func aMadeUpTokenLooksLikeOne(token: String, madeUp: String) {
    #expect(CredentialComparison.madeUp(like: token) == madeUp)
  }
}
