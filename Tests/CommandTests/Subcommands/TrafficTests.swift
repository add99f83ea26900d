import AccordSchema
import AccordWire
import Testing

extension CommandTests {
  @Suite("check and proxy") struct TrafficTests {
    private static let document = """
      {"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"},
       "servers": [{"url": "https://pets.example/v1"}],
       "paths": {"/pets/{id}": {"get": {"operationId": "getPet",
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
        "responses": {"200": {"description": "a pet", "content": {"application/json": {"schema":
         {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}}}}}}}}}
      """

    private static func archive(_ body: String) -> String {
      """
      {"log": {"version": "1.2", "entries": [
       {"request": {"method": "GET", "url": "https://staging.pets.example/v1/pets/7", "headers": []},
        "response": {"status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}],
         "content": {"text": \(JSON.quoted(body))}}},
       {"request": {"method": "GET", "url": "https://staging.pets.example/logo.png?key=secret-key"},
        "response": {"status": 200}}
      ]}}
      """
    }

    private func folder(_ body: String) throws -> TestFolder {
      let folder = try TestFolder()
      try folder.write(Self.document, to: "pets.json")
      try folder.write(Self.archive(body), to: "traffic.har")
      return folder
    }

    @Test("What conforms is said so, and what is of no contract is listed")
    func conforms() async throws {
      let folder = try folder(#"{"id":7}"#)
      let run = try await accord(
        ["check", "traffic.har", "--openapi", "pets.json", "--report", "json=r.json"],
        in: folder
      )
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(
        run.output.contains(
          "Not judged: GET https://staging.pets.example/logo.png (traffic.har, line 5, column 2). No route "
            + "of pets has this path."
        )
      )
      #expect(!run.output.contains("secret-key"))
      let report = try JSONDocument(parsing: folder.bytes(of: "r.json")).root.value
      let record = report["suites"]?[0]?["cases"]?[0]
      #expect(record?["id"] == "pets/get-pet/traffic/1")
      #expect(record?["verdict"] == "conforms")
      #expect(!folder.text(of: "r.json").contains("secret-key"))
    }

    @Test("What violates ends with 1, in every format as verify has it")
    func violates() async throws {
      let folder = try folder(#"{"id":"seven"}"#)
      let reports = ["junit", "markdown", "html", "sarif", "tap", "har"].flatMap {
        ["--report", "\($0)=r.\($0)"]
      }
      let run = try await accord(
        ["check", "traffic.har", "--openapi", "pets.json"] + reports,
        in: folder
      )
      #expect(run.status == 1, "\(run.output)\(run.errors)")
      #expect(run.output.contains("body-matches-schema"))
      for name in ["junit", "markdown", "html", "sarif", "tap", "har"] {
        #expect(folder.text(of: "r.\(name)").contains("pets/get-pet") || name == "junit", "\(name)")
      }
      // What we wrote ourselves is traffic too.
      let again = try await accord(["check", "r.har", "--openapi", "pets.json"], in: folder)
      #expect(again.status == 1, "\(again.output)\(again.errors)")
    }

    @Test("Another server's traffic is not judged")
    func otherServer() async throws {
      let run = try await accord(
        [
          "check", "traffic.har", "--openapi", "pets.json", "--server",
          "https://other.example",
        ],
        in: folder("{}")
      )
      #expect(run.status == 3)
      #expect(run.output.contains("It went to another server than https://other.example."))
    }

    @Test("A file that is no HAR file is said with its place, and ends with 64")
    func noArchive() async throws {
      let folder = try folder("{}")
      try folder.write(#"{"log": {"entries": 7}}"#, to: "wrong.har")
      let run = try await accord(["check", "wrong.har", "--openapi", "pets.json"], in: folder)
      #expect(run.status == 64)
      #expect(
        run.errors.contains(
          "Cannot read \"wrong.har\" as HAR: wrong.har, line 1, column 21, /log/entries: Expected a list of "
            + "entries, found number."
        )
      )
    }

    @Test("The proxy passes on, judges and writes its reports when it is interrupted")
    func proxy() async throws {
      let folder = try TestFolder()
      let mock = try await MockProcess(["--suite", "platform"], in: folder)
      let proxy = try ToolProcess(
        [
          "proxy", "--to", mock.address, "--suite", "platform", "--listen", "0", "--report",
          "json=r.json", "--report", "har=r.har",
        ],
        in: folder
      )
      try await proxy.wait(forOutput: "passes on to \(mock.address)\n")
      let line = proxy.output.prefix { $0 != "\n" }
      let address = line.split(separator: " ").first { $0.hasPrefix("http://") } ?? ""
      let port = address.split(separator: ":").last.flatMap { Int($0) } ?? 0
      let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: port)
      let client = WireClient()
      let exchange = await client.exchange(
        WireRequest(
          "GET",
          "/api/contacts/7c9e6679-7425-40de-944b-e07fc1f90ae7/connections",
          fields: [WireField("Host", "x"), WireField("Accept", "application/json")]
        ),
        with: endpoint,
        safeToResend: false
      )
      await client.shutdown()
      #expect(exchange.response?.status == 400 || exchange.response?.status == 401)
      proxy.signal(2)
      let run = try await proxy.outcome(within: 20)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let report = try JSONDocument(parsing: folder.bytes(of: "r.json")).root.value
      #expect(report["suites"]?[0]?["cases"]?.elements?.count == 1)
      let log = try JSONDocument(parsing: folder.bytes(of: "r.har")).root.value["log"]
      #expect(log?["entries"]?.elements?.count == 1)
    }
  }
}
