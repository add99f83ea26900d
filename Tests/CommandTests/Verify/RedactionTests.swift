import AccordWire
import Testing

extension CommandTests {
  @Suite("Secrets are written nowhere") struct RedactionTests {
    private static let token = "q7/Zx+3kL-p0wV8nR5tY2"
    private static let password = "Gr&mpf <42> hops"

    @Test("Not even when the server gives them back in every spelling", arguments: [true, false])
    func echoedSecretsAreRedacted(_ logsIn: Bool) async throws {
      let folder = try TestFolder()
      let token = SecretSpellings(Self.token)
      let echo = token.echo + " " + (logsIn ? SecretSpellings(Self.password).echo : "")
      let server = try await TestServer { request in
        if request.targetText == "/rest/user/login" {
          return .response(
            status: 200,
            reason: "OK",
            fields: [
              WireField("Content-Type", "application/json"),
              WireField("x-nextinteract-authtoken", token.plain),
              WireField("x-nextinteract-authtoken-expiry-seconds", "600"),
            ],
            body: Array("{}".utf8)
          )
        }
        // A made-up token gets something else, so that what the right one gets is judged.
        guard request.fields.values(of: "x-nextinteract-authtoken") == [Array(token.plain.utf8)]
        else { return .response(status: 401) }
        return .response(
          status: 500,
          reason: "No \(token.plain)",
          fields: [
            WireField("Content-Type", "text/plain"), WireField("X-Echo", token.echo),
            WireField("Location", "/back?token=\(token.partlyPercent)"),
          ],
          body: Array(echo.utf8)
        )
      }
      let run = try await accord(
        [
          "verify", "--server", "interact=\(server.address)", "--contract",
          "connections.accept-reject", "--given", "interact.pendingInvitation=1,2,3,4,5,6,7,8,9",
        ],
        environment: logsIn
          ? ["INTERACT_EMAIL": "someone@host.example", "INTERACT_PASSWORD": Self.password]
          : ["INTERACT_TOKEN": Self.token],
        in: folder
      )
      await server.stop()
      #expect(run.status == 1, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      try expectNoTrace(of: Self.token, run, reports)
      if logsIn { try expectNoTrace(of: Self.password, run, reports) }
      // What was there is not gone: its name stands in its place.
      #expect(run.output.contains("$INTERACT_TOKEN"))
      #expect(
        reports.everything.allSatisfy {
          String(decoding: $0.bytes, as: UTF8.self)
            .contains("$INTERACT_TOKEN")
        }
      )
    }

    @Test("A password in a server's address is refused and not repeated")
    func passwordInTheAddressIsRefused() async throws {
      let folder = try TestFolder()
      for address in [
        "http://me:geheim@h", "ftp://me:geheim@h", "http://me:geheim@h/?a", "me:geheim@h",
      ] {
        let run = try await accord(["verify", "--server", "interact=\(address)"], in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("expected a URL without a user name or a password"))
        #expect(!run.errors.contains("geheim"))
        #expect(run.output.isEmpty)
      }
    }
  }
}
