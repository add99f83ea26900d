import AccordMocking
import AccordModel
import AccordSchema
import Testing

/// The generic part of the mock: a suite of which nothing is known but its contracts.
@Suite struct AnySuiteTests {
  let mock = Mock([PetStore.suite])

  static let fields = [Field("X-Key", "Key accord-mock-token"), Field("X-Trace", "trace")]

  struct Wrong: Sendable, CustomTestStringConvertible {
    var request: MockRequest
    var status: Int
    /// The error's name in the header that shows it.
    var error: String?
    var testDescription: String {
      "\(request.method) \(request.target) \(request.fields.map { "\($0.name): \($0.value)" })"
    }

    init(
      _ target: String,
      _ status: Int,
      _ error: String?,
      fields: [Field] = AnySuiteTests.fields
    ) {
      request = MockRequest("GET", target, fields: fields)
      self.status = status
      self.error = error
    }

    init(body: String, type: String? = "application/json", _ status: Int, _ error: String?) {
      request = MockRequest(
        "POST",
        "/pets",
        fields: type.map { [Field("Content-Type", $0)] } ?? [],
        body: Array(body.utf8)
      )
      self.status = status
      self.error = error
    }
  }

  /// The first thing wrong decides, in the order in which the checker looks.
  static let wrong = [
    Wrong("/vX/pets/0?fields=none", 401, "no-key", fields: []),
    Wrong("/vX/pets/0?fields=none", 403, "bad-key", fields: [Field("x-key", "Key other")]),
    Wrong("/vX/pets/0?fields=none", 403, "bad-key", fields: [Field("x-key", "accord-mock-token")]),
    Wrong("/v9/pets/0?fields=none", 400, "bad-request", fields: [fields[0]]),
    Wrong(
      "/v9/pets/0?fields=none",
      400,
      "bad-request",
      fields: [fields[0], Field("X-Trace", "1")]
    ),
    Wrong("/v2/pets/1?fields=all", 400, nil, fields: fields + [Field("X-Secret", "")]),
    Wrong("/vX/pets/0?fields=none", 400, "bad-request"),
    Wrong("/v9/pets/0?fields=none", 404, "no-such-version"),
    Wrong("/v2/pets/0?fields=all", 400, "bad-request"),
    Wrong("/v2/pets/rex?fields=all", 400, "bad-request"),
    Wrong("/v2/pets/1", 400, "bad-request"),
    Wrong("/v2/pets/1?fields=none", 400, "bad-request"),
    Wrong("/v2/pets/999999?fields=all", 404, "no-such-pet"),
    Wrong("/v2/pets/2000?fields=all", 410, "sold"),
    Wrong("/v2/pets/2099?fields=all", 410, "sold"),
    Wrong("/v2/pets", 404, nil),
    Wrong(body: "", 400, "malformed"),
    Wrong(body: "{", 400, "malformed"),
    Wrong(body: "name=Rex&age=3", type: "text/plain", 400, "malformed"),
    Wrong(body: "{}", 409, "bad-name"),
    Wrong(body: #"{"name":""}"#, 409, "bad-name"),
    Wrong(body: #"{"name":"Rex"}"#, 400, "incomplete"),
    Wrong(body: #"{"name":"Rex","age":null}"#, 400, "incomplete"),
    Wrong(body: #"{"name":"Rex","age":3,"owner":{}}"#, 400, "incomplete"),
    Wrong(body: #"{"name":"Rex","age":31}"#, 400, "invalid"),
    Wrong(body: #"{"name":"Rex","age":"3"}"#, 400, "invalid"),
    Wrong(body: #"{"name":"Admin","age":3}"#, 409, "bad-name"),
    Wrong(body: #"[]"#, 400, "malformed"),
    Wrong(body: "<NewPet><name>Rex</name>", type: "application/xml", 400, "malformed"),
    Wrong(body: "<NewPet><name>Rex</name></NewPet>", type: "application/xml", 400, "incomplete"),
    // The age comes too early, so that the name comes too late.
    Wrong(
      body: "<NewPet><age>3</age><name>Rex</name></NewPet>",
      type: "application/xml",
      409,
      "bad-name"
    ),
  ]

  @Test(arguments: wrong) func refuses(_ wrong: Wrong) async throws {
    let answer = await mock.answer(wrong.request)
    #expect(answer.status == wrong.status)
    #expect(answer.fields.values(of: "X-Error") == (wrong.error.map { [$0] } ?? []))
    guard let name = wrong.error else { return }
    let body = try JSONDocument(parsing: answer.body).root.value
    #expect(body["/error/name" as JSONPointer] == .string(name))
    #expect(body["/error/message" as JSONPointer]?.string?.isEmpty == false)
  }

  static let right = [
    MockRequest(
      "POST",
      "/pets",
      fields: [Field("Content-Type", "application/json; charset=utf-8")],
      body: Array(#"{"age":3.0,"name":"Rex","more":[]}"#.utf8)
    ),
    MockRequest("POST", "/pets", body: Array(#"{"age":3,"name":"Rex"}"#.utf8)),
    MockRequest(
      "POST",
      "/pets",
      fields: [Field("Content-Type", "application/xml")],
      body: Array("<NewPet><name>Rex</name><age>3</age></NewPet>".utf8)
    ),
    MockRequest(
      "POST",
      "/pets",
      fields: [Field("content-type", "application/x-www-form-urlencoded")],
      body: Array("name=Rex+the+First&age=3".utf8)
    ),
  ]

  @Test(arguments: right) func acceptsBodies(_ request: MockRequest) async {
    let answer = await mock.answer(request)
    #expect(answer.status == 201)
    #expect(answer.body.isEmpty)
    #expect(answer.fields == [Field("Content-Length", "0")])
  }

  @Test func answersWithASampleThatFollowsSchemaAndReadings() async throws {
    let answer = await mock.answer(
      MockRequest("GET", "/v2/pets/1?fields=all", fields: Self.fields)
    )
    #expect(answer.status == 200)
    #expect(answer.reason == "OK")
    #expect(
      answer.fields == [
        Field("Content-Type", "application/json"), Field("ETag", "\"1\""),
        Field("Content-Length", "34"),
      ]
    )
    #expect(String(decoding: answer.body, as: UTF8.self) == #"{"id":1,"name":"Rex","kind":"dog"}"#)
  }

  @Test func answersByVersion() async {
    let answer = await mock.answer(
      MockRequest("GET", "/v1/pets/1?fields=all", fields: Self.fields)
    )
    #expect(answer.status == 204)
    #expect(answer.fields == [])
  }

  static let negotiations: [(query: String, accept: String?, type: String)] = [
    ("", nil, "application/json"),
    ("", "application/xml", "application/xml"),
    ("", "application/xml;q=0.1, application/json;q=0.2", "application/json"),
    ("", "application/json;q=0, application/*", "application/xml"),
    ("", "*/*", "application/json"),
    ("", "text/csv", "application/json"),
    ("&as=xml", "application/json", "application/xml"),
    ("&as=csv", "application/xml", "application/xml"),
  ]

  @Test(arguments: negotiations)
  func negotiates(query: String, accept: String?, type: String) async {
    let answer = await mock.answer(
      MockRequest(
        "GET",
        "/v2/pets/1?fields=all\(query)",
        fields: Self.fields + (accept.map { [Field("Accept", $0)] } ?? [])
      )
    )
    #expect(answer.fields.values(of: "Content-Type") == [type])
  }

  @Test func namesTheMethodsThatArePossible() async {
    let answer = await mock.answer(MockRequest("DELETE", "/pets"))
    #expect(answer.status == 405)
    #expect(answer.fields.values(of: "Allow") == ["POST"])
    let odd = await mock.answer(MockRequest("NO METHOD", "/pets"))
    #expect(odd.status == 405)
  }

  @Test func madeUpGivensAreDistinctAndFollowTheirSchemas() throws {
    let givens = mock.givens()
    #expect(givens.map(\.0) == ["pets.pet", "pets.soldPet", "pets.place"])
    #expect(givens[0].1.first == 1000)
    #expect(Set(givens[0].1).isDisjoint(with: givens[1].1))
    #expect(
      givens[2].1.first == [
        "shelf": "a0000000-0000-4000-8000-000000000bb8", "label": "3000",
      ]
    )
    #expect(Set(givens[2].1).count == 100)
  }

  @Test func unknownPathsNameTheSuites() async {
    let answer = await mock.answer(MockRequest("GET", "/nothing"))
    #expect(answer.status == 404)
    #expect(
      String(decoding: answer.body, as: UTF8.self)
        == "No suite has this path; served are: Pet Store.\n"
    )
  }

  /// Nothing that a client sends makes the mock stop.
  static let hostile = [
    MockRequest("", ""), MockRequest("GET", "%"), MockRequest("GET", "?????"),
    MockRequest("GET", "/v/pets/"), MockRequest("GET", "//v2//pets//1//"),
    MockRequest("GET", "/v2/pets/-99999999999999999999?fields=all", fields: fields),
    MockRequest("GET", "/v99999999999999999999/pets/1?fields=all", fields: fields),
    MockRequest("POST", "/pets", body: [0xFF, 0xFE, 0x00]),
    MockRequest("POST", "/pets", body: Array(repeating: UInt8(ascii: "["), count: 100_000)),
    MockRequest(
      "POST",
      "/pets",
      fields: [Field("Content-Type", "application/xml")],
      body: Array("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".utf8)
    ),
    MockRequest("POST", "/pets", fields: [Field("X-Accord-Error", "\u{0}")]),
    MockRequest("POST", "/pets", fields: [Field("X-Accord-Fault", "=,=,delay==")]),
  ]

  @Test(arguments: hostile) func survives(_ request: MockRequest) async {
    let answer = await mock.answer(request)
    #expect((400...499).contains(answer.status))
  }
}
