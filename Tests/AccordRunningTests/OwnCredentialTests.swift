import AccordModel
import HTTPTypes
import Testing

@testable import AccordRunning

@Suite("Credentials of a user's own are got, renewed and put on requests")
struct OwnCredentialTests {
  /// A ticket that lasts for one request, and is put into the path.
  struct Ticket: CallerCredential {
    let name = "the ticket of the fair"
    let identities = ["FAIR_NAME"]
    let secrets = ["FAIR_WORD"]

    func issue(_ setting: CredentialSetting) async throws -> IssuedToken {
      try await ticket(setting, "\(setting["FAIR_NAME"]) \(setting["FAIR_WORD"])")
    }

    func renew(_ last: IssuedToken, _ setting: CredentialSetting) async throws -> IssuedToken {
      try await ticket(setting, "again \(last.renewal ?? "")")
    }

    func put(_ token: String, on request: inout Exchange.Request, at place: Credential.Place) {
      request.target += "/ticket-\(token)"
    }

    private func ticket(_ setting: CredentialSetting, _ body: String) async throws -> IssuedToken {
      let answer = try await setting.send(setting.request("POST", "/tickets", body: body))
      guard answer.status == 200 else {
        throw CredentialFailure("The fair has no tickets: \(answer.status).")
      }
      let text = String(decoding: answer.body, as: UTF8.self)
      return IssuedToken(text, lifetime: 0, renewal: "r-\(text)")
    }
  }

  private func run(
    _ environment: [String: String] = ["FAIR_NAME": "me", "FAIR_WORD": "w0rd"],
    on server: RecordingServer,
    book: SecretList = SecretList()
  ) async throws -> [String] {
    var suite = Shop.suite
    suite.credential = .own(Ticket())
    let template = RequestTemplate(.get, [.text("/o")], credential: .valid())
    let time = TestTime()
    let slow = InProcessTransport { request in
      if request.target.hasPrefix("/base/o") { time.pass(.milliseconds(1100)) }
      return await server.transport.exchange(request, isIdempotent: false).outcome
    }
    return try await runCases(
      (0..<2).map { Shop.testCase("c\($0)", template, access: .writes) },
      of: suite,
      on: slow,
      environment: environment,
      time: time,
      onSecret: { book.add($0) }
    ).words
  }

  @Test func tokensAreRenewedByWhatCameWithThem() async throws {
    let server = RecordingServer { request, count in
      request.target == "/base/tickets" ? .ok("n\(count)") : .ok()
    }
    let book = SecretList()
    #expect(try await run(on: server, book: book) == ["200", "200"])
    #expect(
      server.requests.map { "\($0.target) \(String(decoding: $0.body, as: UTF8.self))" } == [
        "/base/tickets me w0rd", "/base/o/ticket-n1 ", "/base/tickets again r-n1",
        "/base/o/ticket-n3 ",
      ]
    )
    #expect(server.requests[0].fields.values(of: "Host") == ["shop.example"])
    #expect(server.requests[0].fields.values(of: "Content-Length") == ["7"])
    #expect(book.placeholders == ["$FAIR_WORD", "[token]", "[renewal]", "[token]", "[renewal]"])
  }

  @Test func saysWhyThereIsNone() async throws {
    let server = RecordingServer { _, _ in .status(410) }
    #expect(
      try await run(on: server) == [
        "failed: The fair has no tickets: 410.", "failed: The fair has no tickets: 410.",
      ]
    )
    let empty = RecordingServer { _, _ in .ok() }
    let reason =
      "failed: The token that was issued is empty, or holds what a header Authorization cannot carry."
    #expect(try await run(on: empty) == [reason, reason])
  }

  @Test func saysWhichVariablesAreMissing() async throws {
    let server = RecordingServer { _, _ in .ok() }
    let reason = "skipped: No credential: set FAIR_WORD."
    #expect(try await run(["FAIR_NAME": "me"], on: server) == [reason, reason])
    #expect(server.requests.isEmpty)
  }
}
