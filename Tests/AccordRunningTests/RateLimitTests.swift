import AccordModel
import HTTPTypes
import Testing

@testable import AccordRunning

/// 429 (RFC 6585 section 4) is no answer to a case.
@Suite struct RateLimitTests {
  private func get(_ path: String) -> RequestTemplate { RequestTemplate(.get, [.text(path)]) }

  @Test func aServerThatLimitsTheRateFailsTheCase() async throws {
    let server = RecordingServer { _, _ in .status(429, fields: [Field("Retry-After", "0")]) }
    let outcomes = try await runCases([Shop.testCase("c", get("/"))], on: server.transport)
    #expect(
      await outcomes.words == [
        """
        failed: The server limits the rate: it answered 429 to each of 4 tries; send fewer requests \
        a second with --rate.
        """
      ]
    )
    #expect(server.requests.count == 1 + PacedTransport.mostPostponements)
  }

  @Test func aWaitThatIsTooLongFailsTheCaseAtOnce() async throws {
    let server = RecordingServer { _, _ in .status(429, fields: [Field("Retry-After", "3600")]) }
    let outcomes = try await runCases([Shop.testCase("c", get("/"))], on: server.transport)
    #expect(
      await outcomes.words == [
        """
        failed: The server limits the rate: it answered 429 and asks to come back in 3600 s, where a \
        run waits for 60 s at most; send fewer requests a second with --rate.
        """
      ]
    )
    #expect(server.requests.count == 1)
  }

  @Test func withoutRetryAfterItWaitsLongerEachTime() async throws {
    let server = RecordingServer { _, count in count < 4 ? .status(429) : .ok() }
    var paced = PacedTransport(server.transport, pace: Pace(rate: nil))
    paced.backoff = .milliseconds(20)
    let start = ContinuousClock.now
    let sent = await paced.send {
      .request(Exchange.Request(origin: "http://a", method: "GET", target: "/", fields: []))
    }
    guard case .exchanged(let exchange) = sent else {
      Issue.record("\(sent)")
      return
    }
    #expect(exchange.response?.status == 200)
    #expect(server.requests.count == 4)
    #expect(ContinuousClock.now - start >= .milliseconds(20 + 40 + 80))
    #expect(await paced.pace.postponements == 3)
  }

  @Test func aCaseThatIsToGet429GetsIt() async throws {
    let server = RecordingServer { _, _ in .status(429, fields: [Field("Retry-After", "0")]) }
    let limited = Shop.testCase(
      "limited",
      get("/"),
      expecting: .refusal(.error("Limited", statuses: .anyOf([429])), because: "is one too many")
    )
    // A range of statuses names none of them.
    let vague = Shop.testCase(
      "vague",
      get("/"),
      expecting: .refusal(.error("Any", statuses: .range(400...499)), because: "is wrong")
    )
    let outcomes = try await runCases([limited], on: server.transport)
    #expect(await outcomes.words == ["429"])
    #expect(server.requests.count == 1)
    #expect(
      try await runCases([vague], on: server.transport).words.first?
        .hasPrefix("failed: The server limits the rate") == true
    )
  }

  @Test func nothingMoreIsSentToAServerThatAnswersNothingElse() async throws {
    let server = RecordingServer { _, _ in .status(429, fields: [Field("Retry-After", "0")]) }
    let cases = (0..<9).map { Shop.testCase("c\($0)", get("/\($0)"), access: .writes) }
    let outcomes = try await runCases(cases, on: server.transport)
    let tries = 1 + PacedTransport.mostPostponements
    #expect(server.requests.count == ServerHealth.patienceWithLimits * tries)
    #expect(
      await outcomes.words.last == """
        failed: Not sent: the server limits the rate, and answered 3 requests in a row with \
        429 as often as they were sent; send fewer requests a second with --rate.
        """
    )
  }

  @Test func unavailableStaysAnAnswer() async throws {
    let server = RecordingServer { _, _ in .status(503, fields: [Field("Retry-After", "0")]) }
    let outcomes = try await runCases([Shop.testCase("c", get("/"))], on: server.transport)
    #expect(await outcomes.words == ["503"])
  }

  @Test func aLoginIsPutOffToo() async throws {
    let server = RecordingServer { request, count in
      guard request.target == "/base/login" else { return .ok() }
      return count == 1
        ? .status(429, fields: [Field("Retry-After", "0")]) : .ok(fields: [Field("X-Token", "t")])
    }
    let outcomes = try await runCases(
      [Shop.testCase("c", Shop.protected("/o"))],
      on: server.transport,
      environment: ["SHOP_EMAIL": "a", "SHOP_PASSWORD": "b"]
    )
    #expect(server.requests.map(\.target) == ["/base/login", "/base/login", "/base/o"])
    #expect(await outcomes.words == ["200"])
  }

  @Test func aLoginThatIsNeverLetInSaysWhy() async throws {
    let server = RecordingServer { _, _ in .status(429, fields: [Field("Retry-After", "0")]) }
    let outcomes = try await runCases(
      [Shop.testCase("c", Shop.protected("/o"))],
      on: server.transport,
      environment: ["SHOP_EMAIL": "a", "SHOP_PASSWORD": "b"]
    )
    #expect(
      await outcomes.words.first?
        .hasPrefix("failed: The login failed: The server limits the rate: ") == true
    )
  }

  @Test func aLookUpThatIsNeverLetInFailsWhatNeedsIt() async throws {
    let server = RecordingServer { request, _ in
      request.target.hasPrefix("/base/parcels")
        ? .status(429, fields: [Field("Retry-After", "0")]) : .ok()
    }
    var givens = GivenValues()
    try givens.add("shop.order=9", for: [Shop.suite])
    let outcomes = try await runCases(
      [Shop.testCase("p", RequestTemplate(.get, [.value(.given("parcel"))]))],
      on: server.transport,
      givens: givens
    )
    #expect(
      await outcomes.words.first?.hasPrefix(
        """
        failed: A value of shop.parcel was looked up by listParcels, which failed: The server limits \
        the rate: 
        """
      ) == true
    )
  }
}
