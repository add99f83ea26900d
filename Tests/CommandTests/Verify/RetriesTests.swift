import AccordSchema
import AccordWire
import Synchronization
import Testing

extension CommandTests {
  /// A server that fails every second time.
  @Suite("verify --retries") struct RetriesTests {
    static let document = """
      openapi: 3.0.3
      info: {title: Shop, version: '1'}
      paths:
        /things:
          get:
            operationId: list
            responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {}}}}}}
          post:
            operationId: create
            requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}
            responses: {'201': {description: ok, content: {application/json: {schema: {type: object}}}}}
      components:
        schemas:
          New: {type: object, required: [name], properties: {name: {type: string, example: lamp}}}
      """

    /// Answers 503 to the first of two equal requests, and to the second what is right.
    private static func flaky() async throws -> TestServer {
      let seen = Seen()
      return try await TestServer { request in
        let isPost = request.method == "POST"
        let isFirst = seen.isOdd("\(request.method) \(request.targetText)")
        let type = [WireField("Content-Type", "application/json")]
        guard !isFirst else {
          return .response(
            status: 503,
            reason: "Service Unavailable",
            fields: type,
            body: Array(#"{"error":"busy"}"#.utf8)
          )
        }
        return .response(
          status: isPost ? 201 : 200,
          reason: "OK",
          fields: type,
          body: Array((isPost ? "{}" : "[]").utf8)
        )
      }
    }

    private final class Seen: Sendable {
      private let counts = Mutex<[String: Int]>([:])

      func isOdd(_ name: String) -> Bool {
        counts.withLock { counts in
          counts[name, default: 0] += 1
          return !(counts[name] ?? 0).isMultiple(of: 2)
        }
      }
    }

    private static func arguments(_ server: TestServer) -> [String] {
      [
        "verify", "--openapi", "shop.yaml", "--server", server.address, "--jobs", "1", "--seed",
        "7",
      ]
    }

    private static let formats = [
      "json", "events", "junit", "junit:surefire", "junit:gitlab", "markdown", "html", "sarif",
      "tap", "github",
      "terminal",
    ]

    @Test("What passes when it is tried again is flaky in every format, and violates a strict run")
    func flakyEverywhere() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document, to: "shop.yaml")
      let reports = Self.formats.flatMap {
        ["--report", "\($0)=\($0.replacing(":", with: "-"))"]
      }
      let lists = ["--case", "shop/list/*", "--retries", "2"]
      for isStrict in [false, true] {
        let server = try await Self.flaky()
        let run = try await accord(
          Self.arguments(server) + lists + reports + (isStrict ? ["--strict"] : []),
          in: folder
        )
        await server.stop()
        #expect(run.status == (isStrict ? 1 : 0), "\(run.output)\(run.errors)")
        #expect(run.output.contains("flaky"))
        #expect(run.output.contains("passed on try 2"))
      }
      for format in Self.formats where format != "junit:surefire" {
        let text = folder.text(of: format.replacing(":", with: "-"))
        #expect(
          text.contains("passed on try 2") || text.contains("earlierTries")
            || text.contains("Flaky"),
          "\(format)"
        )
        #expect(text.contains("503"), "\(format)")
      }
      let surefire = folder.text(of: "junit-surefire/TEST-shop.list.xml")
      #expect(surefire.contains("<flakyFailure"), "\(surefire)")
      let json = try JSONDocument(parsing: folder.bytes(of: "json")).root.value
      let cases = json["suites"]?.elements?.first?["cases"]?.elements ?? []
      #expect(!cases.isEmpty)
      for testCase in cases {
        let tries = testCase["earlierTries"]?.elements ?? []
        #expect(testCase["verdict"]?.string == "conforms")
        #expect(tries.map { $0["verdict"]?.string } == ["violates"])
        #expect(
          tries.first?["exchanges"]?.elements?.count == testCase["exchanges"]?.elements?.count
        )
      }
      #expect(json["summary"]?["flaky"]?.number?.int == cases.count)
      for stored in ["json", "events"] {
        let again = try await accord(
          ["report", stored, "--report", "junit=again-\(stored).xml"],
          in: folder
        )
        #expect(again.status == 0)
        #expect(folder.bytes(of: "again-\(stored).xml") == folder.bytes(of: "junit"))
      }
    }

    @Test("What may change something each time it is sent is sent once, and that is said")
    func doesNotRepeat() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document, to: "shop.yaml")
      let server = try await Self.flaky()
      let run = try await accord(
        Self.arguments(server) + ["--case", "shop/create/example/*", "--retries", "3"],
        in: folder
      )
      await server.stop()
      #expect(run.status == 1)
      #expect(
        run.output.contains(
          """
          It was not tried again: it may change what the server keeps each time it is sent, and uses no live data \
          up of which another try would have its own.
          """
        ),
        "\(run.output)"
      )
      let report = folder.text(of: "Reports/runs/report.json")
      #expect(!report.contains("earlierTries"))
      #expect(report.contains("\"notTriedAgain\""))
    }

    @Test("What stays wrong keeps every try")
    func staysWrong() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document, to: "shop.yaml")
      let server = try await TestServer { _ in
        .response(status: 500, reason: "Oops", fields: [], body: [])
      }
      let run = try await accord(
        Self.arguments(server) + ["--case", "shop/list/*", "--retries", "2"],
        in: folder
      )
      await server.stop()
      #expect(run.status == 1)
      #expect(run.output.contains("wrong in each of 3 tries"), "\(run.output)")
    }

    @Test("Trends count what is flaky")
    func trends() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document, to: "shop.yaml")
      let server = try await Self.flaky()
      _ = try await accord(
        Self.arguments(server)
          + ["--case", "shop/list/*", "--retries", "1", "--report", "json=runs/1.json"],
        in: folder
      )
      await server.stop()
      let trend = try await accord(["trend", "runs"], in: folder)
      #expect(trend.output.contains("flaky"))
      #expect(trend.output.contains("≈  shop/list/"), "\(trend.output)\(trend.errors)")
    }
  }
}
