import Accord
import AccordMocking
import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// Workflows of Arazzo documents.
@Suite struct ArazzoSuiteTests {
  static let shop = """
    openapi: 3.1.0
    info: {title: Shop, version: '1'}
    components:
      securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
      schemas:
        Order:
          type: object
          required: [id, name, state]
          properties: {id: {type: integer}, name: {type: string}, state: {type: string}}
    paths:
      /orders:
        get:
          operationId: listOrders
          parameters:
            - {name: limit, in: query, schema: {type: integer}}
            - {name: state, in: query, schema: {type: string}}
          responses:
            '200':
              description: ok
              content:
                application/json: {schema: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Order'}}}
        post:
          operationId: addOrder
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  required: [name]
                  properties: {name: {type: string}, count: {type: integer}, parent: {type: integer}}
          responses:
            '201':
              description: made
              headers: {Location: {schema: {type: string}}}
              content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
      /orders/{orderId}:
        parameters: [{name: orderId, in: path, required: true, schema: {type: integer}}]
        get:
          operationId: getOrder
          security: [{key: []}]
          responses:
            '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
            '404': {description: none}
        delete: {operationId: removeOrder, responses: {'204': {description: gone}}}
    """

  /// The suite with the workflows of a document, whose workflows stand in `text`.
  static func imported(
    _ workflows: String,
    and rest: String = "",
    inputs: [JSONMember] = []
  ) throws -> Imported {
    let indented = workflows.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  " + $0 }.joined(separator: "\n")
    let arazzo = """
      arazzo: 1.1.0
      info: {title: Orders, version: '1'}
      sourceDescriptions: [{name: shop, url: shop.yaml, type: openapi}]
      workflows:
      \(indented)
      \(rest)
      """
    var loader = ArazzoLoader()
    try loader.add(Description(parsing: Array(shop.utf8), named: "shop.yaml"))
    try loader.add(Description(parsing: Array(arazzo.utf8), named: "orders.arazzo.yaml"))
    return Imported(try loader.suites(inputs)[0])
  }

  /// A workflow of one step that reads the first order.
  static func reading(_ rest: String) -> String {
    """
    - workflowId: read
      steps:
        - stepId: get
          operationId: getOrder
          parameters: [{name: orderId, in: path, value: 7}]
    \(rest.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
    """
  }

  static let lives = """
    - workflowId: orderLives
      summary: An order is made, read and removed.
      steps:
        - stepId: add
          operationId: addOrder
          requestBody: {payload: {name: lamp}}
          successCriteria: [{condition: $statusCode == 201}]
          outputs: {id: $response.body#/id}
        - stepId: get
          operationPath: '{$sourceDescriptions.shop.url}#/paths/~1orders~1{orderId}/get'
          parameters: [{name: orderId, in: path, value: $steps.add.outputs.id}]
          successCriteria:
            - condition: $statusCode == 200 && $response.body#/id == $steps.add.outputs.id
            - {context: $response.body, type: jsonpath, condition: $.name == 'lamp'}
        - stepId: remove
          operationId: $sourceDescriptions.shop.removeOrder
          parameters: [{name: orderId, in: path, value: $steps.add.outputs.id}]
        - stepId: again
          operationId: getOrder
          parameters: [{name: orderId, in: path, value: $steps.add.outputs.id}]
          successCriteria: [{condition: $statusCode >= 404 && $statusCode < 411}]
    """

  @Test func aWorkflowIsMade() throws {
    let imported = try Self.imported(Self.lives)
    #expect(imported.notCarried == [])
    let workflow = try #require(imported.suite.workflows.first)
    #expect(workflow.id == "order-lives")
    #expect(workflow.summary == "An order is made, read and removed.")
    #expect(workflow.clause.basis == .stated)
    #expect(workflow.leaves == nil)
    #expect(
      workflow.steps == [
        .step(
          "add",
          "add-order",
          body: ["name": "lamp"],
          expect: .response("success"),
          outputs: [.output("id", .body("/id"))]
        ),
        .step(
          "get",
          "get-order",
          arguments: ["orderId": .output("id", of: "add")],
          expect: .response("success"),
          criteria: [
            .that(.value("/id"), equals: .output("id", of: "add"), ignoringCase: true),
            .that(.value("/name"), equals: .value("lamp")),
          ],
          dependsOn: ["add"]
        ),
        .step(
          "remove",
          "remove-order",
          arguments: ["orderId": .output("id", of: "add")],
          dependsOn: ["get"]
        ),
        .step(
          "again",
          "get-order",
          arguments: ["orderId": .output("id", of: "add")],
          expect: .statuses(.range(404...410)),
          dependsOn: ["remove"]
        ),
      ]
    )
    #expect(
      workflow.cleanUp == [
        .step(
          "clean up add",
          "remove-order",
          arguments: ["orderId": .output("id", of: "add")],
          dependsOn: ["add"]
        )
      ]
    )
  }

  @Test func itConformsAgainstItsMock() async throws {
    let imported = try Self.imported(Self.lives)
    #expect(try await imported.problems() == [])
    #expect(try await imported.violations(isStrict: true) { _, _ in } == [])
    #expect(imported.cases.contains("shop/add-order/workflow/order-lives"))
  }

  /// A server that is wrong in one way is found, at the step.
  @Test(arguments: [
    ("POST", "/orders", 201, #"{"name":"lamp","state":"x"}"#, "body-matches-schema add"),
    ("POST", "/orders", 200, #"{"id":7,"name":"lamp","state":"x"}"#, "status- add"),
    ("GET", "/orders/", 200, #"{"id":7,"name":"lamp","state":"x"}"#, "criteria-hold get /id"),
    ("GET", "/orders/", 200, #"{"id":700001,"name":"x","state":"x"}"#, "criteria-hold get /name"),
    ("GET", "/orders/", 500, "", "status"),
    ("DELETE", "/orders/", 404, "", "remove"),
  ])
  func faultsAreFound(
    _ method: String,
    _ path: String,
    _ status: Int,
    _ body: String,
    _ expected: String
  ) async throws {
    let imported = try Self.imported(Self.lives)
    let report = try await imported.report(isStrict: true) { request, answer in
      guard request.method == method, request.target.hasPrefix(path) else { return answer(request) }
      return MockAnswer(
        status,
        fields: [Field("Content-Type", "application/json")],
        body: Array(body.utf8)
      )
    }
    let result = try #require(
      report.suites.flatMap(\.results).first { $0.testCase.workflow != nil }
    )
    let found = result.judgement.violations.map { violation in
      "\(violation.rule) \(result.testCase.steps[violation.step].name) \(violation.place)"
    }
    let words = expected.split(separator: " ")
    #expect(
      found.contains { line in words.allSatisfy { line.contains($0) } },
      "\(expected): \(found)"
    )
  }
}

extension Imported {
  /// A suite that was made with workflows.
  init(_ imported: ImportedSuite) { self.imported = imported }
}
