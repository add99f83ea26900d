import Accord
import AccordMocking
import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

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
