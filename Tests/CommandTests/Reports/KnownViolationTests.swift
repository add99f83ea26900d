import Testing

extension CommandTests {
  @Suite("Known violations") struct KnownViolationTests {
    private static let selection = [
      "--strict", "--seed", "1", "--contract", "company.preregister", "--report", "json=r.json",
    ]

    @Test("From the first listing to the last pruning")
    func fromListingToPruning() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(["--fault", "wrong-content-type=text/html"], in: folder)
      let givens = try await mock.givens(in: folder)
      let verify = ["verify", "--givens", givens] + mock.servers() + Self.selection
      func expect(
        _ arguments: [String],
        _ status: Int32,
        _ text: String,
        _ location: SourceLocation = #_sourceLocation
      ) async throws {
        let run = try await accord(arguments, environment: MockProcess.tokens, in: folder)
        #expect(run.status == status, "\(run.errors)", sourceLocation: location)
        #expect(
          (run.output + run.errors).contains(text),
          "\(run.output)\(run.errors)",
          sourceLocation: location
        )
      }
      try await expect(verify, 1, "\n26 of 30 cases violate their contracts.\n")
      try await expect(
        ["baseline", "r.json", "--update"],
        64,
        """
        Error: New violations: 26. Say with --reason why they are put up with, and with --expiry, if \
        they should not stay so, until when.
        """
      )
      #expect(!folder.has("accord-baseline.json"))
      try await expect(
        [
          "baseline", "r.json", "--update", "--reason", "Until release 9.", "--expiry",
          "2999-12-31",
        ],
        0,
        "wrote accord-baseline.json: 26 added, 0 removed, 0 kept\n"
      )
      let listed = folder.text(of: "accord-baseline.json")
      let known = verify + ["--baseline", "accord-baseline.json"]
      try await expect(known, 0, "\n4 of 30 cases conform, no other violates, 26 known.\n")
      try await expect(
        ["baseline", "r.json", "--update"],
        0,
        "wrote accord-baseline.json: 0 added, 0 removed, 26 kept\n"
      )
      #expect(folder.text(of: "accord-baseline.json") == listed)
      try await expect(
        known + ["--today", "3000-01-01"],
        1,
        "\n26 of 30 cases violate their contracts, 26 entries of the baseline out of date.\n"
      )
      let conforming = ["verify", "--baseline", "accord-baseline.json"] + Self.selection
      try await expect(
        conforming,
        1,
        "\nAll 30 cases conform, 26 entries of the baseline out of date.\n"
      )
      try await expect(
        conforming + ["--case", "*/version-absent"],
        1,
        "\nThe only case conforms, 1 entry of the baseline out of date.\n"
      )
      try await expect(conforming, 1, "Fixed but listed: interact/company.preregister/")
      try await expect(
        ["baseline", "r.json", "--prune"],
        0,
        "wrote accord-baseline.json: 0 added, 26 removed, 0 kept\n"
      )
      try await expect(conforming, 0, "\nAll 30 cases conform.\n")
    }

    @Test("What is no baseline is refused before anything is sent")
    func otherFilesAreRefused() async throws {
      let folder = try TestFolder()
      try folder.write("{\"schemaVersion\": 2, \"entries\": {}}", to: "b.json")
      let run = try await accord(["verify", "--baseline", "b.json"], in: folder)
      #expect(run.status == 64)
      #expect(
        run.errors.hasPrefix(
          """
          Error: Cannot read "b.json": Not a baseline: expected an array at "/entries", found an \
          object. `accord baseline --update` writes one.

          """
        ),
        "\(run.errors)"
      )
      #expect(!folder.has("Reports"))
    }
  }
}
