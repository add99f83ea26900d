import AccordWire
import Testing

extension CommandTests {
  /// What nobody saw is not said to conform.
  @Suite("verify where only errors come that the document lists") struct UnseenSuccessTests {
    static let document = """
      openapi: 3.0.3
      info: {title: Byid, version: '1'}
      paths:
        /things/{id}:
          get:
            operationId: byid
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            responses:
              '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              '404': {description: none, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
        /plain:
          get:
            operationId: plain
            responses:
              '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              default: {description: none, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
      components:
        schemas:
          Thing: {type: object, required: [id], properties: {id: {type: integer}}}
          Error: {type: object, required: [error], properties: {error: {type: string}}}
      """

    /// A server that has the thing of this number, and nothing else.
    private static func server(having known: Int?) async throws -> TestServer {
      try await TestServer { request in
        let isKnown = known.map { request.targetText == "/things/\($0)" } ?? false
        let isPlain = known != nil && request.targetText == "/plain"
        return .response(
          status: isKnown || isPlain ? 200 : 404,
          reason: isKnown || isPlain ? "OK" : "Not Found",
          fields: [WireField("Content-Type", "application/json")],
          body: Array((isKnown || isPlain ? #"{"id":7}"# : #"{"error":"none"}"#).utf8)
        )
      }
    }

    private static let sentences = [
      """
      byid/byid was not put to the test: right requests got 404 alone, which is admitted, and no success was \
      seen. Give what the server has: --given byid.thingId=VALUE.
      """,
      """
      byid/plain was not put to the test: right requests got 404 alone, which is admitted, and no success was \
      seen.
      """,
    ]

    @Test("Errors that are listed are no success, and with --strict they fail the run")
    func isNotPutToTheTest() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document, to: "byid.yaml")
      let server = try await Self.server(having: nil)
      let arguments = ["verify", "--openapi", "byid.yaml", "--server", server.address]
      let run = try await accord(arguments, in: folder)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let reports = try WrittenReports(in: folder)
      #expect(
        reports.reasons("notChecked") == [
          """
          404 is admitted in the place of 200: nothing was seen of what a right request gets. Give what the \
          server has: --given byid.thingId=VALUE.
          """,
          "404 is admitted in the place of 200: nothing was seen of what a right request gets.",
        ]
      )
      for sentence in Self.sentences {
        #expect(run.output.contains(sentence), "\(run.output)")
        #expect(reports.markdown.contains(sentence))
      }
      let strict = try await accord(arguments + ["--strict"], in: folder)
      #expect(strict.status == 1)
      for sentence in Self.sentences { #expect(strict.errors.contains("error: \(sentence)\n")) }
      await server.stop()
    }

    @Test("What a person gives is asked for")
    func whatIsGivenIsSent() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document, to: "byid.yaml")
      let server = try await Self.server(having: 7)
      let run = try await accord(
        [
          "verify", "--openapi", "byid.yaml", "--server", server.address, "--strict", "--given",
          "byid.thingId=7",
        ],
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(!run.output.contains("not put to the test: "))
      let list = try await accord(["list", "--openapi", "byid.yaml"], in: folder)
      #expect(
        list.output.contains(
          """
          No operation tells a value of id: give one with --given byid.thingId=VALUE; the one that is sent \
          without it may name nothing.
          """
        )
      )
      await server.stop()
    }
  }
}
