import AccordOpenAPI
import AccordSchema
import Testing

@testable import AccordComparing

/// The same contract written in another way is no change that breaks.
@Suite struct HarmlessRewriteTests {
  static let base = """
    openapi: 3.0.3
    info: {title: Pets, version: 1.0.0}
    paths:
      /pets/{id}:
        post:
          operationId: keep
          parameters:
            - {name: id, in: path, required: true, schema: {type: string}}
          requestBody:
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Pet'}
          responses:
            '200':
              description: ok
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Pet'}
    components:
      schemas:
        Pet:
          type: object
          required: [name]
          properties:
            name: {type: string, nullable: true, minLength: 1}
            age: {type: number, minimum: 0, exclusiveMinimum: true}
            friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    """

  static let rewrites: [(String, String)] = [
    (
      "another order",
      """
      info: {version: 1.0.0, title: Pets}
      components:
        schemas:
          Pet:
            properties:
              friends: {items: {$ref: '#/components/schemas/Pet'}, type: array}
              age: {exclusiveMinimum: true, minimum: 0, type: number}
              name: {minLength: 1, nullable: true, type: string}
            required: [name]
            type: object
      paths:
        /pets/{id}:
          post:
            responses:
              '200':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Pet'}
                description: ok
            requestBody:
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Pet'}
            parameters:
              - {schema: {type: string}, required: true, in: path, name: id}
            operationId: keep
      openapi: 3.0.3
      """
    ),
    (
      "OpenAPI 3.1, another name of the component and of the variable",
      """
      openapi: 3.1.0
      info: {title: Pets, version: 1.0.0}
      paths:
        /pets/{pet}:
          parameters:
            - {name: pet, in: path, required: true, schema: {type: string}}
          post:
            operationId: keep
            requestBody:
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Animal'}
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Animal'}
      components:
        schemas:
          Animal:
            type: object
            required: [name]
            properties:
              name: {type: [string, 'null'], minLength: 1}
              age: {type: number, exclusiveMinimum: 0}
              friends: {type: array, items: {$ref: '#/components/schemas/Animal'}}
      """
    ),
    (
      "inlined once, allOf of one, anyOf with null",
      """
      openapi: 3.1.0
      info: {title: Pets, version: 1.0.0}
      paths:
        /pets/{id}:
          post:
            operationId: keep
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            requestBody:
              content:
                application/json:
                  schema:
                    allOf: [{$ref: '#/components/schemas/Pet'}]
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name]
                      properties:
                        name: {anyOf: [{type: string, minLength: 1}, {type: 'null'}]}
                        age: {type: number, exclusiveMinimum: 0}
                        friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
      components:
        schemas:
          Pet:
            type: object
            required: [name]
            properties:
              name: {type: [string, 'null'], minLength: 1}
              age: {type: number, exclusiveMinimum: 0}
              friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}
      """
    ),
  ]

  @Test("the same contract in other words", arguments: rewrites.indices)
  func rewrite(_ index: Int) throws {
    let (name, text) = Self.rewrites[index]
    for (old, new) in [(Self.base, text), (text, Self.base)] {
      let comparison = try Documents.comparison(old, new)
      #expect(
        comparison.level <= .harmless,
        "\(name): \(ChangeFormat.terminal.text(of: comparison, failingOn: .breaking))"
      )
    }
  }

  @Test("YAML and JSON of the same values are one")
  func json() throws {
    let description = try Documents.description(Self.base)
    let text = description.root.value.text()
    let comparison = try Documents.comparison(Self.base, text, named: ("a.yaml", "b.json"))
    #expect(comparison.changes.isEmpty)
  }

  @Test("Swagger 2.0 and OpenAPI 3 of the same API")
  func swagger() throws {
    let old = """
      swagger: '2.0'
      info: {title: Pets, version: 1.0.0}
      consumes: [application/json]
      produces: [application/json]
      paths:
        /pets:
          post:
            parameters:
              - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
              - {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
            responses:
              '200':
                description: ok
                schema: {$ref: '#/definitions/Pet'}
                headers: {ETag: {type: string}}
      definitions:
        Pet: {type: object, properties: {name: {type: string}}}
      """
    let new = """
      openapi: 3.0.3
      info: {title: Pets, version: 1.0.0}
      paths:
        /pets:
          post:
            parameters:
              - {name: tags, in: query, schema: {type: array, items: {type: string}}}
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
            responses:
              '200':
                description: ok
                headers: {ETag: {schema: {type: string}}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      components:
        schemas:
          Pet: {type: object, properties: {name: {type: string}}}
      """
    for (old, new) in [(old, new), (new, old)] {
      let comparison = try Documents.comparison(old, new)
      #expect(
        comparison.changes.isEmpty,
        "\(ChangeFormat.terminal.text(of: comparison, failingOn: .breaking))"
      )
    }
  }

  @Test("schemas that lead back to themselves end", arguments: ["oneOf", "anyOf", "allOf"])
  func cycles(_ list: String) throws {
    let text = """
      openapi: 3.1.0
      info: {title: A, version: 1.0.0}
      paths:
        /a:
          post:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      components:
        schemas:
          A: {\(list): [{$ref: '#/components/schemas/B'}, {type: 'null'}]}
          B: {\(list): [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
      """
    #expect(try Documents.comparison(text, text).level <= .harmless)
    _ = try Documents.comparison(text, text.replacing("'null'", with: "string"))
  }
}
