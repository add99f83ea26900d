import Testing

extension CommandTests {
  @Suite("lint, explain and document") struct DocumentationTests {
    @Test("The shipped contracts have no problems")
    func lintIsClean() async throws {
      let folder = try TestFolder()
      let all = try await accord(["lint"], in: folder)
      #expect(all.status == 0)
      #expect(all.output == "5 contracts, no problems\n")
      let one = try await accord(["lint", "--suite", "platform"], in: folder)
      #expect(one.status == 0)
      #expect(one.output == "2 contracts, no problems\n")
    }

    @Test("Every rule is explained, with what it accepts and rejects")
    func everyRuleIsExplained() async throws {
      let folder = try TestFolder()
      let list = try await accord(["explain"], in: folder)
      #expect(list.status == 0)
      let rules = list.output.split(separator: "\n").map { line in
        line.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }
      }
      #expect(rules.count >= 20)
      for rule in rules {
        try #require(rule.count == 2)
        let run = try await accord(["explain", String(rule[0])], in: folder)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("\(rule[0])\n\n  \(rule[1])\n\n"))
        let examples = run.output.split(separator: "\n").filter { $0.hasPrefix("    > ") }
        #expect(examples.count >= 2, "\(rule[0])")
        let accepted = try #require(run.output.firstRange(of: "\naccepted\n\n  "))
        let rejected = try #require(run.output.firstRange(of: "\nrejected\n\n  "))
        #expect(accepted.upperBound < rejected.lowerBound)
      }
    }

    @Test("What --since names is read before anything is written")
    func promisesAreReadFirst() async throws {
      let folder = try TestFolder()
      try folder.write("{\"schemaVersion\": 3}", to: "run.json")
      try folder.write("# Changes", to: "text")
      for (file, reason) in [
        ("run.json", "expected 1 at \"/schemaVersion\", found 3"),
        ("text", "it is not JSON: line 1, column 1: expected a JSON value, found '#'"),
      ] {
        let run = try await accord(["document", "--since", file, "--output", "out"], in: folder)
        #expect(run.status == 64)
        #expect(
          run.errors.hasPrefix(
            """
            Error: --since: "\(file)" does not hold the promises of contracts: \(reason). Give a \
            file that `accord document --promises FILE` wrote.

            """
          ),
          "\(run.errors)"
        )
        #expect(!folder.has("out"))
      }
      let kept = try await accord(
        ["document", "--promises", "promises.json", "--output", "out"],
        in: folder
      )
      #expect(kept.status == 0)
      let run = try await accord(
        ["document", "--since", "promises.json", "--output", "out"],
        in: folder
      )
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.hasSuffix("wrote out/Changes.md\n"))
    }

    @Test(
      "A file that cannot be written is said with the option of the command that names it",
      arguments: [
        (["document", "--output", "file"], "file/Interact.md", "--output"),
        (["document", "--output", "out", "--site", "file"], "file/index.html", "--site"),
        (
          ["document", "--output", "out", "--promises", "file/p.json"], "file/p.json", "--promises"
        ),
        (
          ["export", "contacts.connections/response", "--output", "file"],
          "file/contacts.connections-response.json", "--output"
        ),
        (["baseline", "run.json", "--update", "--baseline", "file/b"], "file/b", "--baseline"),
        (["diff", "run.json", "run.json", "--report", "json=file/d"], "file/d", "--report"),
        (
          ["report", "run.json", "--report", "json=file/r"], "file/r", "--output or --report"
        ),
      ]
    )
    func unwritableFileIsNamed(_ arguments: [String], _ path: String, _ option: String) async throws
    {
      let folder = try TestFolder()
      try folder.write("", to: "file")
      _ = try await accord(
        ["verify", "--case", "*/version-absent", "--contract", "connections.accept-reject"]
          + ["--report", "json=run.json"],
        in: folder
      )
      let run = try await accord(arguments, in: folder)
      #expect(run.status == 2)
      #expect(
        run.errors == """
          error: Cannot write "\(path)": a file stands where a folder is needed. Choose another place \
          with \(option).

          """
      )
    }

    @Test("The help of report says that a format has to be named")
    func helpIsTrue() async throws {
      let folder = try TestFolder()
      let help = try await accord(["report", "--help"], in: folder)
      #expect(help.status == 0)
      #expect(
        help.output.contains(
          """

          USAGE: accord report FILE --report FORMAT[=PATH] ... [--output FOLDER] [--baseline FILE]

          """
        ),
        "\(help.output)"
      )
      let one = try await accord(["help", "report"], in: folder)
      #expect(one.output == help.output)
    }

    @Test(
      "The committed documents are what the contracts say",
      arguments: ["Interact", "Platform"]
    )
    func documentsAreAsCommitted(_ name: String) async throws {
      let folder = try TestFolder()
      let run = try await accord(["document", "--output", "out"], in: folder)
      #expect(run.status == 0)
      #expect(run.output == "wrote out/Interact.md\nwrote out/Platform.md\n")
      let written = folder.text(of: "out/\(name).md")
      #expect(!written.isEmpty)
      #expect(written == (try Tool.committed("Reports/\(name).md")))
    }
  }
}
