import AccordMocking
import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// Answers by status, class and default, their media types and their header fields.
@Suite struct AnswerSuiteTests {
  static let order = """
    /orders/{id}:
      get:
        operationId: get
        parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        responses:
          '200':
            description: ok
            headers:
              X-Left: {required: true, schema: {type: integer}}
            content:
              application/json:
                schema: {type: object, required: [id], properties: {id: {type: integer}}}
          '404':
            description: gone
            content:
              application/problem+json:
                schema: {type: object, required: [title], properties: {title: {type: string}}}
    """

  @Test func aRightServerIsNotFlagged() async throws {
    let imported = try Imported(paths: Self.order)
    #expect(try await imported.problems() == [])
    #expect(try await imported.violations(isStrict: true) { _, _ in } == [])
  }

  @Test func anIdentifierThatNothingHasIsAnsweredAsListed() async throws {
    let imported = try Imported(paths: Self.order)
    // The example's identifier is made up: a server that does not know it is right.
    let problem = MockAnswer(
      404,
      fields: [Field("Content-Type", "application/problem+json")],
      body: Array(#"{"title":"No such order"}"#.utf8)
    )
    let harmless = try await imported.violations(isStrict: true) { request, answer in
      if answer.status == 200 { answer = problem }
    }
    #expect(harmless == [])
    // What it says of that is held to its schema.
    let found = try await imported.violations { request, answer in
      guard answer.status == 200 else { return }
      answer = problem
      answer.setBody(Array(#"{"text":"No such order"}"#.utf8))
    }
    #expect(found == ["body-matches-schema at response body"])
  }

  @Test func aStatusThatIsNotListedIsFound() async throws {
    let imported = try Imported(paths: Self.order)
    #expect(try await imported.violations { $1.status = $1.status == 200 ? 500 : $1.status } != [])
    // A document need not list every error of a request whose values are made up.
    #expect(try await imported.violations { $1.status = $1.status == 200 ? 409 : $1.status } == [])
    let strict = try await imported.violations(isStrict: true) { _, answer in
      if answer.status == 200 { answer.status = 409 }
    }
    #expect(strict != [])
  }

  @Test func aRequiredHeaderIsFoundMissing() async throws {
    let imported = try Imported(paths: Self.order)
    let found = try await imported.violations { _, answer in
      answer.fields.removeAll { $0.name == "X-Left" }
    }
    #expect(found == ["response-headers at response header X-Left"])
  }

  @Test func theDefaultIsWhatOtherStatusesHave() async throws {
    let imported = try Imported(
      paths: """
        /orders:
          get:
            responses:
              2XX: {description: ok, content: {application/json: {schema: {type: array}}}}
              default:
                description: error
                content: {application/json: {schema: {type: object, required: [code]}}}
        """
    )
    let contract = imported.suite.contracts[0]
    #expect(contract.responses.map(\.statuses) == [.successful])
    #expect(contract.otherwise.map(\.statuses) == [.any])
    let right = try await imported.violations { $1 = .json(409, ["code": 1]) }
    #expect(right == [])
    let wrong = try await imported.violations { $1 = .json(409, ["text": "no"]) }
    #expect(wrong == ["body-matches-schema at response body"])
    // That there is a default says not that a right request may be answered with a fault.
    #expect(try await imported.violations { $1 = .json(503, ["code": 1]) } != [])
  }

  @Test func eachMediaTypeOfAnAnswerIsAskedFor() async throws {
    let imported = try Imported(
      paths: """
        /order:
          get:
            operationId: get
            responses:
              '200':
                description: ok
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Order'}}
                  application/xml: {schema: {$ref: '#/components/schemas/Order'}}
                  application/pdf: {schema: {type: string, format: binary}}
                  image/*: {}
        """,
      and: """
        components:
          schemas:
            Order: {type: object, properties: {id: {type: integer}}}
        """,
      version: "3.0.3"
    )
    let contract = try imported.contract("get")
    #expect(contract.examples.map(\.name) == ["usual", "in-xml", "in-application-pdf"])
    #expect(
      imported.notCarried == [
        "/paths/~1order/get/responses/200/content/image~1*: image/* names no media type: content is not "
          + "looked into."
      ]
    )
    #expect(try await imported.problems() == [])
  }
}
