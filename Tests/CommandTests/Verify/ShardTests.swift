import AccordSchema
import AccordWire
import Testing

extension CommandTests {
  @Suite("Parts of a plan") struct ShardTests {
    @Test("Parts merge to the very bytes of the whole run")
    func mergesToTheWhole() async throws {
      let folder = try TestFolder()
      let selection = ["--suite", "interact", "--in-process", "-q"]
      let reports = [
        "--report", "json=whole.json", "--report", "junit=whole.xml", "--report", "html=whole.html",
      ]
      let whole = try await accord(["verify"] + selection + reports, in: folder)
      #expect(whole.status == 0)
      let names = ["1.json", "2.jsonl", "3.json"]
      for (index, name) in names.enumerated() {
        let format = name.hasSuffix("l") ? "events" : "json"
        let part = try await accord(
          ["verify"] + selection + ["--shard", "\(index + 1)/3", "--report", "\(format)=\(name)"],
          in: folder
        )
        #expect(part.status == 0)
        #expect(part.output.contains("Part \(index + 1) of 3: "))
      }
      let merged = try await accord(
        ["merge", "-q"] + names.reversed()
          + [
            "--report", "json=merged.json", "--report", "junit=merged.xml", "--report",
            "html=merged.html",
          ],
        in: folder
      )
      #expect(merged.status == 0)
      for name in ["json", "html"] {
        #expect(folder.bytes(of: "merged.\(name)") == folder.bytes(of: "whole.\(name)"))
        #expect(!folder.bytes(of: "whole.\(name)").isEmpty)
      }
      let missing = try await accord(
        ["merge", names[0], names[2], "--report", "json=some.json"],
        in: folder
      )
      #expect(missing.status == 2)
      #expect(missing.output.contains("Part 2 of 3 is missing."))
    }

    @Test(
      "The CI system says which part it is",
      arguments: [
        (["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "50"], "auto", 2),
        (["CIRCLE_NODE_INDEX": "1", "CIRCLE_NODE_TOTAL": "50"], "auto", 2),
        (["BUILDKITE_PARALLEL_JOB": "49", "BUILDKITE_PARALLEL_JOB_COUNT": "50"], "auto", 50),
        (["JOB_COMPLETION_INDEX": "0"], "auto/50", 1),
      ]
    )
    func readsTheEnvironment(
      _ environment: [String: String],
      _ shard: String,
      _ number: Int
    ) async throws {
      let folder = try TestFolder()
      let part = try await accord(
        [
          "verify", "-q", "--in-process", "--contract", "company.preregister", "--shard", shard,
          "--report", "json=part.json",
        ],
        environment: environment,
        in: folder
      )
      #expect(part.status == 0)
      #expect(folder.text(of: "part.json").contains("\"headline\": \"Part \(number) of 50: "))
    }

    @Test("What was wrong is tried again, and nothing else")
    func triesAgain() async throws {
      let folder = try TestFolder()
      try folder.write(UnseenSuccessTests.document, to: "byid.yaml")
      let server = try await TestServer { _ in
        .response(
          status: 200,
          reason: "OK",
          fields: [WireField("Content-Type", "application/json")],
          body: Array("[]".utf8)
        )
      }
      let arguments = ["verify", "--openapi", "byid.yaml", "--server", server.address]
      let first = try await accord(arguments + ["--report", "json=first.json"], in: folder)
      let again = try await accord(
        arguments + ["--rerun-failed", "first.json", "--report", "json=again.json"],
        in: folder
      )
      await server.stop()
      #expect(first.status == 1)
      #expect(again.status == 1)
      let cases = try Self.cases(of: "first.json", in: folder)
      let wrong = cases.filter { $0["verdict"]?.string == "violates" }.map { $0["id"]?.string }
      #expect(!wrong.isEmpty)
      #expect(wrong.count < cases.count)
      #expect(try Self.cases(of: "again.json", in: folder).map { $0["id"]?.string } == wrong)
    }

    /// Three hundred operations, far more than are under way at once.
    private static let many =
      #"{"openapi": "3.1.0", "info": {"title": "Many", "version": "1"}, "paths": {"#
      + (0..<300).map { number in
        #""/things/\#(number)": {"get": {"responses": {"200": {"description": "ok", "content": "#
          + #"{"application/json": {"schema": {"type": "object"}}}}}}}"#
      }.joined(separator: ", ") + "}}"

    @Test("A run ends with the first case that is wrong", arguments: [true, false])
    func endsAtOnce(_ isFast: Bool) async throws {
      let folder = try TestFolder()
      try folder.write(Self.many, to: "many.json")
      let server = try await TestServer { request in
        .response(
          status: 200,
          reason: "OK",
          fields: [WireField("Content-Type", "application/json")],
          body: Array((request.targetText == "/things/3" ? "[]" : "{}").utf8)
        )
      }
      let run = try await accord(
        ["verify", "--openapi", "many.json", "--server", server.address, "--jobs", "1"]
          + (isFast ? ["--fail-fast"] : []) + ["--report", "json=run.json"],
        in: folder
      )
      await server.stop()
      #expect(run.status == 1)
      #expect(run.output.contains("because of --fail-fast.") == isFast)
      let verdicts = try Self.cases(of: "run.json", in: folder).map { $0["verdict"]?.string }
      #expect(verdicts.count == 300)
      #expect(verdicts.count { $0 == "violates" } == 1)
      #expect(verdicts.contains("notRun") == isFast)
    }

    private static func cases(of name: String, in folder: TestFolder) throws -> [JSON] {
      let run = try JSONDocument(parsing: folder.bytes(of: name)).root.value
      return run["suites"]?.elements?.flatMap { $0["cases"]?.elements ?? [] } ?? []
    }
  }
}
