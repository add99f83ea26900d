import AccordSchema
import Testing

@testable import AccordOpenAPI

/// Documents of which nothing is said: what is allowed, however unusual.
@Suite struct SoundDescriptionTests {
  private static let head = "info: {title: A, version: '1'}\n"

  static let documents: [(name: String, text: String)] = [
    (
      "Swagger 2.0 with files, forms and a default",
      "swagger: '2.0'\n" + head + """
        basePath: /v1
        securityDefinitions:
          key: {type: apiKey, name: k, in: query}
          auth: {type: oauth2, flow: implicit, authorizationUrl: 'https://a.example/', scopes: {r: d}}
        security: [{key: []}, {auth: [r]}]
        paths:
          /a/{id}:
            parameters: [{$ref: '#/parameters/id'}]
            get:
              produces: [application/pdf]
              responses:
                '200': {description: d, schema: {type: file}}
                default: {$ref: '#/responses/wrong'}
            post:
              consumes: [multipart/form-data]
              parameters:
                - {name: f, in: formData, type: file, required: true}
                - {name: n, in: formData, type: integer, default: 3}
              responses: {'204': {description: d}}
        parameters: {id: {name: id, in: path, required: true, type: string}}
        responses: {wrong: {description: d, schema: {$ref: '#/definitions/Error'}}}
        definitions:
          Error:
            type: object
            required: [kind]
            discriminator: kind
            properties: {kind: {type: string}, at: {type: number, minimum: 0, exclusiveMinimum: true}}
            example: {kind: a, at: 1}
        """
    ),
    (
      "OpenAPI 3.0 with nullable, siblings of references and one-way members",
      "openapi: 3.0.3\n" + head + """
        tags: [{name: t}]
        servers: [{url: /}, {url: 'https://{h}/', variables: {h: {default: a, enum: [a, b]}}}]
        paths:
          /a/{b}.{c}:
            get:
              tags: [t]
              security: [{}]
              parameters:
                - {name: b, in: path, required: true, schema: {type: string, nullable: true, default: null}}
                - {name: c, in: path, required: true, schema: {type: string}}
                - {name: c, in: query, schema: {type: string}}
              responses:
                '200':
                  description: d
                  headers: {X: {schema: {type: integer}, example: 1}}
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Pet', default: 1}
                      example: {name: a}
                    application/xml:
                      schema: {$ref: '#/components/schemas/Pet'}
                      example: <pet/>
                  links:
                    self: {operationRef: '#/paths/~1a~1%7Bb%7D.%7Bc%7D/get'}
              callbacks:
                done:
                  '{$request.body#/url}': {post: {responses: {'200': {description: d}}}}
          /a/{b}.{c}/d: {}
          /x/{y}: {}
          /x/z: {}
        components:
          schemas:
            Pet:
              type: object
              required: [id, name, secret]
              properties:
                id: {$ref: '#/components/schemas/ID'}
                name: {type: string}
                secret: {type: string, writeOnly: true}
                parent: {allOf: [{$ref: '#/components/schemas/Pet'}], nullable: true}
              discriminator: {propertyName: name, mapping: {a: Pet, b: '#/components/schemas/Pet'}}
            ID: {type: integer, format: int64, readOnly: true, minimum: 0, exclusiveMinimum: true}
        """
    ),
    (
      "OpenAPI 3.1 with webhooks, anchors and other drafts",
      "openapi: 3.1.1\n" + head + """
        jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
        webhooks:
          'new {thing}': {post: {requestBody: {content: {'text/plain': {}}}}}
        paths:
          /a:
            $ref: '#/components/pathItems/a'
            get: {operationId: g, tags: [not declared]}
        components:
          pathItems: {a: {post: {operationId: p}}}
          securitySchemes: {key: {type: apiKey, name: k, in: cookie}}
          schemas:
            Tree:
              $id: https://a.example/tree
              $dynamicAnchor: node
              type: object
              properties: {children: {type: array, items: {$dynamicRef: '#node'}}}
            Leaf: {$ref: 'https://a.example/tree', type: object}
            Meta: {$ref: 'https://json-schema.org/draft/2020-12/schema'}
            Any: true
            Other: {$schema: 'http://json-schema.org/draft-07/schema#', definitions: {a: {}}}
            Data: {type: string, contentMediaType: application/json, examples: ['{}']}
            Literal: {const: {$ref: nowhere.yaml}}
        security: [{key: [admin]}]
        """
    ),
    (
      "OpenAPI 3.2 with its methods, tags and media types",
      "openapi: 3.2.0\n$self: https://a.example/api.yaml\n" + head + """
        tags: [{name: t, kind: nav}, {name: u, parent: t}]
        servers: [{url: 'https://a.example', name: n}]
        paths:
          /a/{b}:
            parameters: [{name: b, in: path, required: true, schema: {type: string}}]
            query: {tags: [u], requestBody: {content: {'application/json': {schema: {}}}}}
            additionalOperations:
              LOCK: {responses: {'200': {summary: s, content: {'application/jsonl': {itemSchema: {type: object}}}}}}
            get:
              parameters: [{name: q, in: querystring, content: {'application/json': {schema: {type: object}}}}]
              responses: {default: {$ref: 'api.yaml#/components/responses/r'}}
        components:
          mediaTypes: {m: {schema: {type: integer}, examples: {e: {dataValue: 1, serializedValue: '1'}}}}
          responses: {r: {description: d, content: {'application/json': {$ref: '#/components/mediaTypes/m'}}}}
        """
    ),
    (
      "Arazzo 1.0",
      "arazzo: 1.0.1\n" + head + """
        sourceDescriptions: [{name: shop, url: shop.yaml, type: openapi}]
        workflows:
          - workflowId: w
            steps: [{stepId: s, operationId: get, successCriteria: [{condition: $statusCode == 200}]}]
        """
    ),
  ]

  @Test(arguments: documents.indices)
  func nothingIsSaid(index: Int) throws {
    let text = Self.documents[index].text
    let description = try Description(parsing: Array(text.utf8), named: "a.yaml")
    #expect(description.problems.map(\.line) == [], "\(Self.documents[index].name)")
  }
}
