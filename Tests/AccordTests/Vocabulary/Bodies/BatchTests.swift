import Accord
import Testing

/// An API that takes and gives several things in one body, each a part.
private enum Batch {
  static let line = Schema.object([.required("id", .integer(in: 1...)), .optional("text", .string)])

  static let suite = ContractSuite(
    "batch",
    name: "Batch",
    "Does several things at once.",
    formats: [.mixed],
    contracts: [
      Contract(
        "batch.run",
        "Does what each part says, and answers each.",
        document: "batch.txt",
        routes: [.post("/batch")],
        body: .body(
          .array(of: line, count: 1...10),
          in: ["mixed"],
          malformed: .status(.badRequest, allowsEmptyBody: true)
        ),
        responses: [.status(.ok, .payload(.array(of: line, count: 1...10)), in: ["mixed"])],
        examples: [
          .example("two", body: [["id": 1], ["id": 2, "text": "Grüß Gott"]], changesState: true)
        ]
      )
    ]
  )
}

@Suite("Bodies of parts in their order") struct BatchTests {
  @Test func isSoundAndKept() async throws {
    #expect(Batch.suite.lint().map(\.description) == [])
    let problems = try await Batch.suite.rehearse()
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(arguments: [
    (#"{"id": 7}"#, "application/json", 0), (#"{"id": 0}"#, "application/json", 1),
    (#"{"text": "no"}"#, "application/json", 1), ("7", "text/plain", 1),
  ])
  func answersAreHeldToTheSchema(part: String, type: String, count: Int) async throws {
    let body = "--b\r\nContent-Type: \(type)\r\n\r\n\(part)\r\n--b--\r\n"
    let transport = InProcessTransport { request in
      // What is cut off has no last line.
      let isWhole = request.body.suffix(4) == Array("--\r\n".utf8)[...]
      let fields = [Field("Content-Type", "multipart/mixed; boundary=b")]
      return .answered(
        isWhole
          ? Exchange.Response(status: 200, fields: fields, body: Array(body.utf8))
          : Exchange.Response(status: 400)
      )
    }
    let address = try ServerAddress("http://batch.example")
    let run = ConformanceRun([.init(Batch.suite, at: address, over: transport)])
    let report = try await run.report()
    let found = report.suites.flatMap(\.results).flatMap(\.judgement.violations)
    #expect(found.map(\.rule) == Array(repeating: "body-matches-schema", count: count))
  }
}
