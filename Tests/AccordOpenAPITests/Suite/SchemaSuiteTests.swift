import AccordMocking
import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// What OpenAPI says of schemas beside JSON Schema.
@Suite struct SchemaSuiteTests {
  static let orders = """
    /orders:
      post:
        operationId: add
        requestBody:
          required: true
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
        responses:
          '201':
            description: ok
            content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
    """

  static let order = """
    components:
      schemas:
        Order:
          type: object
          required: [id, article, key]
          properties:
            id: {type: integer, readOnly: true}
            article: {type: string}
            key: {type: string, writeOnly: true}
    """

  @Test func membersTravelTheWayThatTheDocumentSays() async throws {
    let imported = try Imported(paths: Self.orders, and: Self.order)
    let contract = try imported.contract("add")
    #expect(contract.body?.schema.content.members.map(\.name) == ["article", "key"])
    #expect(contract.body?.schema.content.members.allSatisfy(\.isRequired) == true)
    #expect(contract.responses[0].schema?.content.members.map(\.name) == ["id", "article"])
    #expect(contract.examples[0].body == ["article": "text", "key": "text"])
    #expect(try await imported.problems() == [])
  }

  @Test func aMissingReadOnlyMemberIsFoundInAnswersAlone() async throws {
    let imported = try Imported(paths: Self.orders, and: Self.order)
    #expect(try await imported.violations { _, _ in } == [])
    let found = try await imported.violations { request, answer in
      if answer.status == 201 { answer.setBody(Array(#"{"article":"lamp"}"#.utf8)) }
    }
    #expect(found == ["body-matches-schema at response body"])
  }

  @Test func nullIsAValueWhereTheDocumentSaysNullable() async throws {
    let imported = try Imported(
      paths: """
        /order:
          get:
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema: {type: object, required: [note], properties: {note: {type: string, nullable: true}}}
        """,
      version: "3.0.3"
    )
    let harmless = try await imported.violations { _, answer in
      answer.setBody(Array(#"{"note":null}"#.utf8))
    }
    #expect(harmless == [])
    let found = try await imported.violations { _, answer in
      answer.setBody(Array(#"{"note":7}"#.utf8))
    }
    #expect(found == ["body-matches-schema at response body /note"])
  }

  @Test func aDiscriminatorChoosesTheSchema() async throws {
    let imported = try Imported(
      paths: """
        /pet:
          get:
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema:
                      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                      discriminator: {propertyName: kind, mapping: {feline: '#/components/schemas/Cat'}}
        """,
      and: """
        components:
          schemas:
            Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string}, tricks: {type: array}}}
        """
    )
    let harmless = [
      #"{"kind":"feline","lives":9}"#, #"{"kind":"Dog","tricks":[]}"#, #"{"kind":"Cat"}"#,
    ]
    for body in harmless {
      #expect(try await imported.violations { $1.setBody(Array(body.utf8)) } == [], "\(body)")
    }
    for body in [#"{"kind":"feline","lives":"nine"}"#, #"{"kind":"bird"}"#] {
      #expect(try await imported.violations { $1.setBody(Array(body.utf8)) } != [], "\(body)")
    }
  }

  @Test func aDiscriminatorAloneIsListed() throws {
    let imported = try Imported(
      paths: "/pet: {get: {responses: {'200': {description: ok}}}}",
      and: """
        components:
          schemas:
            Pet: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
        """
    )
    #expect(imported.notCarried.count == 1)
    #expect(
      imported.notCarried[0].hasPrefix("/components/schemas/Pet/discriminator: The discriminator")
    )
  }
}

extension SchemaSuiteTests {
  @Test func schemasOfOtherFilesAreReadAsTheDocumentThatRefersToThem() async throws {
    let document = """
      openapi: 3.0.3
      info: {title: Shop, version: '1'}
      paths:
        /order:
          get:
            responses:
              '200': {description: ok, content: {application/json: {schema: {$ref: 'order.yaml#/Order'}}}}
      """
    let other = """
      Order: {type: object, required: [note], properties: {note: {type: string, nullable: true}}}
      """
    let description = try Description(
      parsing: Array(document.utf8),
      named: "api.yaml",
      beside: [("order.yaml", Array(other.utf8))]
    )
    let imported = try Imported(of: description)
    #expect(imported.imported.notCarried == [])
    #expect(try await imported.violations { $1.setBody(Array(#"{"note":null}"#.utf8)) } == [])
    let found = try await imported.violations { $1.setBody(Array(#"{"note":1}"#.utf8)) }
    #expect(found == ["body-matches-schema at response body /note"])
  }
}
