import AccordModel
import HTTPTypes
import Synchronization
import Testing

@testable import AccordRunning

/// A token may expire while a suite runs: what is answered after that is no violation.
@Suite struct CredentialWatchTests {
  private let right = Shop.testCase("right", Shop.protected("/right"))

  private func more(_ count: Int) -> [Case] {
    (1...count).map { number in
      Shop.testCase("more\(number)", Shop.protected("/more\(number)"))
    }
  }

  private func words(_ name: String, _ answer: String) -> String {
    """
    failed: The credential was taken at first and is refused since shop/orders/\(name): a request \
    with the token of SHOP_TOKEN was answered with \(answer), and shop/orders/right, which had \
    succeeded before, is refused now too. Nothing of the suite shop from there on is judged; set \
    SHOP_TOKEN to a token that stays valid for the whole run.
    """
  }

  @Test(arguments: [401, 403, 302])
  func anExpiredTokenEndsTheSuite(status: Int) async throws {
    let server = RecordingServer { _, count in count <= 3 ? .ok() : .status(status) }
    let outcomes = try await runCases([right] + more(5), on: server.transport, jobs: 1)
    let reason = words("more3", "\(status)")
    #expect(await outcomes.words == ["200", "200", "200", reason, reason, reason])
    #expect(
      server.requests.map(\.target)
        == ["right", "more1", "more2", "more3", "right"].map {
          "/base/\($0)"
        }
    )
  }

  /// A case whose request has to be refused for another reason is no proof either.
  @Test func aRefusalOfTheCredentialInsteadIsLookedAt() async throws {
    let wrong = Shop.testCase("wrong", Shop.protected("/w"), expecting: Shop.refusal)
    let server = RecordingServer { _, count in count == 1 ? .ok() : .status(401) }
    let outcomes = try await runCases([right, wrong], on: server.transport, jobs: 1)
    #expect(await outcomes.words == ["200", words("wrong", "401")])
  }

  @Test func casesAtOnceEndForOneReason() async throws {
    let server = RecordingServer { request, count in count <= 1 ? .ok() : .status(401) }
    let outcomes = try await runCases([right] + more(8), on: server.transport, jobs: 4)
    let words = await outcomes.words
    #expect(Set(words.dropFirst()).count == 1, "\(words)")
    #expect(words.dropFirst().allSatisfy { $0.hasPrefix("failed: The credential was taken") })
  }

  /// A server that refuses one right request and no other is judged, and not asked each time.
  @Test func aTokenThatIsStillTakenIsLookedAtNowAndThen() async throws {
    let server = RecordingServer { request, _ in
      request.target == "/base/right" ? .ok() : .status(401)
    }
    let outcomes = try await runCases([right] + more(25), on: server.transport, jobs: 1)
    #expect(await outcomes.words == ["200"] + Array(repeating: "401", count: 25))
    #expect(server.requests.filter { $0.target == "/base/right" }.count == 1 + 4)
  }

  /// Looks that are asked for while one is under way settle what waits once.
  @Test func looksAtOnceSettleOnce() async throws {
    let refused = Set((0..<300).filter { $0 % 10 == 0 }.map { "/base/more\($0 + 1)" })
    let transport = InProcessTransport { request in
      try? await Task.sleep(for: .milliseconds(request.target == "/base/right" ? 20 : 2))
      return refused.contains(request.target) ? .status(403) : .ok()
    }
    let outcomes = try await runCases([right] + more(300), on: transport, jobs: 8)
    let words = await outcomes.words
    #expect(words.count { $0 == "200" } == 271)
    #expect(words.count { $0 == "403" } == 30)
  }

  @Test func aRequestWithoutTheCredentialSaysNothing() async throws {
    let open = Shop.testCase(
      "open",
      RequestTemplate(.get, [.text("/open")]),
      expecting: Shop.refusal
    )
    let server = RecordingServer { request, _ in
      request.target == "/base/right" ? .ok() : .status(401)
    }
    let outcomes = try await runCases([right, open], on: server.transport, jobs: 1)
    #expect(await outcomes.words == ["200", "401"])
    #expect(server.requests.count == 2)
  }

  /// What only changes something cannot be sent again.
  @Test func nothingIsSentAgainThatMayChangeSomething() async throws {
    let changes = (1...3).map { number in
      Shop.testCase("change\(number)", Shop.protected("/change\(number)"), access: .writes)
    }
    let server = RecordingServer { _, count in count == 1 ? .ok() : .status(401) }
    let outcomes = try await runCases(changes, on: server.transport, jobs: 1)
    #expect(await outcomes.words == ["200", "401", "401"])
    #expect(server.requests.count == 3)
  }

  private func wrong(_ count: Int) -> [Case] {
    (1...count).map { number in
      Shop.testCase("wrong\(number)", Shop.protected("/w\(number)"), expecting: Shop.refusal)
    }
  }

  /// Between two right requests the wrong ones get what an expired token gets.
  @Test(arguments: [401, 403, 302], [1, 4])
  func wrongRequestsAreNotJudgedByAnExpiredToken(status: Int, jobs: Int) async throws {
    let server = RecordingServer { _, count in count == 1 ? .ok() : .status(status) }
    let outcomes = try await runCases([right] + wrong(5), on: server.transport, jobs: jobs)
    let words = await outcomes.words
    #expect(words.count == 6 && words.first == "200")
    #expect(
      words.dropFirst().allSatisfy { $0.hasPrefix("failed: The credential was taken at first") },
      "\(words)"
    )
  }

  /// What came since the last look waits for the next.
  @Test func whatComesBetweenTwoLooksWaits() async throws {
    let server = RecordingServer { request, count in
      // Refuses one right request, and expires after it.
      request.target == "/base/more1" ? .status(403) : count <= 3 ? .ok() : .status(403)
    }
    let outcomes = try await runCases([right] + more(1) + wrong(4), on: server.transport, jobs: 1)
    let reason = words("wrong1", "403")
    #expect(await outcomes.words == ["200", "403", reason, reason, reason, reason])
    #expect(server.requests.filter { $0.target == "/base/right" }.count == 1 + 2)
  }

  @Test func wrongRequestsThatAreForbiddenAreJudged() async throws {
    let server = RecordingServer { request, _ in
      request.target == "/base/right" ? .ok() : .status(403)
    }
    let outcomes = try await runCases([right] + wrong(25), on: server.transport, jobs: 1)
    #expect(await outcomes.words == ["200"] + Array(repeating: "403", count: 25))
    #expect(await outcomes.list.map(\.index) == Array(0...25))
    #expect(server.requests.filter { $0.target == "/base/right" }.count == 1 + 4)
  }
}
