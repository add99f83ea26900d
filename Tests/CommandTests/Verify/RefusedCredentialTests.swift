import AccordWire
import Testing

extension CommandTests {
  @Suite("verify with a credential that the server does not take, or not too often")
  struct RefusedCredentialTests {
    @Test("A wrong token is a failure that names its variable, and nothing conforms")
    func wrongTokenEndsTheSuite() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      let run = try await accord(
        ["verify", "--givens", givens] + mock.servers(),
        environment: ["INTERACT_TOKEN": "not-right", "PLATFORM_TOKEN": MockProcess.token],
        in: folder
      )
      #expect(run.status == 2)
      let reports = try WrittenReports(in: folder)
      let interact = reports.ids.filter { $0.hasPrefix("interact/") }
      #expect(reports.count("failed") == interact.count)
      #expect(reports.count("conforms") == reports.ids.count - interact.count)
      let reason = """
        The server does not take the credential: findConnectionsForUser, a right request with the \
        token of INTERACT_TOKEN, was answered with 401, the error WSInvalidAuthTokenException \
        (1006), which is what a request without a credential gets. Nothing of the suite interact is \
        judged; set INTERACT_TOKEN to a token that is valid there, or say with --credential where \
        the server reads it.
        """
      #expect(Set(reports.reasons("failed")) == [reason])
      #expect(run.output.contains(reason))
      try expectNoTrace(of: "not-right", run, reports)
    }

    @Test("A server that limits the rate fails the cases, and conforms in none")
    func limitedRateIsAFailure() async throws {
      let folder = try TestFolder()
      let server = try await TestServer { _ in
        WireReply([
          .write("HTTP/1.1 429 Slow down\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"), .close,
        ])
      }
      let run = try await accord(
        [
          "verify", "--server", "interact=\(server.address)", "--case", "*/header-missing/*",
          "--given", "interact.pendingInvitation=1,2,3", "--given", "interact.preRegistrationKey=k",
          "--given", "interact.discoverableCompany=1",
        ],
        environment: MockProcess.tokens,
        in: folder
      )
      await server.stop()
      #expect(run.status == 2, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("failed") == reports.ids.count)
      #expect(!reports.ids.isEmpty)
      for reason in reports.reasons("failed") {
        #expect(reason.contains("he server limits the rate"), "\(reason)")
      }
    }

    @Test("--read-only plans only what changes nothing, and counts the rest")
    func readOnlyLeavesOut() async throws {
      let folder = try TestFolder()
      let all = try await plan([], in: folder)
      let listed = try await accord(["list", "--read-only"], in: folder)
      #expect(listed.status == 0)
      let ids = try await plan(["--read-only"], in: folder)
      #expect(!ids.isEmpty)
      #expect(ids.allSatisfy { $0.hasPrefix("platform/contacts.connections/") })
      let sentence = """
        \(all.count - ids.count) of \(all.count) cases are left out (--read-only): a contract that \
        they call does not declare that it changes nothing.
        """
      #expect(listed.output.contains("\n\(ids.count) cases\n\(sentence)\n"))
      let run = try await accord(["verify", "--in-process", "--read-only"], in: folder)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.output.contains(sentence))
      #expect(try WrittenReports(in: folder).ids == ids)
    }
  }
}
