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

extension ArazzoSuiteTests {
  // MARK: - Values

  @Test func valuesAreWrittenWhereTheyBelong() throws {
    let imported = try Self.imported(
      """
      - workflowId: make
        inputs:
          type: object
          properties:
            name: {type: string, default: lamp}
            count: {type: integer, examples: [3]}
            free: {type: string, enum: [only]}
            user: {type: object, default: {id: 5}}
        parameters: [{name: X-Trace, in: header, value: 'shop-{$inputs.name}'}]
        steps:
          - stepId: list
            operationId: listOrders
            parameters: [{reference: $components.parameters.limit, value: 2}, {name: state, in: query, value: $inputs.free}]
            outputs: {orders: $response.body, place: $response.header.Location}
          - stepId: add
            operationId: addOrder
            requestBody:
              contentType: application/json
              payload: |
                {"name": "{$inputs.name}", "count": {$inputs.count}}
              replacements: [{target: /parent, value: '$steps.list.outputs.orders#/0/id'}]
      """,
      and: "components: {parameters: {limit: {name: limit, in: query, value: 100}}}"
    )
    let steps = try #require(imported.suite.workflows.first).steps
    #expect(steps[0].arguments == ["limit": 2, "state": "only"])
    #expect(steps[0].headers == ["X-Trace": "shop-lamp"])
    #expect(steps[0].outputs == [.output("orders-0-id", .value("/0/id"))])
    #expect(steps[1].body == ["name": "lamp", "count": 3, "parent": .null])
    #expect(steps[1].bodyValues == [.at("/parent", .output("orders-0-id", of: "list"))])
    // Values that nobody stated make the promise an assumption, each of them named.
    #expect(
      imported.suite.workflows[0].clause.basis
        == .assumption(
          "Values of inputs that the document leaves open are made from their schemas."
        )
    )
    #expect(
      imported.imported.inferences.suffix(2).map(\.sentence) == [
        "The input count is taken to be 3.", "The input free is taken to be \"only\".",
      ]
    )
  }

  @Test func inputsThatAreGivenGoFirst() throws {
    let text = """
      - workflowId: make
        inputs: {type: object, properties: {name: {type: string}}}
        steps: [{stepId: add, operationId: addOrder, requestBody: {payload: {name: $inputs.name}}}]
      """
    let workflow = try #require(
      try Self.imported(text, inputs: [JSONMember("name", "desk")]).suite.workflows.first
    )
    #expect(workflow.steps[0].body == ["name": "desk"])
    #expect(workflow.clause.basis == .stated)
  }

  @Test func theCredentialIsTheRuns() throws {
    let imported = try Self.imported(
      Self.reading("").replacing(
        "value: 7}",
        with: "value: 7}, {name: x-key, in: header, value: secret}"
      )
    )
    #expect(imported.suite.workflows[0].steps[0].headers == [:])
    #expect(
      imported.notCarried == [
        "/workflows/0/steps/0/parameters/1: x-key carries the credential, which is taken from the "
          + "environment."
      ]
    )
  }

  // MARK: - Criteria

  @Test(arguments: [
    ("$statusCode == 200", Workflow.Step.Expectation.response("success"), [Workflow.Criterion]()),
    ("$statusCode < 300", .response("success"), []),
    (
      "$statusCode > 400 && $statusCode != 403", .statuses(.anyOf([401, 402] + Array(404...599))),
      []
    ),
    (
      "$response.body#/state == 'Open'", .asDocumented,
      [.that(.value("/state"), equals: .value("Open"), ignoringCase: true)]
    ),
    (
      "$response.body#/id > 5 && $response.body#/id <= 9", .asDocumented,
      [
        .that(.value("/id"), is: ComparedSchema.schema(.above, 5, ignoringCase: true) ?? .never),
        .that(.value("/id"), is: ComparedSchema.schema(.atMost, 9, ignoringCase: true) ?? .never),
      ]
    ),
    (
      "$response.header.ETag != null", .asDocumented,
      [.that(.header("ETag"), is: .not(.constant(.null)))]
    ),
    (
      "$response.body#/id == $request.path.orderId", .asDocumented,
      [.that(.value("/id"), equals: .part(.requestParameter("orderId")), ignoringCase: true)]
    ),
    (
      "!$response.body#/gone", .asDocumented,
      [.that(.value("/gone"), is: .not(.not(.enumeration([false, .null]))))]
    ),
  ])
  func simpleConditionsAreCriteria(
    _ condition: String,
    _ expectation: Workflow.Step.Expectation,
    _ criteria: [Workflow.Criterion]
  ) throws {
    let imported = try Self.imported(
      Self.reading("successCriteria: [{condition: \"\(condition)\"}]")
    )
    #expect(imported.notCarried == [])
    let step = try #require(imported.suite.workflows.first?.steps.first)
    #expect(step.expectation == expectation)
    #expect(step.criteria == criteria)
  }

  @Test func anErrorThatIsListedMayBeRightToo() throws {
    let imported = try Self.imported(
      Self.reading("successCriteria: [{condition: $statusCode == 200 || $statusCode == 404}]")
    )
    let step = try #require(imported.suite.workflows.first?.steps.first)
    #expect(step.expectation == .statuses(.anyOf([200, 404])))
    #expect(
      imported.notCarried == [
        "/workflows/0/steps/0/successCriteria: Each of 200, 404 is right: what the answer holds is not looked at."
      ]
    )
  }

  @Test func outputsThatNobodyTakesAreListed() throws {
    let imported = try Self.imported(Self.reading("outputs: {id: $response.body#/id}"))
    #expect(imported.suite.workflows[0].steps[0].outputs == [])
    #expect(
      imported.notCarried == [
        "/workflows/0/steps/0/outputs/id: No step takes the output: that the answer has it is not asked for."
      ]
    )
  }

  @Test func patternsAndPathsAreCriteria() throws {
    let imported = try Self.imported(
      Self.reading(
        """
        successCriteria:
          - {context: $statusCode, condition: '^20[01]$', type: regex}
          - {context: $response.body#/id, condition: '^7', type: regex}
          - {context: $response.body, condition: '$.name', type: jsonpath}
        """
      )
    )
    let step = try #require(imported.suite.workflows.first?.steps.first)
    #expect(step.expectation == .response("success"))
    #expect(
      step.criteria == [
        .that(.value("/id"), matches: "^7"),
        .that(.value(.root), is: .object([.required("name", .any)])),
      ]
    )
  }

  @Test(arguments: [
    (
      "condition: $response.body#/a == 1 || $response.body#/b == 1",
      "The condition \"$response.body#/a == 1 || $response.body#/b == 1\" is not looked at: no schema says it."
    ),
    (
      "{context: $response.body, condition: //a, type: xpath}",
      "A condition of XPath is not looked at."
    ),
    (
      "{context: $response.body, condition: $..a, type: jsonpath}",
      "The condition \"$..a\" is not looked at: no schema says it."
    ),
    (
      "condition: $response.body#/name < 'b'",
      "The condition \"$response.body#/name < 'b'\" is not looked at: no schema says it."
    ),
  ])
  func otherConditionsAreListed(_ criterion: String, _ message: String) throws {
    let imported = try Self.imported(Self.reading("successCriteria:\n  - \(criterion)"))
    #expect(imported.notCarried == ["/workflows/0/steps/0/successCriteria/0: \(message)"])
    #expect(imported.suite.workflows.count == 1)
  }
}

extension ArazzoSuiteTests {
  // MARK: - What follows

  private static func three(_ first: String) -> String {
    """
    - workflowId: three
      steps:
        - {stepId: a, operationId: listOrders, \(first)}
        - {stepId: b, operationId: listOrders}
        - {stepId: c, operationId: listOrders}
    - workflowId: other
      steps: [{stepId: z, operationId: listOrders}]
    """
  }

  @Test(
    arguments: [
      ("onSuccess: [{name: x, type: end}]", ["a"], []),
      ("onSuccess: [{name: x, type: goto, stepId: c}]", ["a", "c"], []),
      ("onSuccess: [{name: x, type: goto, workflowId: other}]", ["a", "other.z"], []),
      (
        "onSuccess: [{name: x, type: end, criteria: [{condition: $statusCode == 404}]}]",
        ["a", "b", "c"], []
      ),
      ("onSuccess: [{name: x, type: end, criteria: [{condition: $statusCode < 300}]}]", ["a"], []),
      (
        "onSuccess: [{name: x, type: end, criteria: [{condition: '$response.body#/0/id == 1'}]}]",
        ["a"],
        [
          "/workflows/0/steps/0/onSuccess/0: What follows depends on the answer: the steps behind this one are not sent."
        ]
      ),
      (
        "onSuccess: [{name: x, type: goto, stepId: a}]", ["a"],
        [
          "/workflows/0/steps/0/onSuccess/0: The step \"a\" was sent already: the steps behind this one are not sent."
        ]
      ),
      ("onFailure: [{name: x, type: end}]", ["a", "b", "c"], []),
      (
        "onFailure: [{name: x, type: goto, stepId: c}]", ["a", "b", "c"],
        [
          "/workflows/0/steps/0/onFailure/0: What follows a failure is not sent: the step is a violation."
        ]
      ),
      (
        "timeout: 5", ["a", "b", "c"],
        ["/workflows/0/steps/0/timeout: How long a step may take is said by --timeout alone."]
      ),
    ] as [(String, [String], [String])]
  )
  func stepsAreThoseThatFollow(_ action: String, _ steps: [String], _ gaps: [String]) throws {
    let imported = try Self.imported(Self.three(action))
    #expect(imported.suite.workflows[0].steps.map(\.id) == steps)
    #expect(imported.notCarried == gaps)
  }

  @Test func aRetryIsWaiting() throws {
    let imported = try Self.imported(
      Self.reading(
        """
        successCriteria: [{condition: $statusCode == 200}, {condition: "$response.body#/state == 'DONE'"}]
        onFailure:
          - {name: again, type: retry, retryAfter: 0.5, retryLimit: 4}
        """
      )
    )
    let until = try #require(imported.suite.workflows[0].steps[0].until)
    #expect(until.statuses == .anyOf([200]))
    #expect(until.places.map(\.pointer) == ["/state"])
    #expect(until.interval == .milliseconds(500))
    #expect(until.limit == 5)
  }

  @Test func workflowsAreParts() throws {
    let imported = try Self.imported(
      """
      - workflowId: make
        inputs: {type: object, required: [name], properties: {name: {type: string}, count: {type: integer}}}
        steps:
          - stepId: add
            operationId: addOrder
            requestBody: {payload: {name: $inputs.name, count: $inputs.count}}
            outputs: {id: $response.body#/id}
        outputs: {made: $steps.add.outputs.id}
      - workflowId: whole
        dependsOn: [make]
        steps:
          - stepId: first
            workflowId: make
            parameters: [{name: name, value: desk}]
            outputs: {order: $outputs.made}
          - stepId: read
            operationId: getOrder
            parameters: [{name: orderId, in: path, value: $steps.first.outputs.order}]
          - stepId: read again
            operationId: getOrder
            parameters: [{name: orderId, in: path, value: $workflows.make.outputs.made}]
      """
    )
    let whole = try #require(imported.suite.workflow("whole"))
    #expect(whole.steps.map(\.id) == ["make.add", "first.add", "read", "read again"])
    #expect(whole.steps[1].body == ["name": "desk"])
    #expect(whole.steps[2].arguments == ["orderId": .output("order", of: "first.add")])
    #expect(whole.steps[3].arguments.list[0].value == .output("id", of: "make.add"))
    #expect(imported.suite.workflow("make")?.steps[0].outputs.map(\.name) == ["id"])
  }

  // MARK: - What is not run

  @Test(arguments: [
    ("operationId: nothing", "/operationId", "No operation that is checked is \"nothing\"."),
    (
      "operationId: $sourceDescriptions.none.getOrder", "/operationId",
      "No source description is called \"none\"."
    ),
    (
      "operationPath: '{$sourceDescriptions.shop.url}#/paths/~1none/get'", "/operationPath",
      "No operation that is checked is \"{$sourceDescriptions.shop.url}#/paths/~1none/get\"."
    ),
    ("workflowId: none", "/workflowId", "No workflow is called \"none\"."),
    ("workflowId: one", "", "The workflow \"one\" is a part of itself."),
    (
      "operationId: getOrder\n    parameters: [{name: orderId, in: path, value: $steps.x.outputs.id}]",
      "/parameters/0/value", "No step before gives \"$steps.x.outputs.id\"."
    ),
    (
      "operationId: getOrder\n    parameters: [{name: orderId, in: path, value: $inputs.id}]",
      "/parameters/0/value", "The workflow has no input \"id\"."
    ),
    (
      "operationId: getOrder\n    requestBody: {payload: {}}", "/requestBody",
      "The operation has no body."
    ),
    (
      "operationId: addOrder\n    requestBody: {contentType: text/csv, payload: a}", "/requestBody",
      "The operation has no body of the type text/csv."
    ),
    (
      "operationId: addOrder\n    requestBody: {payload: {name: 7}}", "/requestBody/payload",
      "The body does not follow the schema of the operation: /name: expected string."
    ),
    (
      "operationId: addOrder\n    requestBody: {payload: {name: x}, replacements: [{target: /a/b, value: y}]}",
      "/requestBody/replacements/0", "\"/a/b\" is no JSON Pointer to a place in the body."
    ),
  ])
  func whatCannotBeSentIsListed(_ step: String, _ place: String, _ message: String) throws {
    let imported = try Self.imported("- workflowId: one\n  steps:\n  - stepId: s\n    \(step)")
    #expect(imported.suite.workflows == [])
    let pointer = message.contains("itself") ? "/workflows/0" : "/workflows/0/steps/0\(place)"
    #expect(imported.notCarried == ["\(pointer): The workflow \"one\" is not run: \(message)"])
  }

  @Test func aSourceThatIsNotThereIsRefused() throws {
    var loader = ArazzoLoader()
    let text = """
      arazzo: 1.0.1
      info: {title: Orders, version: '1'}
      sourceDescriptions: [{name: shop, url: 'https://shop.example/openapi.yaml', type: openapi}]
      workflows: [{workflowId: one, steps: [{stepId: s, operationId: x}]}]
      """
    try loader.add(Description(parsing: Array(text.utf8), named: "orders.yaml"))
    let flaws = #expect(throws: DescriptionFlaws.self) { try loader.suites([]) }
    #expect(
      flaws?.lines == [
        "orders.yaml:3:22: error: The source description \"shop\" is \"https://shop.example/openapi.yaml\", "
          + "which is no file that is there, and nothing is fetched. Give the file by --openapi."
      ]
    )
  }

  // MARK: - As Swift

  @Test func workflowsAreWrittenAsSwift() throws {
    let imported = try Self.imported(Self.lives).imported
    let files = imported.swiftFiles
    #expect(files.map(\.name).contains("ShopAPI+Workflows.swift"))
    let text = try #require(files.first { $0.name == "ShopAPI+Workflows.swift" }).text
    for line in text.split(separator: "\n") { #expect(line.count <= SwiftLayout.width) }
    try expectGolden(text, "workflows.swift.txt")
    #expect(files[0].text.contains("workflows: [Workflows.orderLives]"))
    #expect(imported.differences(from: imported.suite) == [])
    var other = imported.suite
    other.workflows[0].steps[1].criteria.removeLast()
    #expect(imported.differences(from: other) == ["workflow order-lives: It is not the same."])
  }
}

extension Imported {
  /// A suite that was made with workflows.
  init(_ imported: ImportedSuite) { self.imported = imported }
}
