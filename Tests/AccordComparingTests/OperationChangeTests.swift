import AccordSchema
import Testing

@testable import AccordComparing

/// What changes of operations mean, and in which words they are told.
@Suite struct OperationChangeTests {
  static let base = """
    openapi: 3.1.0
    info: {title: Pets, version: 1.2.0}
    servers: [{url: 'https://a.example'}]
    paths:
      /pets:
        get:
          operationId: list
          parameters:
            - {name: limit, in: query, schema: {type: integer}}
            - {name: sort, in: query, schema: {type: array, items: {type: string}}}
          responses:
            '200':
              description: ok
              headers: {X-Count: {required: true, schema: {type: integer}}}
              content: {application/json: {schema: {type: string}}}
            '404': {description: none}
        post:
          requestBody: {content: {application/json: {schema: {type: string}}}}
          responses: {'201': {description: kept}}
    components:
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
    """

  /// A change of the text, and what is told of it.
  static let rows: [(old: String, new: String, id: String, level: ChangeLevel)] = [
    ("  /pets:\n", "  /animals:\n", "api-path-removed-without-deprecation", .breaking),
    ("    post:\n", "    put:\n", "api-removed-without-deprecation", .breaking),
    (
      "name: limit, in: query,", "name: limit, in: query, required: true,",
      "request-parameter-became-required", .breaking
    ),
    (
      "name: limit, in: query,", "name: limit, in: query, required: true, x-gone: 1,",
      "request-parameter-became-required", .breaking
    ),
    ("name: limit, in: query,", "name: most, in: query,", "request-parameter-removed", .dangerous),
    (
      "name: limit, in: query,", "name: limit, in: header,", "new-optional-request-parameter",
      .harmless
    ),
    (
      "name: sort, in: query,", "name: sort, in: query, explode: false,",
      "request-parameter-explode-changed", .breaking
    ),
    (
      "name: sort, in: query,", "name: sort, in: query, style: pipeDelimited,",
      "request-parameter-style-changed", .breaking
    ),
    (
      "required: true, schema: {type: integer}}}", "schema: {type: integer}}}",
      "response-header-became-optional", .breaking
    ),
    ("X-Count: {required", "X-Total: {required", "response-header-required-removed", .breaking),
    (
      "content: {application/json: {schema: {type: string}}}\n        '404'",
      "content: {application/xml: {schema: {type: string}}}\n        '404'",
      "response-media-type-removed", .breaking
    ),
    ("        '404': {description: none}\n", "", "response-non-success-status-removed", .harmless),
    (
      "'201': {description: kept}", "'202': {description: kept}", "response-success-status-removed",
      .breaking
    ),
    (
      "requestBody: {content", "requestBody: {required: true, content",
      "request-body-became-required", .breaking
    ),
    ("operationId: list", "operationId: all", "api-operation-id-changed", .harmless),
    ("https://a.example", "https://b.example", "api-server-removed", .dangerous),
    ("    get:\n", "    get:\n      security: [{key: []}]\n", "api-security-added", .breaking),
    ("in: header, name: X-Key", "in: query, name: key", "api-security-scheme-changed", .breaking),
    ("    get:\n", "    get:\n      deprecated: true\n", "endpoint-deprecated", .harmless),
  ]

  @Test("each change has its kind and its level", arguments: rows.indices)
  func change(_ index: Int) throws {
    let row = Self.rows[index]
    try #require(Self.base.contains(row.old), "the text has no \(row.old)")
    let comparison = try Documents.comparison(
      Self.base,
      Self.base.replacing(row.old, with: row.new, maxReplacements: 1)
    )
    let found = comparison.changes.first { $0.id == row.id }
    #expect(
      found?.level == row.level,
      "\(row.new): \(ChangeFormat.terminal.text(of: comparison, failingOn: .breaking))"
    )
  }

  @Test("an operation may go after its sunset, and not before")
  func sunset() throws {
    let gone = Self.base.replacing("    post:\n", with: "    put:\n")
    for (day, level, id) in [
      ("2030-01-01", ChangeLevel.breaking, "api-removed-before-sunset"),
      ("2025-01-01", .harmless, "api-removed-with-deprecation"),
      ("soon", .breaking, "api-removed-sunset-unreadable"),
    ] {
      let old = Self.base.replacing(
        "    post:\n",
        with: "    post:\n      deprecated: true\n      x-sunset: '\(day)'\n"
      )
      let comparison = try Documents.comparison(
        old,
        gone,
        policy: ComparisonPolicy(today: SunsetDay("2026-01-01"))
      )
      #expect(comparison.changes.first { $0.id.hasPrefix("api-removed") }?.level == level)
      #expect(comparison.changes.contains { $0.id == id }, "\(comparison.changes.map(\.id))")
    }
  }

  @Test("a change has its place, its words and a fingerprint that survives what is moved")
  func words() throws {
    let new = Self.base.replacing(
      "name: limit, in: query,",
      with: "name: limit, in: query, required: true,"
    )
    let change = try #require(try Documents.comparison(Self.base, new).changes.first)
    #expect(change.place.pointer.description == "/paths/~1pets/get/parameters/0/required")
    #expect(change.location == "new.yaml:9:36")
    #expect(
      change.sentence
        == "GET /pets, query parameter \"limit\": it became required. Clients that leave it out are "
        + "refused: keep it optional, or give it a default."
    )
    let moved = "# A line more\n" + new
    let again = try #require(try Documents.comparison(Self.base, moved).changes.first)
    #expect(again.fingerprint == change.fingerprint)
    #expect(again.place.position.line == change.place.position.line + 1)
  }

  @Test("what several operations share is one change that names them")
  func shared() throws {
    let old = """
      openapi: 3.1.0
      info: {title: A, version: 1.0.0}
      paths:
        /a: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
        /b: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
        /c: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
      components: {schemas: {S: {type: object, properties: {n: {type: integer}}}}}
      """
    let comparison = try Documents.comparison(
      old,
      old.replacing("{type: integer}", with: "{type: boolean}")
    )
    #expect(comparison.changes.count == 1)
    #expect(comparison.changes.first?.operations == ["POST /a", "POST /b", "POST /c"])
    #expect(
      comparison.changes.first?.sentence.hasPrefix(
        "POST /a (and of 2 more operations), request body (application/json) at /n: the type changed from "
          + "integer to boolean."
      ) == true
    )
  }
}
