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
