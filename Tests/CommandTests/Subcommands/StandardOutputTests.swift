import AccordWire
import FoundationEssentials
import Testing

extension CommandTests {
  @Suite("Standard output that cannot be written") struct StandardOutputTests {
    private static let part = [
      "--contract", "connections.accept-reject", "--case", "*/header-missing/*",
    ]
    private static let id =
      "interact/connections.accept-reject/v1/header-missing/x-nextinteract-authtoken"

    /// Command lines that succeed and write something; `run.json` is there.
    private static let commands: [[String]] = [
      ["list"], ["lint"], ["explain"], ["explain", "error-name"], ["--help"], ["--version"],
      ["help", "list"], ["verify"] + part, ["verify", "-q"] + part,
      ["report", "run.json", "--report", "json=-"], ["diff", "run.json", "run.json"],
      ["diff", "run.json", "run.json", "--report", "json"], ["show", id, "--run", "run.json"],
      ["baseline", "run.json", "--update"], ["document", "--output", "out"],
      ["export", "contacts.connections/response"], ["mock", "--port", "0"],
    ]

    /// Runs a command line with a redirection of the shell.
    private func shell(
      _ arguments: [String],
      _ redirection: String,
      environment: [String: String] = [:],
      in folder: TestFolder
    ) async throws -> ToolProcess.Outcome {
      try await ToolProcess(
        "/bin/sh",
        ["-c", "\"$0\" \"$@\" \(redirection)", try Tool.path] + arguments,
        environment: environment,
        in: folder
      ).outcome(within: 30)
    }

    private func folder() async throws -> TestFolder {
      let folder = try TestFolder()
      let run = try await accord(["verify", "--report", "json=run.json"] + Self.part, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      return folder
    }

    static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }

    @Test(
      "A full device is said once, and the exit status is 2",
      .enabled(if: hasFullDevice, "/dev/full is needed")
    )
    func fullDevice() async throws {
      let folder = try await folder()
      for arguments in Self.commands {
        let run = try await shell(arguments, ">/dev/full", in: folder)
        #expect(run.status == 2, "\(arguments)")
        #expect(
          run.errors == """
            error: Standard output could not be written: no space is left. Send it to another place.

            """,
          "\(arguments)"
        )
      }
      // What did not go there was written all the same.
      #expect(folder.has("Reports/runs/report.json") && folder.has("out/Interact.md"))
    }

    @Test("So is standard output that is closed, and nothing is written into another file")
    func closed() async throws {
      let folder = try await folder()
      for arguments in Self.commands {
        let run = try await shell(arguments, ">&-", in: folder)
        #expect(run.status == 2, "\(arguments)")
        #expect(
          run.errors == """
            error: Standard output could not be written: it is closed. Send it to another place.

            """,
          "\(arguments)"
        )
      }
      let reports = try WrittenReports(in: folder)
      #expect(reports.exitStatus == 0)
    }

    @Test("What is violated stays so, whether or not it could be shown")
    func violationsGoBefore() async throws {
      let folder = try TestFolder()
      let server = try await TestServer { _ in
        .response(status: 500, reason: "No", fields: [], body: [])
      }
      let run = try await shell(
        ["verify", "--server", "interact=\(server.address)"] + Self.part
          + ["--given", "interact.pendingInvitation=1,2,3"],
        ">&-",
        environment: MockProcess.tokens,
        in: folder
      )
      await server.stop()
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("error: Standard output could not be written: it is closed."))
    }

    @Test(
      "A report that goes to standard output is alone there, and all else is on standard error",
      arguments: ["-", "/dev/stdout", "/proc/self/fd/1"]
    )
    func reportsAreAlone(path: String) async throws {
      let folder = try TestFolder()
      for (format, environment) in [
        ("json", [:]), ("tap", [:]), ("events", [:]), ("json", ["GITHUB_ACTIONS": "true"]),
      ] {
        let arguments = ["verify", "--report", "\(format)=\(path)", "--report", "\(format)=file"]
        let run = try await accord(
          arguments + Self.part,
          environment: environment,
          in: folder
        )
        #expect(run.status == 0)
        // Events that go out as they happen still have the times that a file no longer has.
        let isSent = format == "events" && path != "-"
        let lines = { (text: String) in text.split(separator: "\n").map { $0.prefix(60) } }
        #expect(isSent || run.output == folder.text(of: "file"))
        #expect(lines(run.output) == lines(folder.text(of: "file")))
        #expect(run.errors.contains("Interact API against the embedded mock: "))
        #expect(run.errors.hasSuffix("wrote file\n") || !environment.isEmpty)
        #expect(run.errors.contains("::notice") == run.errors.contains("::"))
      }
      try FileManager.default.moveItem(atPath: "\(folder.path)/file", toPath: "\(folder.path)/run")
      let stored = try await accord(
        ["report", "run", "--report", "json=\(path)", "--report", "tap=t"],
        in: folder
      )
      #expect(stored.output == folder.text(of: "run") && stored.errors == "wrote t\n")
      let diff = try await accord(
        ["diff", "run", "run", "--report", "json=\(path)", "--report", "markdown=m"],
        in: folder
      )
      #expect(diff.output.hasPrefix("{") && diff.errors == "wrote m\n")
      // A run may be piped in, too.
      let piped = try await accord(
        ["report", "-", "--report", "json=\(path)"],
        input: "\(folder.path)/run",
        in: folder
      )
      #expect(piped.output == folder.text(of: "run"))
    }

    @Test("A reader that has what it wanted is no error")
    func readerGoesAway() async throws {
      let folder = try await folder()
      for arguments in [
        ["list"], ["explain"], ["report", "run.json", "--report", "json=-"],
        ["report", "run.json", "--report", "json=/dev/stdout"],
        ["verify", "-q", "--report", "tap=/dev/stdout"] + Self.part,
        ["verify", "-q", "--report", "events=/dev/stdout"] + Self.part,
      ] {
        let isRun = arguments[0] == "verify"
        let run = try await shell(arguments, "| head -1; true", in: folder)
        #expect(run.errors.isEmpty || isRun && !run.errors.contains("rror"), "\(arguments)")
        #expect(run.output.split(separator: "\n").count == 1, "\(arguments)")
        // A pipe whose reader is gone before anything is written.
        let late = try await shell(
          arguments,
          "| true; exec 3>&1; { \"$0\" \"$@\"; echo $? >&3; } | true",
          in: folder
        )
        #expect(late.errors.isEmpty || isRun && !late.errors.contains("rror"), "\(arguments)")
        #expect(late.output == "0\n", "\(arguments)")
      }
    }
  }
}
