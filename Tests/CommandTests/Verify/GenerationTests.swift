import AccordSchema
import AccordWire
import Testing

extension CommandTests {
  /// Requests beyond the plan, against a server that is wrong where two values meet.
  @Suite("verify --generate") struct GenerationTests {
    static let document = """
      {"openapi": "3.1.0", "info": {"title": "Prices", "version": "1"}, "paths": {"/prices": {"post": {
        "operationId": "price",
        "requestBody": {"required": true, "content": {"application/json": {
          "schema": {
            "type": "object", "required": ["kind", "count"], "properties": {
              "kind": {"enum": ["tea", "coffee", "cocoa"]},
              "count": {"type": "integer", "minimum": 1, "maximum": 99},
              "note": {"type": ["string", "null"], "maxLength": 30}}},
          "example": {"kind": "tea", "count": 2, "note": "hot"}}}},
        "responses": {
          "201": {"description": "made", "content": {"application/json": {"schema": {
            "type": "object", "required": ["price"], "properties": {"price": {"type": "integer"}}}}}},
          "400": {"description": "wrong", "content": {"application/json": {"schema": {
            "type": "object"}}}}}}}}}
      """

    private static func server(isWrong: Bool) async throws -> TestServer {
      try await TestServer { request in
        func answer(_ status: Int, _ body: String) -> WireReply {
          .response(
            status: status,
            fields: [WireField("Content-Type", "application/json")],
            body: Array(body.utf8)
          )
        }
        guard request.method == "POST" else { return answer(405, "{}") }
        guard request.fields.firstText(of: "content-type")?.hasPrefix("application/json") == true
        else { return answer(415, "{}") }
        guard let value = try? JSONDocument(parsing: request.body).root.value,
          let kind = value["kind"]?.string, ["tea", "coffee", "cocoa"].contains(kind),
          let count = value["count"]?.number?.int, (1...99).contains(count)
        else { return answer(400, "{}") }
        switch value["note"] {
        case nil, .null?: break
        case .string(let text)? where text.unicodeScalars.count <= 30: break
        default: return answer(400, "{}")
        }
        return isWrong && kind == "cocoa" && count > 50
          ? answer(500, "{}") : answer(201, #"{"price":3}"#)
      }
    }

    @Test("A failure is shrunk, printed, kept, replayed, and said to be mended")
    func followsAFailureToItsEnd() async throws {
      let folder = try TestFolder()
      try folder.write(Self.document, to: "prices.json")
      let wrong = try await Self.server(isWrong: true)
      let right = try await Self.server(isWrong: false)
      func verify(_ server: TestServer, _ options: String...) async throws -> ToolProcess.Outcome {
        try await accord(
          ["verify", "--openapi", "prices.json", "--server", server.address] + options,
          in: folder
        )
      }

      // The plan alone sees nothing.
      #expect(try await verify(wrong, "-q").status == 0)
      let found = try await verify(
        wrong,
        "--generate",
        "150",
        "--seed",
        "3",
        "--report",
        "json=run.json",
        "--report",
        "junit=run.xml",
        "--report",
        "html=run.html",
        "--report",
        "markdown=run.md"
      )
      #expect(found.status == 1)
      #expect(found.output.contains("Generated with --seed 3, failures by cause:"))
      #expect(found.output.contains(#"--data-binary '{"kind":"cocoa","count":51}'"#))
      #expect(found.output.contains(#"body: ["kind": "cocoa", "count": 51],"#))
      #expect(found.output.contains(" of 500 attempts at most: nothing simpler fails."))
      for report in ["run.json", "run.xml", "run.html", "run.md"] {
        #expect(folder.text(of: report).contains("/generated/valid-"))
        #expect(folder.text(of: report).contains("accord verify --replay"))
      }
      let file = try JSONDocument(parsing: folder.bytes(of: ".accord/failures.json")).root.value
      let token = try #require(file["failures"]?[0]?["replay"]?.string)
      #expect(found.output.contains("accord verify --replay '\(token)'"))

      #expect(try await verify(wrong, "-q", "--replay", token).status == 1)
      let mended = try await verify(right, "-q", "--replay", token)
      #expect(mended.status == 0)
      #expect(mended.output.contains("The only case conforms."))

      let again = try await verify(right, "--generate", "1", "--seed", "3")
      #expect(again.status == 0)
      #expect(again.output.contains(" fails no more, and is not kept any longer."))
      let left = try JSONDocument(parsing: folder.bytes(of: ".accord/failures.json")).root.value
      #expect(left["failures"] == [])
    }

    @Test("A run with the same seed is the same bytes, and only what is generated can be sent")
    func isTheSameAgain() async throws {
      let folder = try TestFolder()
      for name in ["first.json", "second.json"] {
        let run = try await accord(
          [
            "verify", "--in-process", "-q", "--suite", "platform", "--origin", "generated",
            "--generate", "20", "--report", "json=\(name)",
          ],
          in: folder
        )
        #expect(run.status == 0)
      }
      #expect(!folder.bytes(of: "first.json").isEmpty)
      #expect(folder.bytes(of: "first.json") == folder.bytes(of: "second.json"))
      let run = try JSONDocument(parsing: folder.bytes(of: "first.json")).root.value
      #expect(run.text().contains("generated"))
      #expect(!folder.has(".accord/failures.json"))
    }

    @Test("A file of failures that cannot be read is not written over")
    func doesNotReplaceAnotherFile() async throws {
      let folder = try TestFolder()
      try folder.write("[]", to: "mine.json")
      let run = try await accord(
        ["verify", "--in-process", "--generate", "1", "--failures", "mine.json"],
        in: folder
      )
      #expect(run.status == 64)
      #expect(
        run.errors.contains(
          """
          Cannot read "mine.json": it has no version and failures, as a file of generated failures has. \
          Name another with --failures.
          """
        )
      )
      #expect(folder.text(of: "mine.json") == "[]")
    }
  }
}
