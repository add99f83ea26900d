import FoundationEssentials
import Testing

extension CommandTests {
  @Suite("What verify shows") struct TerminalTests {
    private static let short = [
      "verify", "--contract", "company.preregister", "--case", "*/example/*",
    ]

    @Test(
      "No escape sequence where there is no terminal, whatever the environment says",
      arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color", "COLORTERM": "truecolor"]]
    )
    func logsArePlain(_ environment: [String: String]) async throws {
      let folder = try TestFolder()
      let run = try await accord(Self.short, environment: environment, in: folder)
      #expect(run.status == 0)
      #expect(!run.output.contains("\u{1B}"))
      #expect(!run.output.contains("\r"))
      #expect(run.output.contains("cases conform."))
    }

    /// `script` of util-linux gives a process a terminal.
    static let script = "/usr/bin/script"

    static var hasScript: Bool {
      #if os(Linux)
      FileManager.default.isExecutableFile(atPath: script)
      #else
      false
      #endif
    }

    @Test(
      "A line that changes, and colours only where they are wanted",
      .enabled(if: hasScript, "script of util-linux is needed to make a terminal"),
      arguments: [true, false]
    )
    func terminalShowsProgress(_ isColoured: Bool) async throws {
      let folder = try TestFolder()
      let command = try ([Tool.path] + Self.short).map { "'\($0)'" }.joined(separator: " ")
      var environment = ["TERM": "xterm", "SHELL": "/bin/sh"]
      if !isColoured { environment["NO_COLOR"] = "1" }
      let run = try await ToolProcess(
        Self.script,
        ["-qec", command, "/dev/null"],
        environment: environment,
        in: folder
      ).outcome(within: 30)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let total = try await plan(Array(Self.short.dropFirst()), in: folder).count
      for done in 1...total {
        #expect(run.output.contains("\(done)/\(total)  interact/company.preregister/"))
      }
      #expect(run.output.ranges(of: "\r\u{1B}[2K").count == total + 1)
      #expect(run.output.contains("\u{1B}[32m") == isColoured)
      let others = run.output.ranges(of: "\u{1B}[").count - (total + 1)
      #expect((others > 0) == isColoured)
    }
  }
}
