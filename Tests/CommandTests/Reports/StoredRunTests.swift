import AccordSchema
import AccordWire
import Testing

extension CommandTests {
  @Suite("A stored run") struct StoredRunTests {
    private static let contract = ["--contract", "connections.accept-reject"]

    @Test("Events hold what the report holds, and every format is written from either")
    func everyFormatIsWrittenFromEither() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        ["verify", "--report", "json=r.json", "--report", "events=e.jsonl"] + Self.contract,
        in: folder
      )
      #expect(run.status == 0)
      #expect(run.output.hasSuffix("wrote e.jsonl\nwrote r.json\n"))
      for (file, target) in [("r.json", "a"), ("e.jsonl", "b")] {
        let reports = ["json", "tap", "sarif", "markdown", "junit:gitlab"].flatMap { format in
          ["--report", "\(format)=\(target)/\(format)"]
        }
        let written = try await accord(
          ["report", file] + reports,
          environment: ["SOURCE_DATE_EPOCH": "1772323199"],
          in: folder
        )
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output.hasPrefix("wrote \(target)/json\n"))
      }
      for name in ["json", "tap", "sarif", "markdown", "junit:gitlab"] {
        #expect(folder.has("a/\(name)"))
        #expect(folder.bytes(of: "a/\(name)") == folder.bytes(of: "b/\(name)"), "\(name)")
      }
      #expect(folder.bytes(of: "a/json") == folder.bytes(of: "r.json"))
    }

    @Test("The comparison of two runs goes to standard output alone where - is its path")
    func comparisonGoesToStandardOutput() async throws {
      let folder = try TestFolder()
      _ = try await accord(["verify", "--report", "json=r.json"] + Self.contract, in: folder)
      let run = try await accord(["diff", "r.json", "r.json", "--report", "json=-"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let json = try JSONDocument(parsing: Array(run.output.utf8)).root.value
      #expect(json["headline"] == "Nothing is newly broken.")
      #expect(!folder.has("-"))
    }

    @Test("The same run tells the same, in the same order, whatever finished first")
    func theSameRunTellsTheSame() async throws {
      let folder = try TestFolder()
      let server = try await TestServer { request in
        let head = "HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        return WireReply([
          .pause(.milliseconds(Int.random(in: 0...30))), .write(Array(head.utf8)), .close,
        ])
      }
      let given = "3F2504E0-4F89-11D3-9A0C-0305E82C3301"
      let givens = ["contact", "contactType", "requestor"].flatMap {
        ["--given", "platform.\($0)=\(given)"]
      }
      var runs: [ToolProcess.Outcome] = []
      var orders: [[String]] = []
      for name in ["a", "b"] {
        let run = try await accord(
          ["verify", "--server", "platform=\(server.address)", "--jobs", "16", "--seed", "1"]
            + [
              "--depth", "quick", "--contract", "contacts.connections", "--report",
              "events=\(name)",
            ] + givens,
          environment: MockProcess.tokens.merging(["SOURCE_DATE_EPOCH": "1772323199"]) { $1 },
          in: folder
        )
        #expect(run.status == 1, "\(run.errors)")
        runs.append(run)
        let events = try JSONLines(parsing: folder.bytes(of: name)).values
        orders.append(events.compactMap { $0["case"]?["id"]?.string })
      }
      await server.stop()
      #expect(orders[0].count > 50)
      #expect(orders[0] == orders[1])
      #expect(
        runs[0].output.replacing("wrote a\n", with: "")
          == runs[1].output.replacing("wrote b\n", with: "")
      )
    }

    @Test("Two runs against the embedded mock write the same events")
    func theSameRunWritesTheSameEvents() async throws {
      let folder = try TestFolder()
      for name in ["a", "b"] {
        let run = try await accord(
          [
            "verify", "-q", "--depth", "quick", "--jobs", "16", "--report", "events=\(name)",
            "--case", "interact/*",
            "--case", "platform/contacts.connections/format/*",
          ],
          in: folder
        )
        #expect(run.status == 0, "\(run.errors)")
      }
      let isSame = folder.bytes(of: "a") == folder.bytes(of: "b")
      #expect(isSame)
    }

    @Test("A run that is killed keeps the events that it had")
    func killedRunKeepsItsEvents() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let givens = try await mock.givens(in: folder)
      let process = try ToolProcess(
        ["verify", "--givens", givens, "--rate", "20", "--report", "events=e.jsonl"]
          + mock.servers() + Self.contract,
        environment: MockProcess.tokens,
        in: folder
      )
      try await mock.waitUntilInvitationsAreUsed()
      process.signal(9)
      _ = try await process.outcome(within: 20)
      let written = try await accord(["report", "e.jsonl", "--report", "json=r.json"], in: folder)
      #expect(written.status == 0, "\(written.errors)")
      let report = try JSONDocument(parsing: folder.bytes(of: "r.json")).root.value
      let cases = report["suites"]?.elements?.flatMap { $0["cases"]?.elements ?? [] } ?? []
      let verdicts = cases.compactMap { $0["verdict"]?.string }
      #expect(cases.compactMap { $0["id"]?.string } == (try await plan(Self.contract, in: folder)))
      #expect(Set(verdicts) == ["conforms", "notRun"])
      #expect(report["exitStatus"] == 2)
      // What had finished was put to the test.
      let coverage = report["suites"]?.elements?.first?["coverage"]
      let exercised = try #require(coverage?["exercised"]?.number?.int)
      let promised = try #require(coverage?["promised"]?.number?.int)
      #expect((1..<promised).contains(exercised))
      #expect(report["interruption"] == "The stream of events ends before the run does.")
    }

    @Test(
      "What is no stored run is refused, with the place and what to do",
      arguments: [
        (
          "{\"schemaVersion\": 1}",
          """
          Not the record of a run: expected 5, the version of the document that this tool reads, \
          at "/schemaVersion", found 1. Run `accord verify` again, or read the file with the \
          version of Accord that it names.
          """
        ),
        (
          "x",
          """
          it is not JSON: line 1, column 1: expected a JSON value, found 'x'. Give a file that \
          `accord verify` wrote with --report json or --report events.
          """
        ),
      ]
    )
    func otherFilesAreRefused(_ text: String, _ reason: String) async throws {
      let folder = try TestFolder()
      try folder.write(text, to: "r.json")
      let run = try await accord(["report", "r.json", "--report", "tap"], in: folder)
      #expect(run.status == 64)
      let message = """
        Error: Cannot read "r.json": \(reason)

        """
      #expect(run.errors.hasPrefix(message), "\(run.errors)")
    }

    @Test("In GitHub Actions, promises are annotated and the job has a summary")
    func annotatesInGitHubActions() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(["--fault", "wrong-content-type=text/html"], in: folder)
      let givens = try await mock.givens(in: folder)
      let run = try await accord(
        ["verify", "--strict", "--givens", givens] + mock.servers()
          + ["--contract", "company.preregister", "--case", "*/version-absent"],
        environment: MockProcess.tokens.merging(
          ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md"]
        ) { $1 },
        in: folder
      )
      #expect(run.status == 1)
      let annotations = run.output.split(separator: "\n").filter { $0.hasPrefix("::") }
      let file = "file=Contracts/Interact/PreregisterContact.swift"
      #expect(annotations.count == 1)
      #expect(annotations.first?.hasPrefix("::error \(file),line=") == true)
      #expect(folder.text(of: "summary.md") == folder.text(of: "Reports/runs/report.md"))
    }
  }
}
