import Testing

extension CommandTests {
  @Suite("verify with a server that is down, hangs, answers garbage or dies")
  struct BrokenServerTests {
    @Test("Down: every case that could be sent fails as refused, in bounded time")
    func refusedIsNamed() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      let address = "127.0.0.1:\(try Socket.refusingPort())"
      let run = try await accord(
        ["verify", "--givens", givens] + mock.servers("http://\(address)"),
        environment: MockProcess.tokens,
        in: folder
      )
      let reason = "refused: \(address) refused the connection. "
      try await expectFailure(run, reason, planned: [], in: folder)
      // One entry, one line of the summary and one line while it ran, not one for each case.
      #expect(run.output.ranges(of: reason).count == 3)
      #expect(run.output.ranges(of: " · failed · ").count == 1)
    }

    @Test("Down: a quiet run says why in one line")
    func quietRunSaysWhy() async throws {
      let folder = try TestFolder()
      let address = "127.0.0.1:\(try Socket.refusingPort())"
      let run = try await accord(
        [
          "verify", "-q", "--server", "interact=http://\(address)", "--contract",
          "connections.accept-reject", "--given", "interact.pendingInvitation=1,2,3,4,5,6,7,8,9",
        ],
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(run.status == 2)
      let lines = run.output.split(separator: "\n")
      #expect(lines.count == 2, "\(run.output)")
      #expect(lines.first?.contains(": refused: \(address) refused the connection. ") == true)
      #expect(lines.last?.hasPrefix("The run is incomplete: ") == true)
    }

    @Test("Down: a given that cannot be looked up is a failure, not a skip")
    func failedLookUpIsAFailure() async throws {
      let folder = try TestFolder()
      let address = "127.0.0.1:\(try Socket.refusingPort())"
      let planned = ["--contract", "connections.accept-reject", "--case", "*/example/accept"]
      let run = try await accord(
        ["verify", "--server", "http://\(address)", "--suite", "interact"] + planned,
        environment: MockProcess.tokens,
        in: folder
      )
      let reason = """
        A value of interact.pendingInvitation was looked up by findConnectionsForUser, which \
        failed: refused: \(address) refused the connection. 
        """
      try await expectFailure(run, reason, planned: planned, in: folder)
    }

    @Test("Hangs: every exchange ends with its deadline")
    func hangIsNamed() async throws {
      let folder = try TestFolder()
      let server = try await TestServer.silent()
      let planned = ["--contract", "connections.accept-reject", "--case", "*/header-missing/*"]
      let run = try await accord(
        [
          "verify", "--server", "interact=\(server.address)", "--timeout", "0.25",
          "--given", "interact.pendingInvitation=1,2,3",
        ] + planned,
        environment: MockProcess.tokens,
        in: folder,
        within: 20
      )
      await server.stop()
      let reason = """
        response-timeout: No complete response head within 250 ms of sending the request.
        """
      try await expectFailure(run, reason, planned: planned, in: folder)
    }

    @Test(
      "Every fault of the wire has its name",
      arguments: [
        (
          "reset-before-head", "10",
          "reset: The server reset the connection before the response head"
        ),
        ("reset-in-body", "10", "reset: The server reset the connection within the response body."),
        (
          "truncated-body", "10",
          "truncated-body: The server closed the connection within the body: "
        ),
        ("never-answer", "0.25", "response-timeout: No complete response head within 250 ms"),
      ]
    )
    func faultIsNamed(_ fault: String, _ timeout: String, _ reason: String) async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(["--fault", fault], in: folder)
      let planned = ["--contract", "connections.accept-reject", "--case", "*/header-missing/*"]
      let run = try await accord(
        [
          "verify", "--server", "interact=\(mock.address)", "--timeout", timeout,
          "--given", "interact.pendingInvitation=1,2,3",
        ] + planned,
        environment: MockProcess.tokens,
        in: folder,
        within: 20
      )
      try await expectFailure(run, reason, planned: planned, in: folder)
    }

    @Test(
      "Bytes that no network makes are the server's fault",
      arguments: [
        (
          "garbage",
          #"At byte 0 of the message: "\x00\xFF\x16\x03\x01\r\n""#
        ),
        ("malformed-head", #"At byte 0 of the message: "HTTP/1.1 OK\r\n""#),
      ]
    )
    func unreadableAnswerIsAViolation(_ fault: String, _ evidence: String) async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(["--fault", fault], in: folder)
      let planned = ["--contract", "connections.accept-reject", "--case", "*/header-missing/*"]
      let run = try await accord(
        [
          "verify", "--server", "interact=\(mock.address)",
          "--given", "interact.pendingInvitation=1,2,3",
        ] + planned,
        environment: MockProcess.tokens,
        in: folder,
        within: 20
      )
      #expect(run.status == 1, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      let ids = try await plan(planned, in: folder)
      #expect(reports.count("violates") == ids.count)
      #expect(reports.junitCount("failure") == ids.count)
      #expect(run.output.contains("message-framing"))
      #expect(run.output.contains(evidence))
    }

    @Test("Dies half-way: what was judged stays judged, the rest fails as refused")
    func deathIsNamed() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      let selection = ["--contract", "connections.accept-reject"]
      let process = try ToolProcess(
        ["verify", "--givens", givens, "--rate", "20/s"] + mock.servers() + selection,
        environment: MockProcess.tokens,
        in: folder
      )
      try await mock.waitUntilInvitationsAreUsed()
      mock.process.signal(9)
      let run = try await process.outcome(within: 30)
      #expect(run.status == 2)
      let reports = try WrittenReports(in: folder)
      #expect(reports.ids == (try await plan(selection, in: folder)))
      #expect(Set(reports.junitIDs) == Set(reports.ids))
      let (conforming, failed) = (reports.count("conforms"), reports.count("failed"))
      #expect(conforming > 0)
      #expect(failed > 0)
      #expect(conforming + failed == reports.ids.count)
      #expect(reports.junitCount("error") == failed)
      let address = mock.address.dropFirst("http://".count)
      #expect(run.output.contains("refused: \(address) refused the connection."))
      #expect(run.output.contains("The run is incomplete: "))
    }

    /// Every planned case is in every report, and all of them failed for one reason.
    private func expectFailure(
      _ run: ToolProcess.Outcome,
      _ reason: String,
      planned: [String],
      in folder: TestFolder,
      _ location: SourceLocation = #_sourceLocation
    ) async throws {
      #expect(run.status == 2, "\(run.output)\(run.errors)", sourceLocation: location)
      let reports = try WrittenReports(in: folder)
      let ids = try await plan(planned, in: folder)
      #expect(!ids.isEmpty, sourceLocation: location)
      #expect(reports.ids == ids, sourceLocation: location)
      #expect(Set(reports.junitIDs) == Set(ids), sourceLocation: location)
      #expect(reports.junitIDs.count == ids.count, sourceLocation: location)
      #expect(reports.count("failed") == ids.count, sourceLocation: location)
      #expect(reports.junitCount("error") == ids.count, sourceLocation: location)
      for found in reports.reasons("failed") {
        // Of a case with several steps, the reason says which one failed.
        #expect(found.contains(reason), "\(found)", sourceLocation: location)
      }
      #expect(run.output.contains(reason), sourceLocation: location)
      #expect(reports.exitStatus == 2, sourceLocation: location)
      #expect(
        run.output.contains("The run is incomplete: 0 of \(ids.count) case"),
        sourceLocation: location
      )
      #expect(reports.markdown.contains("## Failed"), sourceLocation: location)
    }
  }
}

/// The identifiers of the cases that a selection means, as `accord list` shows them.
func plan(_ selection: [String], in folder: TestFolder) async throws -> [String] {
  try await accord(["list"] + selection, in: folder).output.split(separator: "\n")
    .map(String.init)
    .filter { $0.hasPrefix("interact/") || $0.hasPrefix("platform/") }
}
