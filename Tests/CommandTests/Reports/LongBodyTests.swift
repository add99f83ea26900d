import AccordSchema
import AccordWire
import FoundationEssentials
import Testing

extension CommandTests {
  @Suite("verify with answers that are too long to be kept") struct LongBodyTests {
    /// A hundred thousand bytes and more, all on one line.
    private static let body = Array(
      "{\"a\": \"\(String(repeating: "long ", count: 20_000))\", \"b\": 1}".utf8
    )

    private static func server() async throws -> TestServer {
      try await TestServer { _ in
        .response(
          status: 200,
          fields: [WireField("Content-Type", "application/json")],
          body: body
        )
      }
    }

    private func run(
      _ options: [String],
      _ environment: [String: String] = [:],
      in folder: TestFolder
    ) async throws -> (outcome: ToolProcess.Outcome, bodies: [JSON]) {
      let server = try await Self.server()
      let run = try await accord(
        [
          "verify", "--server", "interact=\(server.address)", "--contract", "company.preregister",
          "--case", "*/member-missing/*", "--seed", "1",
        ] + options,
        environment: environment.merging(MockProcess.tokens) { own, _ in own },
        in: folder
      )
      await server.stop()
      let suites = try WrittenReports(in: folder).json["suites"]?.elements ?? []
      let exchanges = suites.flatMap { $0["cases"]?.elements ?? [] }
        .flatMap { $0["exchanges"]?.elements ?? [] }
      return (run, exchanges.compactMap { $0["response"]?["body"] }.filter { !$0.isNull })
    }

    @Test("Of a long body the beginning, the length and the digest are kept")
    func longBodiesAreCut() async throws {
      let folder = try TestFolder()
      let (outcome, bodies) = try await run([], in: folder)
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(!bodies.isEmpty)
      for body in bodies {
        #expect(body["length"] == .number(JSONNumber(Self.body.count)))
        #expect(body["isTruncated"] == true)
        #expect(body["text"]?.string?.utf8.count == 65_536)
        #expect(body["sha256"]?.string?.utf8.count == 64)
      }
    }

    @Test("--keep-bodies keeps all of them")
    func bodiesAreKept() async throws {
      let folder = try TestFolder()
      let (outcome, bodies) = try await run(["--keep-bodies"], in: folder)
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(!bodies.isEmpty)
      for body in bodies {
        #expect(body["text"] == .string(String(decoding: Self.body, as: UTF8.self)))
        #expect(body["isTruncated"] == nil)
      }
      let again = try await accord(
        ["report", "Reports/runs/report.json", "--report", "json=again.json"],
        in: folder
      )
      #expect(again.status == 0, "\(again.errors)")
      #expect(folder.bytes(of: "again.json") == folder.bytes(of: "Reports/runs/report.json"))
    }

    @Test("Nothing stays in the folder for temporary files, and without one all is as with it")
    func theFileOfTheRunIsNotSeen() async throws {
      let (folder, other) = (try TestFolder(), try TestFolder())
      let (outcome, bodies) = try await run([], ["TMPDIR": other.path], in: folder)
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == [])
      let without = try await run([], ["TMPDIR": "/no/such/folder"], in: folder)
      #expect(without.outcome.status == 1, "\(without.outcome.errors)")
      #expect(without.bodies == bodies)
    }
  }
}
