import Testing

extension CommandTests {
  @Suite("list") struct ListTests {
    @Test(
      "Shows the cases that a selection means",
      arguments: [
        (["--suite", "platform"], "platform/"),
        (["--contract", "company.preregister"], "interact/company.preregister/"),
        (["--contract", "platform/contacts.connections"], "platform/contacts.connections/"),
        (["--case", "interact/*/example/*"], "interact/"),
      ]
    )
    func selects(_ options: [String], _ prefix: String) async throws {
      let folder = try TestFolder()
      let all = try await plan([], in: folder)
      let some = try await plan(options, in: folder)
      #expect(!some.isEmpty)
      #expect(some.count < all.count)
      #expect(some.allSatisfy { $0.hasPrefix(prefix) })
      // A part of the plan, in its order.
      #expect(all.filter(Set(some).contains) == some)
      if options[0] != "--case" { #expect(some == all.filter { $0.hasPrefix(prefix) }) }
    }

    @Test("Several patterns mean what any of them means")
    func unitesPatterns() async throws {
      let folder = try TestFolder()
      let all = try await plan([], in: folder)
      let some = try await plan(
        ["--case", "*/version-absent", "--case", "*/v?/member-missing/*"],
        in: folder
      )
      #expect(
        some
          == all.filter { id in
            id.hasSuffix("/version-absent")
              || ["/v1/", "/v2/"].contains { id.contains("\($0)member-missing/") }
          }
      )
      #expect(!some.isEmpty)
    }

    @Test("Counts, and names what no case provokes with the reason")
    func countsAndNamesTheRest() async throws {
      let folder = try TestFolder()
      let run = try await accord(["list", "--contract", "connections.accept-reject"], in: folder)
      #expect(run.status == 0)
      let parts = run.output.split(separator: "\n\n", omittingEmptySubsequences: false)
      try #require(parts.count == 3)
      #expect(parts[1] == "\(parts[0].split(separator: "\n").count) cases")
      let rest = parts[2].split(separator: "\n")
      #expect(rest.first == "not provoked: \(rest.count - 1)")
      #expect(
        rest.contains(
          """
            interact/connections.accept-reject · WSCacheServiceException: A service behind the \
          endpoint has to fail; no request makes it fail.
          """
        )
      )
    }

    @Test("Says what a case is about when asked")
    func saysMore() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        ["list", "-v", "--case", "interact/connections.accept-reject/v1/version-absent"],
        in: folder
      )
      let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first == "interact/connections.accept-reject/v1/version-absent")
      #expect(lines[1].hasPrefix("  ") && lines[1].count > 10)
      #expect(lines[2].hasPrefix("  promises: "))
    }

    @Test("Nothing selected leaves the reports of an earlier run as they are")
    func earlierReportsStay() async throws {
      let folder = try TestFolder()
      let arguments = [
        "--contract", "company.preregister", "--report", "events", "--report", "json",
      ]
      let first = try await accord(["verify"] + arguments, in: folder)
      #expect(first.status == 0)
      let names = ["report.json", "events.jsonl"].map { "Reports/runs/\($0)" }
      let before = names.map { folder.bytes(of: $0) }
      #expect(!before.contains { $0.isEmpty })
      let run = try await accord(
        ["verify", "--case", "*/header-mising/*"] + arguments,
        in: folder
      )
      #expect(run.status == 3)
      #expect(run.errors.contains("matches no case. Did you mean \"interact/company.preregister/"))
      #expect(names.map { folder.bytes(of: $0) } == before)
    }

    @Test("Nothing selected ends with 3", arguments: ["list", "verify"])
    func nothingIsSelected(_ command: String) async throws {
      let folder = try TestFolder()
      let run = try await accord([command, "--case", "no/such/case"], in: folder)
      #expect(run.status == 3)
      #expect(
        run.errors
          == "warning: --case \"no/such/case\" matches no case. The command list shows all of them.\n"
      )
      let said =
        command == "list" ? "\n0 cases\n" : "No case was selected, and no report is written.\n"
      #expect(run.output.contains(said))
    }
  }
}
