import AccordWire
import Synchronization
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
        ["verify", "--depth", "quick", "--givens", givens] + mock.servers(),
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

    @Test(
      "One answer to every request is a failure that names the variable and the address",
      arguments: [
        ("403 Forbidden", "", "403"), ("404 Not Found", "", "404"),
        ("302 Found", "Location: /login?next=%2F\r\n", "302, a redirection to /login"),
        ("503 Service Unavailable", "", "503"),
      ]
    )
    func oneAnswerToEverythingEndsTheSuite(
      _ status: String,
      _ field: String,
      _ words: String
    ) async throws {
      let folder = try TestFolder()
      let server = try await TestServer { _ in
        WireReply([
          .write("HTTP/1.1 \(status)\r\n\(field)Content-Length: 2\r\nConnection: close\r\n\r\nno"),
          .close,
        ])
      }
      // Only wrong requests: nothing but the look at the credential sends a right one.
      let run = try await accord(
        [
          "verify", "--server", "interact=\(server.address)", "--case", "*/parameter-invalid/*",
          "--given", "interact.pendingInvitation=1,2,3",
        ],
        environment: MockProcess.tokens,
        in: folder
      )
      await server.stop()
      #expect(run.status == 2, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(!reports.ids.isEmpty)
      #expect(reports.count("failed") == reports.ids.count)
      let reason = """
        The server does not look at the credential: findConnectionsForUser, a right request with the \
        token of INTERACT_TOKEN, was answered with \(words), and so is the same request with a made-up \
        token and without one. Every request may be answered so: is \(server.address) the right \
        address? Nothing of the suite interact is judged; set INTERACT_TOKEN to a token that is valid \
        there, or say with --credential where the server reads it.
        """
      #expect(Set(reports.reasons("failed")) == [reason])
      #expect(run.output.contains(reason))
    }

    @Test("A page in place of the API, which is never the same, is one failure; nothing is changed")
    func pageInFrontOfTheAPIEndsTheSuite() async throws {
      let folder = try TestFolder()
      let count = Mutex(0)
      let changes = Mutex(0)
      let server = try await TestServer { request in
        if request.method != "GET" { changes.withLock { $0 += 1 } }
        let name = count.withLock { number in
          number += 1
          return ["abe", "kJh", "xyz", "QQr"][number % 4]
        }
        return .response(
          status: 200,
          fields: [WireField("Content-Type", "text/html")],
          body: Array("<form action=/login><p>Request \(name)".utf8)
        )
      }
      let run = try await accord(
        [
          "verify", "--server", "interact=\(server.address)", "--given",
          "interact.pendingInvitation=1,2,3",
        ],
        environment: MockProcess.tokens,
        in: folder
      )
      await server.stop()
      #expect(run.status == 2, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("failed") == reports.ids.count)
      #expect(changes.withLock { $0 } == 0)
      #expect(count.withLock { $0 } == 3)
      #expect(
        run.output.contains(
          """
          a right request with the token of INTERACT_TOKEN, was answered with 200 and content that \
          says it is text/html, and so is the same request with a made-up token and without one.
          """
        )
      )
    }

    @Test("A token that expires while the suite runs is a failure from there on")
    func expiredTokenEndsTheSuite() async throws {
      let folder = try TestFolder()
      let count = Mutex(0)
      let server = try await TestServer { _ in
        let number = count.withLock { number in
          number += 1
          return number
        }
        return number == 1
          ? .response(
            status: 200,
            fields: [WireField("Content-Type", "application/json; charset=utf-8")],
            body: Array("[]".utf8)
          ) : .response(status: 401)
      }
      let run = try await accord(
        [
          "verify", "--server", "interact=\(server.address)", "--case", "*/parameter-invalid/*",
          "--given", "interact.pendingInvitation=1,2,3",
        ],
        environment: MockProcess.tokens,
        in: folder
      )
      await server.stop()
      #expect(run.status == 2, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("failed") == reports.ids.count)
      for reason in reports.reasons("failed") {
        #expect(
          reason.hasPrefix("The credential was taken at first and is refused since interact/"),
          "\(reason)"
        )
        #expect(
          reason.hasSuffix("set INTERACT_TOKEN to a token that stays valid for the whole run."),
          "\(reason)"
        )
      }
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
      #expect(
        ids.allSatisfy {
          $0.hasPrefix("platform/contacts.connections/")
            // To look where things show changes nothing.
            || $0.contains("/life-cycle/")
        }
      )
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
