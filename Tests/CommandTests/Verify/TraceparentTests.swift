import AccordSchema
import AccordWire
import Synchronization
import Testing

extension CommandTests {
  /// Requests that a team finds again in its traces.
  @Suite("verify --traceparent") struct TraceparentTests {
    private final class Seen: Sendable {
      let values = Mutex<[String]>([])
    }

    /// A server that shows what it was told, in a field and in its answer; what it answers is wrong.
    private static func server(_ seen: Seen, isRight: Bool) async throws -> TestServer {
      try await TestServer { request in
        let value =
          request.fields.first { $0.nameText.lowercased() == "traceparent" }?.valueText ?? "none"
        seen.values.withLock { $0.append(value) }
        return .response(
          status: isRight ? 200 : 500,
          reason: "OK",
          fields: [
            WireField("Content-Type", "application/json"), WireField("traceparent", value),
          ],
          body: Array(#"["\#(value)"]"#.utf8)
        )
      }
    }

    private static func verify(
      _ more: [String],
      isRight: Bool = false,
      in folder: TestFolder
    ) async throws -> (run: ToolProcess.Outcome, values: [String]) {
      try folder.write(RetriesTests.document, to: "shop.yaml")
      let seen = Seen()
      let server = try await server(seen, isRight: isRight)
      let run = try await accord(
        [
          "verify", "--openapi", "shop.yaml", "--server", server.address, "--jobs", "1",
          "--case", "shop/list/*",
        ] + more,
        in: folder
      )
      await server.stop()
      return (run, seen.values.withLock(\.self))
    }

    private static func isWhole(_ value: String) -> Bool {
      value.wholeMatch(of: /00-[0-9a-f]{32}-[0-9a-f]{16}-01/) != nil
    }

    @Test("A seed has the same identifiers in every run, and each exchange has its own")
    func repeats() async throws {
      let folder = try TestFolder()
      let first = try await Self.verify(["--traceparent", "--seed", "5"], in: folder)
      let second = try await Self.verify(["--traceparent", "--seed", "5"], in: folder)
      let other = try await Self.verify(["--traceparent", "--seed", "6"], in: folder)
      #expect(!first.values.isEmpty)
      #expect(first.values.allSatisfy(Self.isWhole))
      #expect(first.values == second.values)
      #expect(Set(first.values).count == first.values.count)
      #expect(Set(first.values).isDisjoint(with: other.values))
    }

    @Test("Each violation names its trace, in every format")
    func isShown() async throws {
      let folder = try TestFolder()
      let formats = [
        "terminal", "markdown", "html", "junit", "junit:gitlab", "sarif", "tap", "github",
        "codequality", "json",
      ]
      let reports = formats.flatMap { ["--report", "\($0)=\($0.replacing(":", with: "-"))"] }
      let (run, values) = try await Self.verify(
        ["--traceparent", "--seed", "5"] + reports,
        in: folder
      )
      #expect(run.status == 1)
      let value = try #require(values.first)
      let trace = value.split(separator: "-")[1]
      #expect(run.output.contains("trace     \(trace), parent "))
      for format in formats {
        #expect(folder.text(of: format.replacing(":", with: "-")).contains(trace), "\(format)")
      }
      let json = try JSONDocument(parsing: folder.bytes(of: "json")).root.value
      let id = try #require(
        json["suites"]?.elements?.first?["cases"]?.elements?.first?["id"]?.string
      )
      let shown = try await accord(["show", id, "--run", "json"], in: folder)
      #expect(shown.output.contains("trace     \(trace), parent "), "\(shown.output)")
      #expect(shown.output.contains("traceparent: \(value)"))
    }

    @Test("A server that shows the trace gives nothing away, and agrees with itself")
    func mayBeEchoed() async throws {
      let folder = try TestFolder()
      let (run, values) = try await Self.verify(
        ["--traceparent", "--seed", "5", "--strict"],
        isRight: true,
        in: folder
      )
      #expect(run.status == 0, "\(run.output)")
      let report = folder.text(of: "Reports/runs/report.json")
      for value in values { #expect(report.contains(value)) }
      #expect(!report.contains("[redacted"))
    }

    @Test("Without the option, and where the command line says the field, it is what that says")
    func othersWin() async throws {
      let folder = try TestFolder()
      let without = try await Self.verify([], in: folder)
      #expect(Set(without.values) == ["none"])
      let own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"
      let with = try await Self.verify(
        ["--traceparent", "--header", "Traceparent: \(own)"],
        in: folder
      )
      #expect(Set(with.values) == [own])
    }
  }
}
