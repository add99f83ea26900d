import Accord
import AccordMocking
import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

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
