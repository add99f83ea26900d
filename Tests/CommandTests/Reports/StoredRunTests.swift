import AccordSchema
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
        let written = try await accord(["report", file] + reports, in: folder)
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output.hasPrefix("wrote \(target)/json\n"))
      }
      for name in ["json", "tap", "sarif", "markdown", "junit:gitlab"] {
        #expect(folder.has("a/\(name)"))
        #expect(folder.bytes(of: "a/\(name)") == folder.bytes(of: "b/\(name)"), "\(name)")
      }
      #expect(folder.bytes(of: "a/json") == folder.bytes(of: "r.json"))
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
          Not the record of a run: expected 4, the version of the document that this tool reads, \
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
