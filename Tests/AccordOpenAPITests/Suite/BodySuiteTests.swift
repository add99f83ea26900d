import AccordMocking
import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// Bodies that operations read, and what wrong requests get.
@Suite struct BodySuiteTests {
  static let add = """
    /orders:
      post:
        operationId: add
        requestBody:
          required: true
          content:
            application/json:
              schema: {type: object, required: [article], properties: {article: {type: string}, count: {type: integer}}}
              examples:
                aLamp: {value: {article: lamp}}
                wrong: {value: {article: 7}}
            application/x-www-form-urlencoded:
              schema: {type: object, required: [article], properties: {article: {type: string}}}
        responses:
          '201': {description: ok}
          '422': {description: wrong}
    """

  @Test func examplesAreSentInEachMediaType() async throws {
    let imported = try Imported(paths: Self.add)
    let contract = try imported.contract("add")
    #expect(contract.examples.map(\.name) == ["a-lamp", "usual-form"])
    #expect(contract.examples.map(\.body) == [["article": "lamp"], ["article": "text"]])
    #expect(contract.body?.formats == ["json", "form"])
    #expect(imported.notCarried.count == 1)
    #expect(try await imported.problems() == [])
  }

  @Test func aServerThatTakesEverythingBreaksAssumptionsAlone() async throws {
    let imported = try Imported(paths: Self.add)
    #expect(try await imported.violations { $1 = MockAnswer(201) } == [])
    let strict = try await imported.violations(isStrict: true) { $1 = MockAnswer(201) }
    #expect(strict == ["wrong-request-is-refused at response status"])
  }

  @Test func aServerThatFallsOverIsFound() async throws {
    let imported = try Imported(paths: Self.add)
    let found = try await imported.violations { _, answer in
      if answer.status == 422 { answer = .text(500, "Internal Server Error") }
    }
    #expect(found.contains("wrong-request-is-refused at response status"))
  }

  @Test func filesArePartsOfAForm() async throws {
    let imported = try Imported(
      paths: """
        /photos:
          post:
            operationId: upload
            requestBody:
              required: true
              content:
                multipart/form-data:
                  schema:
                    type: object
                    required: [photo]
                    properties:
                      title: {type: string}
                      photo: {type: string, format: binary}
                  encoding: {photo: {contentType: 'image/png, image/jpeg'}}
            responses: {'204': {description: ok}}
        """,
      version: "3.0.3"
    )
    let body = try #require(try imported.contract("upload").body)
    #expect(body.formats == ["multipart"])
    #expect(body.schema.content.members[1].schema.content.contentMediaType == "image/png")
    #expect(try await imported.problems() == [])
  }

  @Test func swaggerHasBodiesAndForms() async throws {
    let imported = try Imported(
      """
      swagger: '2.0'
      info: {title: Shop, version: '1'}
      host: shop.example
      basePath: /v1
      consumes: [application/json]
      produces: [application/json]
      paths:
        /orders:
          get:
            operationId: list
            parameters:
            - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: pipes}
            responses: {'200': {description: ok, schema: {type: array, items: {$ref: '#/definitions/Order'}}}}
          post:
            operationId: add
            parameters:
            - {name: order, in: body, required: true, schema: {$ref: '#/definitions/Order'}}
            responses: {'201': {description: ok}}
        /orders/photo:
          post:
            operationId: photo
            consumes: [multipart/form-data]
            parameters:
            - {name: title, in: formData, type: string}
            - {name: photo, in: formData, type: file, required: true}
            responses: {'204': {description: ok}}
      definitions:
        Order: {type: object, required: [article], properties: {article: {type: string, minLength: 1}}}
      """
    )
    #expect(imported.imported.servers == ["https://shop.example/v1"])
    #expect(try imported.contract("list").parameters[0].style == .pipeDelimited)
    #expect(try imported.contract("add").examples[0].body == ["article": "text"])
    #expect(try imported.contract("photo").body?.formats == ["multipart"])
    #expect(try await imported.problems() == [])
    let found = try await imported.violations { request, answer in
      if request.method == "GET", answer.status == 200 { answer.setBody(Array(#"[{}]"#.utf8)) }
    }
    #expect(found == ["body-matches-schema at response body /0"])
  }
}
