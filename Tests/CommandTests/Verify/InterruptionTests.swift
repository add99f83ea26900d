import AccordWire
import Testing

extension CommandTests {
  @Suite("verify that is ended early") struct InterruptionTests {
    private static let contract = ["--contract", "connections.accept-reject"]

    @Test(
      "A signal ends the run in order, and every report says why",
      arguments: [(Int32(2), "SIGINT"), (15, "SIGTERM"), (1, "SIGHUP")]
    )
    func signalEndsTheRun(_ number: Int32, _ name: String) async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      let process = try ToolProcess(
        ["verify", "--givens", givens, "--rate", "20"] + mock.servers() + Self.contract,
        environment: MockProcess.tokens,
        in: folder
      )
      try await mock.waitUntilInvitationsAreUsed()
      process.signal(number)
      let run = try await process.outcome(within: 20)
      try await expectInterruption(run, "The run was interrupted by \(name).", in: folder)
    }

    @Test("What nohup started outlives its terminal")
    func nohupOutlives() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      // The cases that use invitations up come last, and some more of them are to come.
      let planned = Self.contract + ["--case", "*/example/*", "--case", "*/format/*"]
      let process = try ToolProcess(
        "/usr/bin/nohup",
        [try Tool.path, "verify", "--givens", givens, "--rate", "20"] + mock.servers()
          + planned,
        environment: MockProcess.tokens,
        in: folder
      )
      try await mock.waitUntilInvitationsAreUsed()
      process.signal(1)
      let run = try await process.outcome(within: 20)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(reports.count("conforms") == (try await plan(planned, in: folder)).count)
    }

    @Test("--max-time ends the run in order, and every report says why")
    func timeEndsTheRun() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        ["verify", "--rate", "10/s", "--max-time", "1.5"] + Self.contract,
        in: folder,
        within: 20
      )
      let reason = "The run took longer than --max-time 1.5 s."
      try await expectInterruption(run, reason, in: folder)
    }

    @Test(
      "A run that waits for a server ends at once, in whatever it waits",
      arguments: [
        // A case, the look-up of a given, the login.
        ["INTERACT_TOKEN": "some-token", "given": "1,2,3"],
        ["INTERACT_TOKEN": "some-token"],
        ["INTERACT_EMAIL": "e", "INTERACT_PASSWORD": "geheim"],
      ]
    )
    func waitingEnds(_ environment: [String: String]) async throws {
      let folder = try TestFolder()
      let server = try await TestServer.silent()
      let given = environment["given"].map { ["--given", "interact.pendingInvitation=\($0)"] }
      let process = try ToolProcess(
        ["verify", "--server", "interact=\(server.address)", "--timeout", "60"] + Self.contract
          + (given ?? []),
        environment: environment,
        in: folder
      )
      try await server.waitForRequest()
      process.signal(2)
      let run = try await process.outcome(within: 20)
      await server.stop()
      #expect(run.status == 2)
      let reports = try WrittenReports(in: folder)
      #expect(reports.ids == (try await plan(Self.contract, in: folder)))
      #expect(reports.count("notRun") == reports.ids.count)
      #expect(reports.reasons("notRun") == ["The run was interrupted by SIGINT."])
    }

    @Test("--max-time ends judging too, however large the answers are")
    func judgingEnds() async throws {
      let folder = try TestFolder()
      let members = (0..<400_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
      let body = #"{"TotalConnections":0,"Connections":[],"# + members + "}"
      let type = WireField("Content-Type", "application/json; charset=utf-8")
      let reply = WireReply.response(status: 200, fields: [type], body: Array(body.utf8))
      let server = try await TestServer { _ in reply }
      let given = "3F2504E0-4F89-11D3-9A0C-0305E82C3301"
      let planned = ["--contract", "contacts.connections", "--case", "*/relation/*"]
      let begin = ContinuousClock.now
      let run = try await accord(
        ["verify", "--server", "platform=\(server.address)", "--max-time", "3", "--timeout", "60"]
          + ["contact", "contactType", "requestor"].flatMap {
            ["--given", "platform.\($0)=\(given)"]
          }
          + planned,
        environment: MockProcess.tokens,
        in: folder,
        within: 60
      )
      await server.stop()
      // In a build for debugging a case is judged for longer than this.
      #expect(ContinuousClock.now - begin < .seconds(15))
      let reports = try WrittenReports(in: folder)
      #expect(reports.ids == (try await plan(planned, in: folder)))
      #expect(reports.count("notRun") > 0)
      #expect(reports.reasons("notRun") == ["The run took longer than --max-time 3 s."])
      #expect(run.status == (reports.count("violates") > 0 ? 1 : 2), "\(run.output)\(run.errors)")
    }

    private func expectInterruption(
      _ run: ToolProcess.Outcome,
      _ reason: String,
      in folder: TestFolder,
      _ location: SourceLocation = #_sourceLocation
    ) async throws {
      #expect(run.status == 2, "\(run.output)\(run.errors)", sourceLocation: location)
      let reports = try WrittenReports(in: folder)
      let ids = try await plan(Self.contract, in: folder)
      #expect(reports.ids == ids, sourceLocation: location)
      #expect(Set(reports.junitIDs) == Set(ids), sourceLocation: location)
      let (conforming, notRun) = (reports.count("conforms"), reports.count("notRun"))
      #expect(conforming > 0, sourceLocation: location)
      #expect(notRun > 0, sourceLocation: location)
      #expect(conforming + notRun == ids.count, sourceLocation: location)
      #expect(reports.reasons("notRun") == [reason], sourceLocation: location)
      #expect(reports.junitCount("error") == notRun, sourceLocation: location)
      let early = "The run ended early: \(reason)\n"
      #expect(reports.junitErrors.allSatisfy { $0.contains(early) }, sourceLocation: location)
      #expect(reports.interruption == reason, sourceLocation: location)
      #expect(reports.markdown.contains("Ended early: "), sourceLocation: location)
      #expect(run.output.contains(early), sourceLocation: location)
      #expect(run.output.contains("not run \(notRun): \(reason)\n"), sourceLocation: location)
    }
  }
}
