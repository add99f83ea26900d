import AccordSchema
import FoundationEssentials
import Testing

extension CommandTests {
  @Suite("The curl line of every exchange") struct CurlLineTests {
    private static let curl = "/usr/bin/curl"
    private static let areThere =
      [curl, "/bin/bash"].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    /// Both suites have the same token, so that one text stands for the secret of both.
    @Test(
      "Pasted into a shell it gets the answer that the run got",
      .enabled(if: areThere, "There is no bash or no curl on this machine.")
    )
    func everyLineWorks() async throws {
      let folder = try TestFolder()
      let run = try await accord(
        ["verify", "--depth", "quick", "--report", "json=run.json"],
        in: folder
      )
      #expect(run.status == 0, "\(run.errors)")
      let mock = try await MockProcess(in: folder)
      let report = try JSONDocument(parsing: folder.bytes(of: "run.json")).root.value

      var script = "curl() { \(Self.curl) -sS --max-time 10 \"$@\"; }\n"
      var expected: [(id: String, status: String)] = []
      // Every case finds the state that the run began with.
      var isChanged = true
      for suite in report["suites"]?.elements ?? [] {
        // A seventh of them, from every origin and contract: each line is a process of its own.
        for (number, testCase) in (suite["cases"]?.elements ?? []).enumerated()
        where number.isMultiple(of: 7) {
          if isChanged {
            script += "curl -X POST '\(mock.address)/__accord/reset' -o reset.txt\n"
            isChanged = false
          }
          for exchange in testCase["exchanges"]?.elements ?? [] {
            let line = exchange["curl"]?.string ?? ""
            script += "printf '\\n@@'; \(line)\n"
            let status = exchange["response"]?["status"]?.text() ?? "none"
            expected.append((testCase["id"]?.string ?? "", status))
            if Self.mayChange(exchange) { isChanged = true }
          }
        }
      }
      try folder.write(
        script.replacing("http://127.0.0.1:8080", with: mock.address),
        to: "lines.sh"
      )
      for shell in [["/bin/bash", "--noprofile", "--norc"], ["/bin/sh"]] {
        let pasted = try await ToolProcess(
          shell[0],
          shell.dropFirst() + ["lines.sh"],
          environment: MockProcess.tokens,
          in: folder
        ).outcome(within: 120)
        expect(expected, pasted)
      }
    }

    /// Whether a request may have changed the state of the mock: it is of a method that may, and was not
    /// refused.
    private static func mayChange(_ exchange: JSON) -> Bool {
      let isSafe = ["GET", "HEAD", "OPTIONS"].contains(exchange["request"]?["method"]?.string)
      let isRefused = (exchange["response"]?["status"]?.number?.int ?? 0) >= 400
      return !isSafe && !isRefused
    }

    private func expect(
      _ expected: [(id: String, status: String)],
      _ pasted: ToolProcess.Outcome
    ) {
      #expect(pasted.errors == "")
      let answers = pasted.output.split(separator: "\n@@", omittingEmptySubsequences: false)
        .dropFirst().map { $0.prefix { !$0.isNewline } }
      #expect(answers.count == expected.count)
      #expect(expected.count > 150)
      for (answer, (id, status)) in zip(answers, expected) {
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(id): \(answer)")
      }
    }
  }
}
