import AccordSchema
import Testing

extension CommandTests {
  @Suite("When a run was made, and by what") struct ProvenanceTests {
    private static let part = [
      "--contract", "connections.accept-reject", "--case", "*/header-missing/*",
    ]
    private static let reports = ["json", "markdown", "html", "junit", "events"].flatMap {
      ["--report", "\($0)=\($0)"]
    }

    @Test("Reports of a run against a server say it, those of the mock only the version")
    func reportsSayIt() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(in: folder)
      let date = ["SOURCE_DATE_EPOCH": "1772323199"]
      let time = "2026-02-28T23:59:59"
      let live = try await accord(
        ["verify", "--server", "interact=\(mock.address)"] + Self.part + Self.reports,
        environment: MockProcess.tokens.merging(date) { $1 },
        in: folder
      )
      #expect(live.output.contains("wrote events\nwrote json\n"), "\(live.output)\(live.errors)")
      let record = try JSONDocument(parsing: folder.bytes(of: "json")).root.value
      #expect(record["began"] == .string(time + "Z"))
      let version = try #require(record["accordVersion"]?.string)
      #expect(version.split(separator: ".").count == 3)
      for name in ["markdown", "html"] {
        #expect(folder.text(of: name).contains("Accord \(version), begun \(time)Z."), "\(name)")
      }
      #expect(folder.text(of: "junit").contains(" timestamp=\"\(time)\""))
      #expect(folder.text(of: "events").contains("\"began\":\"\(time)Z\""))

      let mocked = try await accord(
        ["verify"] + Self.part + Self.reports,
        environment: date,
        in: folder
      )
      #expect(mocked.status == 0, "\(mocked.errors)")
      for name in ["json", "markdown", "html", "events"] {
        #expect(!folder.text(of: name).contains(time), "\(name)")
        #expect(folder.text(of: name).contains(version), "\(name)")
      }
      #expect(folder.text(of: "junit").contains(" timestamp=\"\(time)\""))
    }

    @Test("Without SOURCE_DATE_EPOCH it is the time of the run")
    func theClockIsAsked() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        ["verify"] + Self.part + ["--report", "junit=junit"],
        in: folder
      )
      #expect(run.status == 0)
      #expect(folder.text(of: "junit").contains(" timestamp=\"20"))
    }

    @Test("A SOURCE_DATE_EPOCH that names no time ends the command before anything is done")
    func wrongSourceDate() async throws {
      let folder = try TestFolder()
      _ = try await accord(["verify"] + Self.part + ["--report", "json=run.json"], in: folder)
      for command in [["verify"] + Self.part, ["report", "run.json", "--report", "junit"]] {
        let run = try await accord(
          command,
          environment: ["SOURCE_DATE_EPOCH": "yesterday"],
          in: folder
        )
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(
          run.errors.hasPrefix(
            """
            Error: SOURCE_DATE_EPOCH expects the seconds since 1970 as a whole number from 0 to \
            253402300799, found "yesterday". Correct it, or unset it.

            """
          ),
          "\(run.errors)"
        )
        #expect(!folder.has("Reports"))
      }
    }

    @Test(
      "JUnit XML of a stored run that names no time bears SOURCE_DATE_EPOCH, or the time of writing",
      arguments: ["junit", "junit:gitlab", "junit:surefire"]
    )
    func storedRunWithoutATime(_ format: String) async throws {
      let folder = try TestFolder()
      _ = try await accord(["verify"] + Self.part + ["--report", "json=run.json"], in: folder)
      for (environment, time) in [
        ([:], "20"), (["SOURCE_DATE_EPOCH": "1772323199"], "2026-02-28T23:59:59\""),
      ] {
        let run = try await accord(
          ["report", "run.json", "--report", "\(format)=-"],
          environment: environment,
          in: folder
        )
        #expect(run.status == 0)
        #expect(run.output.contains(" timestamp=\"\(time)"))
        #expect(!run.output.contains(" timestamp=\"1970"))
      }
    }

    @Test("A report of several files says where they are")
    func allFilesAreTold() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        ["verify"] + Self.part + ["--report", "junit:surefire=out"],
        in: folder
      )
      #expect(run.output.hasSuffix("\nwrote out (1 file)\n"), "\(run.output)")
    }
  }
}
