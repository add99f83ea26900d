import Accord
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordOpenAPI

/// Paths, operations, parameters and what is not carried.
@Suite struct OperationSuiteTests {
  @Test func everyMethodIsAContract() throws {
    let imported = try Imported(
      paths: """
        /orders:
          get: {operationId: listOrders, responses: {'200': {description: ok}}}
          query: {operationId: orders.find, responses: {'200': {description: ok}}}
          put: {responses: {'204': {description: ok}}}
          additionalOperations:
            COPY: {responses: {'204': {description: ok}}}
        """,
      version: "3.2.0"
    )
    let contracts = imported.suite.contracts
    #expect(contracts.map(\.id) == ["list-orders", "orders.find", "put-orders", "copy-orders"])
    #expect(
      contracts.map { $0.routes[0].methods.probed[0].rawValue } == ["GET", "QUERY", "PUT", "COPY"]
    )
    #expect(contracts.map(\.effect) == [.readOnly, .readOnly, .changesState, .changesState])
    #expect(imported.notCarried == [])
  }

  /// Titles in other letters make identifiers that differ, the same in every run.
  @Test func suitesAreToldApartByTheirTitles() {
    let titles = ["Пример", "例", "Shop API", "  ", "API"]
    #expect(
      titles.map(ContractNames.suite) == ["api-69417147", "api-de4b8cf4", "shop-api", "api", "api"]
    )
  }

  /// Where no answer has content, Accept names no format: one that is only sent least of all.
  @Test func nothingIsAcceptedThatIsOnlySent() throws {
    let imported = try Imported(
      paths: """
        /a:
          post:
            operationId: a
            requestBody: {content: {application/vnd.shop+json: {schema: {type: object}}}}
            responses: {'204': {description: done}}
        /b: {get: {operationId: b, responses: {'200': {description: ok, content: {application/xml: {schema: {type: object}}}}}}}
        """
    )
    let cases = imported.suite.plan().cases.filter { $0.origin == .example }
    let accepted = cases.map { testCase in
      testCase.steps[0].request.fields.first { $0.name == "Accept" }?.value
    }
    #expect(accepted == [.value("*/*"), .value("application/xml")])
  }

  @Test func theSameIdentifierTwiceIsNumbered() throws {
    let imported = try Imported(
      paths: """
        /a: {get: {operationId: read, responses: {'200': {description: ok}}}}
        /b: {get: {operationId: Read, responses: {'200': {description: ok}}}}
        """
    )
    #expect(imported.suite.contracts.map(\.id) == ["read", "read-2"])
  }

  @Test func parametersOfThePathAreThoseOfItsOperations() throws {
    let imported = try Imported(
      paths: """
        /orders/{id}:
          parameters:
          - {name: id, in: path, required: true, schema: {type: integer}}
          - {name: verbose, in: query, schema: {type: boolean}}
          get:
            parameters:
            - {name: verbose, in: query, schema: {type: string, enum: [some, all]}}
            responses: {'200': {description: ok}}
        """
    )
    let contract = imported.suite.contracts[0]
    #expect(contract.parameters.map(\.name) == ["id", "verbose"])
    #expect(contract.parameters[1].schema.content.enumeration == ["some", "all"])
  }

  static let styles: [(parameter: String, sent: String)] = [
    (
      "{name: c, in: query, explode: false, schema: {type: array, items: {type: string}}}", "?c=a,b"
    ),
    ("{name: c, in: query, schema: {type: array, items: {type: string}}}", "?c=a&c=b"),
    (
      "{name: c, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}",
      "?c=a%7Cb"
    ),
    (
      "{name: c, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}",
      "?c=a%20b"
    ),
  ]

  @Test(arguments: styles) func stylesAreThoseOfTheDocument(
    _ parameter: String,
    _ sent: String
  ) throws {
    let text = parameter.dropLast() + ", required: true, example: [a, b]}"
    let imported = try Imported(
      paths: """
        /orders:
          get:
            parameters: [\(text)]
            responses: {'200': {description: ok}}
        """
    )
    let contract = imported.suite.contracts[0]
    let parameter = try #require(contract.parameters.first)
    let pairs = parameter.serialization(in: .query).pairs(of: "c", ["a", "b"])
    #expect("?" + pairs.joined(separator: "&") == sent)
  }

  @Test func objectsAreDeepWhereTheDocumentSaysSo() throws {
    let imported = try Imported(
      paths: """
        /orders:
          get:
            parameters:
            - name: filter
              in: query
              style: deepObject
              schema: {type: object, properties: {state: {type: string}}}
            - name: nested
              in: query
              style: deepObject
              schema: {type: object, properties: {inner: {type: object}}}
            responses: {'200': {description: ok}}
        """
    )
    let contract = imported.suite.contracts[0]
    #expect(contract.parameters.map(\.name) == ["filter"])
    #expect(contract.parameters[0].style == .deepObject)
    #expect(
      imported.notCarried == [
        "/paths/~1orders/get/parameters/1: The parameter is never sent: lists and objects inside of "
          + "others have no form there."
      ]
    )
  }

  @Test func requestsOfTheServerAreListed() throws {
    let imported = try Imported(
      paths: """
        /orders:
          post:
            operationId: order
            responses:
              '200':
                description: ok
                links: {again: {operationId: order}}
            callbacks: {paid: {'{$request.body#/url}': {post: {responses: {'200': {description: ok}}}}}}
        """,
      and: """
        webhooks:
          sent: {post: {responses: {'200': {description: ok}}}}
        """
    )
    #expect(
      imported.notCarried == [
        "/paths/~1orders/post/responses/200/links/again: The link is not followed.",
        "/paths/~1orders/post/callbacks/paid: A callback is a request that the server makes: it is not "
          + "checked.",
        "/webhooks/sent: A webhook is a request that the server makes: it is not checked.",
      ]
    )
  }

  @Test func anExampleThatDoesNotFollowItsSchemaIsListedAndNotUsed() throws {
    let imported = try Imported(
      paths: """
        /orders:
          get:
            parameters:
            - {name: limit, in: query, required: true, example: many, schema: {type: integer, minimum: 3}}
            responses: {'200': {description: ok}}
        """
    )
    #expect(imported.suite.contracts[0].parameters[0].example == 3)
    #expect(imported.notCarried.count == 1)
    #expect(
      imported.notCarried[0].hasPrefix("/paths/~1orders/get/parameters/0/example: The example is")
    )
  }

  @Test func placesAreThoseOfTheDocument() throws {
    let imported = try Imported(
      """
      openapi: 3.0.3
      info: {title: Shop, version: '1'}
      paths:
        /orders:
          get:
            responses:
              '200': {description: ok}
      """
    )
    let contract = imported.suite.contracts[0]
    #expect(contract.source == SourceLine(fileID: "api.yaml", line: 6))
  }
}
