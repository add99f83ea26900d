import Accord
import Testing

@Suite("Places where errors show their names")
struct ErrorPlaceTests {
  private static let base = "https://errors.example/"

  private static func suite(
    _ place: ErrorCatalogue.Place,
    formats: [Format] = [.problemJSON],
    schemas: [Schema] = [problem]
  ) -> ContractSuite {
    ContractSuite(
      "stock",
      name: "Stock",
      "Keeps articles.",
      errors: ErrorCatalogue(
        entries: [
          .entry("no-article", statuses: .exactly(.notFound)),
          .entry("out-of-stock", statuses: .exactly(.notFound)),
        ],
        places: [place],
        formats: formats,
        schemas: schemas
      ),
      contracts: [get]
    )
  }

  private static let problem = Schema.object([
    .required("type", .uri), .optional("title", .nonEmptyString),
  ])

  private static let get = Contract(
    "stock.get",
    "Returns an article.",
    document: "stock.txt",
    routes: [.get("/articles/{id}")],
    parameters: [
      .path(
        "id",
        .integer(in: 1...9),
        example: 1,
        unknown: .error("no-article", probes: [.probe("seven", 7, why: "is no article")])
      )
    ],
    responses: [
      .status(
        .ok,
        .payload(.object([.required("type", .nonEmptyString), .required("id", .integer)]))
      )
    ],
    errors: [.named("no-article", .byRequest)],
    examples: [.example("the-first")]
  )

  /// A word of the header Warning, which no place of Accord's own reads.
  private static let warning = ErrorCatalogue.Place.own(
    "the last word of the field Warning",
    at: .header("Warning"),
    reading: { response in
      response.fields.values(of: "Warning").first?.split(separator: " ").last.map(String.init)
    },
    writing: { name, response in response.fields.append(Field("Warning", "199 - \(name)")) }
  )

  private static func violations(
    _ suite: ContractSuite,
    _ answer: @escaping @Sendable (Exchange.Request) -> Exchange.Response
  ) async throws -> [String] {
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://stock.example"),
      over: InProcessTransport { .answered(answer($0)) }
    )
    let report = try await ConformanceRun([target]).report()
    return report.suites[0].results.flatMap(\.judgement.violations).map {
      "\($0.rule) \($0.place): \($0.expected), \($0.actual)"
    }
  }

  private static func server(
    _ body: String,
    type: String = "application/problem+json",
    fields: [Field] = [],
    right: String = #"{"type":"lamp","id":1}"#
  ) -> @Sendable (Exchange.Request) -> Exchange.Response {
    { request in
      request.target == "/articles/1"
        ? Exchange.Response(
          status: 200,
          fields: [Field("Content-Type", "application/json")],
          body: Array(right.utf8)
        )
        : Exchange.Response(
          status: 404,
          fields: [Field("Content-Type", type)] + fields,
          body: Array(body.utf8)
        )
    }
  }

  @Test func aTypeIsReadBehindItsBase() async throws {
    let suite = Self.suite(.type(base: Self.base))
    let right = Self.server(#"{"type":"https://errors.example/no-article"}"#)
    #expect(try await Self.violations(suite, right) == [])
  }

  @Test(arguments: [
    (
      #"{"type":"https://errors.example/out-of-stock"}"#,
      """
      error-is-listed response body /type: one of the 1 error that the endpoint lists, 404, the error \
      out-of-stock
      """
    ),
    (
      #"{"type":"https://other.example/no-article"}"#,
      """
      error-name response body /type: no-article, the error https://other.example/no-article, with \
      status 404
      """
    ),
    (
      #"{"type":"about:blank"}"#,
      "error-name response body /type: no-article, no error there, with status 404"
    ),
  ])
  func anotherTypeIsFound(_ body: String, _ expected: String) async throws {
    let suite = Self.suite(.type(base: Self.base))
    let found = try await Self.violations(suite, Self.server(body))
    #expect(found == [expected])
  }

  @Test(arguments: [
    ("no-article", []),
    (
      "out-of-stock",
      [
        """
        error-is-listed response body /problem/type: one of the 1 error that the endpoint lists, 404, the \
        error out-of-stock
        """
      ]
    ),
  ])
  func aTypeIsReadInXML(_ name: String, _ expected: [String]) async throws {
    let suite = Self.suite(.type(base: Self.base), formats: [.problemXML], schemas: [])
    let body = """
      <problem xmlns="urn:ietf:rfc:7807"><type>https://errors.example/\(name)</type></problem>
      """
    let server = Self.server(body, type: "application/problem+xml")
    let found = try await Self.violations(suite, server)
    #expect(found == expected)
  }

  @Test func whatIsCalledTypeInAnAnswerOfSuccessIsNoError() async throws {
    let suite = Self.suite(.type(base: Self.base))
    let body = #"{"type":"https://errors.example/no-article"}"#
    let uri = Self.server(body, right: #"{"type":"https://other.example/lamp","id":1}"#)
    #expect(try await Self.violations(suite, uri) == [])
    let error = Self.server(body, right: #"{"type":"https://errors.example/no-article","id":1}"#)
    #expect(try await Self.violations(suite, error).first?.contains("error-in-success") == true)
  }

  @Test func aPlaceOfOnesOwnIsReadAndWritten() async throws {
    let suite = Self.suite(Self.warning, formats: [], schemas: [])
    let right = Self.server(
      "{}",
      type: "application/json",
      fields: [Field("Warning", "199 - no-article")]
    )
    #expect(try await Self.violations(suite, right) == [])
    let wrong = Self.server(
      "{}",
      type: "application/json",
      fields: [Field("Warning", "199 - out-of-stock")]
    )
    #expect(
      try await Self.violations(suite, wrong) == [
        """
        error-is-listed response header Warning: one of the 1 error that the endpoint lists, 404, the \
        error out-of-stock
        """
      ]
    )
    #expect(
      LivingDocument(of: suite.plan()).markdown.contains(
        "- An error shows its name in the last word of the field Warning.\n"
      )
    )
  }

  @Test(arguments: [0, 1])
  func theMockShowsThem(_ index: Int) async throws {
    let suite = [Self.suite(.type(base: Self.base)), Self.suite(Self.warning)][index]
    #expect(suite.lint().map(\.description) == [])
    let report = try await ConformanceRun([.init(suite, against: .inProcessMock)]).report()
    #expect(report.exitStatus == 0)
    let refusal = try #require(
      report.suites[0].results.first { $0.testCase.id.description.hasSuffix("seven") }
    )
    let response = try #require(refusal.exchanges[0].response)
    let body = String(decoding: response.body, as: UTF8.self)
    #expect(
      index == 0
        ? body.contains(#""https://errors.example/no-article""#)
        : response.fields.values(of: "Warning") == ["199 - no-article"]
    )
  }
}
