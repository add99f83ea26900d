import Accord
import AccordMocking
import AccordModel
import AccordSchema
import Synchronization
import Testing

@testable import AccordOpenAPI

/// Where the identifiers in paths come from.
@Suite struct IdentifierSuiteTests {
  static let pet = """
    components:
      schemas:
        Pet: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}
    """

  static let one = """
    /pets/{petId}:
      parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
      get:
        operationId: get
        responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
      delete: {operationId: remove, responses: {'204': {description: ok}}}
    """

  static let list = """
    /pets:
      get:
        operationId: list
        responses:
          '200':
            description: ok
            content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    """

  static let add = """
      post:
        operationId: add
        requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
        responses: {'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
    """

  @Test func aListTellsThem() async throws {
    let imported = try Imported(paths: Self.list + "\n" + Self.one, and: Self.pet)
    let given = try #require(imported.suite.givens.first)
    #expect(given.id == "petId")
    #expect(given.discovery?.members == ["/id"])
    #expect(given.discovery?.list == .root)
    #expect(given.creation == nil)
    #expect(try imported.contract("remove").examples[0].consumes == ["petId"])
    #expect(
      imported.imported.inferences.map(\.sentence) == [
        "petId is taken from /id of what GET /pets lists: their names agree."
      ]
    )
    #expect(try await imported.problems() == [])
  }

  @Test func aListInAMemberTellsThemToo() throws {
    let list = Self.list.replacing(
      "{type: array, items: {$ref: '#/components/schemas/Pet'}}",
      with:
        "{type: object, properties: {total: {type: integer}, items: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}"
    )
    let imported = try Imported(paths: list + "\n" + Self.one, and: Self.pet)
    #expect(imported.suite.givens.first?.discovery?.list == "/items")
  }

  @Test func whatCreatesOneTellsItToo() throws {
    let imported = try Imported(paths: "/pets:\n" + Self.add + "\n" + Self.one, and: Self.pet)
    let given = try #require(imported.suite.givens.first)
    #expect(given.discovery == nil)
    #expect(given.creation?.name == "POST /pets")
  }

  @Test func withoutBothAPersonGivesOneOrItIsGuessed() async throws {
    let imported = try Imported(paths: Self.one, and: Self.pet)
    let given = try #require(imported.suite.givens.first)
    #expect(imported.suite.givens.count == 1)
    #expect(given.id == "petId")
    #expect(given.discovery == nil && given.creation == nil)
    #expect(given.guess == 1)
    #expect(given.meaning == "A value of petId in /pets/{petId} that the server has.")
    #expect(
      imported.imported.inferences.map(\.sentence) == [
        """
        No operation tells a value of petId: give one with --given shop.petId=VALUE; the one that is sent \
        without it may name nothing.
        """
      ]
    )
    let contract = try imported.contract("get")
    #expect(contract.parameters[0].example == .given("petId"))
    #expect(contract.responses.map(\.statuses) == [.anyOf([200])])
    #expect(contract.otherwise.map(\.statuses) == [.anyOf([404])])
    // Nor is anything taken for granted of a value that names nothing.
    #expect(contract.parameters[0].unknown == nil)
    #expect(try await imported.problems() == [])
  }

  /// What the document says goes before what is made up, and what may be any value is no live data.
  @Test func whatTheDocumentShowsIsTriedFirst() throws {
    let paths = """
      /files/{name}.{kind}:
        get:
          operationId: file
          parameters:
            - {name: name, in: path, required: true, example: report, schema: {type: string}}
            - {name: kind, in: path, required: true, schema: {type: string, enum: [pdf, txt]}}
          responses: {'200': {description: ok}, '404': {description: none}}
      """
    let imported = try Imported(paths: paths)
    #expect(imported.suite.givens.map(\.id) == ["fileName"])
    #expect(imported.suite.givens.map(\.guess) == ["report"])
    #expect(try imported.contract("file").parameters[1].example == "pdf")
  }

  @Test func whatIsGivenOrGuessedIsSent() async throws {
    let imported = try Imported(paths: Self.one, and: Self.pet)
    for (given, target) in [(nil, "/pets/1"), ("shop.petId=4", "/pets/4")] as [(String?, String)] {
      let targets = Mutex<[String]>([])
      let server = try await Mock([imported.suite]) { request, answer in
        targets.withLock { $0.append(request.target) }
        return answer(request)
      }.start()
      var settings = ConformanceRun.Settings()
      if let given { try settings.givens.add(given, for: [imported.suite]) }
      let run = ConformanceRun(
        [.init(imported.suite, against: .server(server.address))],
        settings: settings
      )
      let report = try await run.report()
      await server.stop()
      #expect(report.suites[0].results.allSatisfy { $0.judgement.verdict == .conforms })
      #expect(targets.withLock { $0 }.contains(target))
    }
  }
}

extension IdentifierSuiteTests {
  /// Runs a suite against its mock on a socket, which tells nobody what its live data are.
  private func results(
    of imported: Imported,
    usingFound found: [String] = [],
    _ distortion: @escaping @Sendable (MockRequest, (MockRequest) -> MockAnswer) -> MockAnswer
  ) async throws -> [(id: String, verdict: String)] {
    let server = try await Mock([imported.suite], distortion: distortion).start()
    var settings = ConformanceRun.Settings()
    for name in found { try settings.givens.useFound(name, for: [imported.suite]) }
    let run = ConformanceRun(
      [.init(imported.suite, against: .server(server.address))],
      settings: settings
    )
    let report = try await run.report()
    await server.stop()
    return report.suites.flatMap(\.results).map {
      ($0.testCase.id.description, "\($0.judgement.verdict)")
    }
  }

  @Test(arguments: [([], ["shop/remove/example/usual"]), (["shop.petId"], [])])
  func whatIsListedIsAskedFor(found: [String], skipped: [String]) async throws {
    let imported = try Imported(paths: Self.list + "\n" + Self.one, and: Self.pet)
    let targets = Mutex<[String]>([])
    let results = try await results(of: imported, usingFound: found) { request, answer in
      targets.withLock { $0.append("\(request.method) \(request.target)") }
      guard request.target == "/pets" else { return answer(request) }
      return .json(200, [["id": 4, "name": "Rex"], ["id": 5, "name": "Ida"]])
    }
    #expect(results.filter { $0.verdict != "conforms" }.map(\.id) == skipped)
    let sent = targets.withLock { $0 }
    #expect(sent.contains("GET /pets/5"))
    // What is found is deleted only where somebody says so.
    #expect(sent.contains("DELETE /pets/4") == skipped.isEmpty)
    #expect(!sent.contains("DELETE /pets/5"))
  }

  @Test func whatIsNotListedIsMade() async throws {
    let imported = try Imported(
      paths: Self.list + "\n" + Self.add + "\n" + Self.one,
      and: Self.pet
    )
    let made = Mutex(40)
    let targets = Mutex<[String]>([])
    let results = try await results(of: imported) { request, answer in
      targets.withLock { $0.append("\(request.method) \(request.target)") }
      switch (request.method, request.target) {
      case ("GET", "/pets"): return .json(200, [])
      case ("POST", "/pets"):
        let id = made.withLock { number in
          number += 1
          return number
        }
        return .json(201, ["id": .number(JSONNumber(id))])
      default: return answer(request)
      }
    }
    #expect(results.filter { $0.verdict != "conforms" }.map(\.id) == [])
    let sent = targets.withLock { $0 }
    #expect(sent.contains("GET /pets/42"))
    #expect(sent.contains("DELETE /pets/41"))
  }
}

extension IdentifierSuiteTests {
  @Test func belowWhatIsGuessedNothingMayBeFound() throws {
    let paths = (Self.list + "\n" + Self.one)
      .replacing("/pets", with: "/users/{user}/pets")
      .replacing(
        "parameters: [",
        with: "parameters: [{name: user, in: path, required: true, schema: {type: string}}, "
      )
      .replacing(
        "  get:\n    operationId: list",
        with: """
            parameters: [{name: user, in: path, required: true, schema: {type: string}}]
            get:
              operationId: list
          """
      )
    let imported = try Imported(paths: paths, and: Self.pet)
    #expect(imported.suite.contracts.map(\.id) == ["list", "get", "remove"])
    #expect(imported.suite.givens.map(\.id) == ["user", "petId"])
    #expect(imported.suite.givens.map(\.guess) == ["text", 1])
    // Where the document gives an example of it, that is tried.
    let known = paths.replacing(
      "in: path, required: true, schema: {type: string}",
      with: "in: path, required: true, example: ada, schema: {type: string}"
    )
    #expect(try Imported(paths: known, and: Self.pet).suite.givens.map(\.guess) == ["ada", 1])
  }
}

extension IdentifierSuiteTests {
  @Test func aLinkTellsThem() async throws {
    let imported = try Imported(
      paths: """
        /orders:
          post:
            operationId: order
            responses:
              '201':
                description: ok
                content:
                  application/json:
                    schema: {type: object, required: [ref], properties: {ref: {type: string}}}
                links:
                  it: {operationId: get, parameters: {number: '$response.body#/ref'}}
                  other: {operationId: get, parameters: {number: '$request.body#/ref'}}
        /orders/{number}:
          get:
            operationId: get
            parameters: [{name: number, in: path, required: true, schema: {type: string}}]
            responses: {'200': {description: ok}}
        """
    )
    let given = try #require(imported.suite.givens.first)
    #expect(given.creation?.name == "POST /orders")
    #expect(given.creation?.members == ["/ref"])
    // What the document says is taken for granted by nobody.
    #expect(imported.imported.inferences.isEmpty)
    #expect(
      imported.notCarried == [
        "/paths/~1orders/post/responses/201/links/other: The link is not followed."
      ]
    )
    #expect(try await imported.problems() == [])
  }
}
