import AccordSchema
import Testing

extension CommandTests {
  @Suite("compare") struct CompareTests {
    private static let old = """
      openapi: 3.1.0
      info: {title: Shop, version: 1.0.0}
      paths:
        /orders:
          get: {responses: {'200': {description: ok}}}
          post: {responses: {'201': {description: ok}}}
      """
    private static let new = old.replacing("    post:", with: "    put:")

    private func folder() throws -> TestFolder {
      let folder = try TestFolder()
      try folder.write(Self.old, to: "old.yaml")
      try folder.write(Self.new, to: "new.yaml")
      return folder
    }

    @Test("What breaks is told with its place, and ends with 1")
    func breaks() async throws {
      let run = try await accord(["compare", "old.yaml", "new.yaml", "--semver"], in: folder())
      #expect(
        run.output == """
          old.yaml:6:5: breaking: POST /orders: the operation "POST /orders" was removed. Clients that \
          call it are refused: keep it, or deprecate it first with a sunset date. \
          [api-removed-without-deprecation]
          new.yaml:6:5: harmless: PUT /orders: the operation "PUT /orders" was added. Clients need not \
          change. [endpoint-added]
          2 changes: 1 breaking, 1 harmless
          A new major version is due. The contracts state 1.0.0 and 1.0.0, which is too little.

          """
      )
      #expect(run.status == 1)
      #expect(run.errors.isEmpty)
    }

    @Test("JSON is alone on standard output, and the same contract has no changes")
    func json() async throws {
      let folder = try folder()
      let run = try await accord(["compare", "old.yaml", "old.yaml", "--json"], in: folder)
      #expect(run.status == 0)
      let json = try JSONDocument(parsing: Array(run.output.utf8)).root.value
      #expect(json == ["level": "none", "changes": []])
      let reports = [
        "--report", "markdown=c.md", "--report", "junit=c.xml", "--report", "sarif=c.sarif",
      ]
      let other = try await accord(
        ["compare", "old.yaml", "new.yaml", "--json"] + reports,
        in: folder
      )
      #expect(other.status == 1)
      let changed = try JSONDocument(parsing: Array(other.output.utf8)).root.value
      #expect(changed["level"] == "breaking")
      for name in ["c.md", "c.xml", "c.sarif"] { #expect(folder.has(name)) }
    }

    @Test("What is accepted ends with 0, and what is out of date is told")
    func baseline() async throws {
      let folder = try folder()
      let written = try await accord(
        [
          "compare", "old.yaml", "new.yaml", "--write-baseline", "known.json", "--reason", "agreed",
        ],
        in: folder
      )
      #expect(written.status == 1)
      let known = try await accord(
        ["compare", "old.yaml", "new.yaml", "--baseline", "known.json", "-q"],
        in: folder
      )
      #expect(known.status == 0)
      #expect(known.output == "2 changes: 1 harmless, 1 accepted\n")
      let gone = try await accord(
        ["compare", "old.yaml", "old.yaml", "--baseline", "known.json"],
        in: folder
      )
      #expect(gone.status == 0)
      #expect(
        gone.output.hasPrefix("out of date: the baseline lists api-removed-without-deprecation")
      )
    }

    @Test(
      "What is no contract is refused with its place, and ends with 64",
      arguments: [
        ("{", "wrong.json:1:2: error: The file is not JSON"),
        ("{\"a\": 1}", "wrong.json:1:1: error: Expected one of the members \"openapi\""),
        (
          "{\"arazzo\": \"1.0.0\"}",
          "wrong.json:1:1: error: Expected an OpenAPI or Swagger document, found one of Arazzo."
        ),
      ]
    )
    func refused(_ text: String, _ message: String) async throws {
      let folder = try folder()
      try folder.write(text, to: "wrong.json")
      let run = try await accord(["compare", "old.yaml", "wrong.json"], in: folder)
      #expect(run.status == 64)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix(message), "\(run.errors)")
    }

    @Test("A suite is compared by its name, with itself and with what is exported of it")
    func suites() async throws {
      let folder = try folder()
      for suite in ["interact", "platform"] {
        let run = try await accord(["compare", suite, suite, "--json"], in: folder)
        #expect(run.status == 0)
        let export = try await accord(["export", suite, "--to", "openapi"], in: folder)
        #expect(export.status == 0)
        let mixed = try await accord(["compare", suite, "\(suite).openapi.json"], in: folder)
        #expect(mixed.output == "no changes\n")
      }
    }
  }
}
