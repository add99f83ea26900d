import Testing

extension CommandTests {
  @Suite("What was last seen") struct LastSeenTests {
    private static let part = ["--contract", "connections.accept-reject"]

    @Test("Documents carry what a stored run showed, as Markdown and as a site")
    func documentsWithARun() async throws {
      let folder = try TestFolder()
      let verify = try await accord(
        ["verify"] + Self.part + ["--report", "json=run.json"],
        in: folder
      )
      #expect(verify.status == 0)
      let run = try await accord(
        ["document", "--suite", "interact", "--run", "run.json", "--output", "out", "--site", "s"],
        in: folder
      )
      #expect(run.status == 0)
      #expect(
        run.output == "wrote out/Interact.md\nwrote s/index.html\nwrote s/interact.html\n"
      )
      let markdown = folder.text(of: "out/Interact.md")
      #expect(markdown.contains("\n## What was last seen\n"))
      #expect(markdown.contains("\n| ✓ holds | `header/x-nextinteract-authtoken` | The header"))
      #expect(
        markdown.contains(" The run meant 1 of 3 endpoints: `connections.accept-reject`. ")
      )
      // The other endpoints were not selected.
      #expect(markdown.contains("\n| ○ not exercised | "))
      #expect(markdown.contains("\n| ○ not provoked | "))
      let page = folder.text(of: "s/interact.html")
      #expect(page.contains("<span class=\"badge holds\">holds</span>"))
      #expect(page.contains("</html>"))
    }

    @Test("A relation that no rule looked at does not hold, in the documents and on the page")
    func relationsThatNobodySaw() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(["--fault", "wrong-status=418"], in: folder)
      let givens = try await mock.givens(in: folder)
      let verify = try await accord(
        ["verify", "--givens", givens, "--contract", "contacts.connections"]
          + ["--server", "platform=\(mock.address)", "--report", "json=run.json"]
          + ["--report", "html=run.html"],
        environment: MockProcess.tokens,
        in: folder
      )
      #expect(verify.status == 1, "\(verify.errors)")
      let run = try await accord(
        ["document", "--suite", "platform", "--run", "run.json", "--output", "out"],
        in: folder
      )
      #expect(run.status == 0, "\(run.errors)")
      let rows = folder.text(of: "out/Platform.md").split(separator: "\n")
        .filter { $0.contains(" | `relation/") }
      #expect(rows.count > 5)
      #expect(!rows.contains { $0.hasPrefix("| ✓ holds | ") })
      #expect(rows.contains { $0.hasPrefix("| ? not seen | ") })
      let page = folder.text(of: "run.html")
      #expect(page.contains(" data-kind=\"relation\" title=\"not seen: "))
      // A link to the cases of the relations stands in no green cell.
      let cells = page.split(separator: "<td>").filter { $0.contains(" data-kind=\"relation\" ") }
      #expect(!cells.isEmpty)
      #expect(!cells.contains { $0.contains("class=\"holds\"") })
    }

    @Test("A file that is no run is named")
    func aFileThatIsNoRun() async throws {
      let folder = try TestFolder()
      try folder.write("{}", to: "run.json")
      let run = try await accord(["document", "--run", "run.json"], in: folder)
      #expect(run.status == 64)
      #expect(run.errors.contains("Cannot read \"run.json\": Not the record of a run: "))
      #expect(!folder.has("Reports"))
    }

    @Test("What changed between two versions of the contracts is written")
    func changes() async throws {
      let folder = try TestFolder()
      let now = try await accord(
        ["document", "--output", "out", "--promises", "now.json"],
        in: folder
      )
      #expect(now.status == 0)
      let same = try await accord(
        ["document", "--output", "out", "--since", "now.json"],
        in: folder
      )
      #expect(same.status == 0)
      #expect(
        folder.text(of: "out/Changes.md")
          == "# What changed in the contracts\n\nNothing changed.\n"
      )
      let old = folder.text(of: "now.json")
        .replacing("content/member/connectionStatus\"", with: "content/member/state\"")
      try folder.write(old, to: "old.json")
      let changed = try await accord(
        ["document", "--output", "out", "--since", "old.json"],
        in: folder
      )
      #expect(changed.status == 0)
      let log = folder.text(of: "out/Changes.md")
      #expect(log.contains("2 changes: 1 breaking, 0 to be looked at, 1 compatible.\n"))
      #expect(log.contains("| removed | `response/success/content/member/state` |"))
      #expect(log.contains("| added | `response/success/content/member/connectionStatus` |"))
      let wrong = try await accord(["document", "--since", "missing.json"], in: folder)
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("Cannot read the file \"missing.json\"."))
    }

    @Test("A run that puts too little to the test fails, and says what is missing")
    func tooLittle() async throws {
      let folder = try TestFolder()
      let little = try await accord(
        ["verify"] + Self.part
          + ["--case", "*/header-missing/*", "--min-coverage", "80", "--report", "json"],
        in: folder
      )
      #expect(little.status == 1)
      #expect(little.errors.hasPrefix("error: Coverage is "))
      #expect(little.errors.contains(" %, less than the 80.0 % of --min-coverage: "))
      #expect(little.errors.contains(" promises were not put to the test.\n"))
      #expect(little.errors.contains(" · not exercised\n"))
      #expect(folder.has("Reports/runs/report.json"))
      let enough = try await accord(
        ["verify"] + Self.part + ["--min-coverage", "80", "--report", "json"],
        in: folder
      )
      // What is measured is what was meant: not the other endpoints.
      #expect(enough.status == 0, "\(enough.errors)")
      let wrong = try await accord(["verify", "--min-coverage", "101"], in: folder)
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("expected a number from 0 to 100 percent"))
    }
  }
}
