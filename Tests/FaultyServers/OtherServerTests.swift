import Accord
import AccordSchema
import AccordWire
import Testing

/// Tokens may come from another server than the one under test.
@Suite("Tokens come from another server")
struct OtherServerTests {
  @Test func callsGoWhereTheyBelong() async throws {
    let issuer = try await WireServer.start { request in
      let isRight =
        request.target == Array("/oauth/token".utf8)
        && request.body == Array("grant_type=client_credentials".utf8)
      return isRight ? .json(200, #"{"access_token":"t0k3n"}"#) : .json(400, "{}")
    }
    let server = try await WireServer.start { request in
      let token = request.fields.first { WireText.decode($0.name) == "Authorization" }?.value
      return token == Array("Bearer t0k3n".utf8)
        ? .json(200, "[1]") : .json(401, #"{"title":"No."}"#)
    }
    let suite = ContractSuite(
      "numbers",
      name: "Numbers",
      "Knows numbers.",
      credential: .clientCredentials(
        token: "http://127.0.0.1:\(issuer.port)/oauth/token",
        id: "ID",
        secret: "SECRET"
      ),
      errors: ErrorCatalogue(
        entries: [],
        places: [],
        message: "/title",
        formats: [.problemJSON],
        schemas: [.object([.required("title", .nonEmptyString)])]
      ),
      contracts: [
        Contract(
          "numbers.list",
          "Returns numbers.",
          document: "numbers.txt",
          effect: .readOnly,
          routes: [.get("/numbers")],
          credential: .required(missing: .status(.unauthorized), invalid: .status(.unauthorized)),
          responses: [.status(.ok, .payload(.array(of: .integer)))],
          examples: [.example("all")]
        )
      ]
    )
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(["ID": "app", "SECRET": "s3cret"])
    let address = try ServerAddress("http://127.0.0.1:\(server.port)")
    let run = ConformanceRun([.init(suite, against: .server(address))], settings: settings)
    for result in try await run.report().results {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
    // The mock issues its tokens itself, whatever server the contract names.
    for result in try await ConformanceRun([.init(suite, against: .embeddedMock)]).report().results
    {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
    await server.shutdown(grace: .milliseconds(10))
    await issuer.shutdown(grace: .milliseconds(10))
  }
}

extension WireReply {
  fileprivate static func json(_ status: Int, _ text: String) -> WireReply {
    .response(
      status: status,
      fields: [
        WireField("Content-Type", status < 400 ? "application/json" : "application/problem+json")
      ],
      body: Array(text.utf8)
    )
  }
}
