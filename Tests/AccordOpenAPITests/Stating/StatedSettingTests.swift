import Accord
import AccordModel
import Testing

@testable import AccordOpenAPI

/// What is known of an API beside its document, in Swift.
@Suite struct StatedSettingTests {
  static let paths = """
    /books:
      post:
        operationId: addBook
        security: [{key: []}]
        requestBody: {required: true, content: {application/json: {schema: {type: object, required: [title], properties: {title: {type: string}}}}}}
        responses:
          '201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
    /books/{bookId}:
      parameters: [{name: bookId, in: path, required: true, schema: {type: integer}}]
      get:
        operationId: getBook
        security: [{key: []}]
        responses:
          '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
          '404': {description: none}
      delete:
        security: [{key: []}]
        responses: {'204': {description: ok}, '404': {description: none}}
    """

  static let rest = """
    components:
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
        person: {type: http, scheme: basic}
        machine: {type: oauth2, flows: {password: {tokenUrl: /token, scopes: {}}}}
      schemas:
        Book: {type: object, required: [id, title], properties: {id: {type: integer}, title: {type: string}}}
    """

  private func imported() throws -> ImportedSuite {
    try Imported(paths: Self.paths, and: Self.rest).imported
  }

  @Test func operationsHaveThreeNames() throws {
    let imported = try imported()
    #expect(imported.contract(ofOperation: "addBook") == "add-book")
    #expect(imported.contract(ofOperation: "POST /books") == "add-book")
    #expect(imported.contract(ofOperation: "add-book") == "add-book")
    #expect(imported.contract(ofOperation: "addbook") == nil)
    #expect(imported.operations.names == ["addBook", "getBook", "DELETE /books/{bookId}"])
  }

  @Test func rolesHaveCredentialsOfTheirOwn() throws {
    let imported = try imported()
    #expect(imported.suite.credential?.variables == ["SHOP_KEY"])
    let stated = try imported.stating(roles: [
      StatedRole("reader", scheme: "key", calls: ["*"]),
      StatedRole(
        "clerk",
        scheme: "person",
        calls: ["addBook", "DELETE *"],
        mayNot: [.init("getBook", .status(.forbidden))]
      ),
      StatedRole("robot", scheme: "machine"),
    ]).suite
    #expect(stated.roles.list.map(\.name) == ["reader", "clerk", "robot"])
    #expect(stated.roles["reader"]?.variables == ["SHOP_READER"])
    #expect(stated.roles["clerk"]?.variables == ["SHOP_CLERK_USER", "SHOP_CLERK_PASSWORD"])
    #expect(stated.roles["robot"]?.variables == ["SHOP_ROBOT_USER", "SHOP_ROBOT_PASSWORD"])
    // Nobody calls as before any more.
    #expect(stated.credential == nil)
    #expect(stated.contracts.map { $0.credential?.role } == ["clerk", "reader", "clerk"])
    let example = try #require(stated.contract("get-book")?.examples.last)
    #expect(example.name == "not-by-clerk")
    #expect(example.role == "clerk")
    #expect(example.clause.sentence == "The role clerk may not call it.")
    guard case .refusal(let refusal) = example.outcome else {
      Issue.record("It is refused.")
      return
    }
    #expect(refusal.named.sentence == "A call as clerk is refused with 403.")
    #expect(stated.lint().isEmpty)
    // Live data are made as the role that makes them.
    #expect(stated.givens.first?.creation?.request.credential == .valid(as: "clerk"))
  }

  @Test func rolesNameWhatThereIs() throws {
    let imported = try imported()
    #expect(throws: UnmatchedSetting.noScheme(role: "a", known: ["key", "person", "machine"])) {
      try imported.stating(roles: [StatedRole("a")])
    }
    #expect(throws: UnmatchedSetting.scheme("keys", known: ["key", "person", "machine"])) {
      try imported.stating(roles: [StatedRole("a", scheme: "keys")])
    }
    #expect(throws: UnmatchedSetting.operation("x*", known: imported.operations.names)) {
      try imported.stating(roles: [StatedRole("a", scheme: "key", calls: ["x*"])])
    }
  }

  @Test func refusalsHaveNames() throws {
    let stated = try imported().stating(
      errors: ErrorCatalogue(
        entries: [.entry("none", statuses: .anyOf([404]))],
        places: [.name("/error/name")]
      )
    ).stating([StatedRefusal("*/unknown", errors: ["none"])]).suite
    let unknown = try #require(stated.contract("get-book")?.parameters.first?.unknown)
    #expect(unknown.names == ["none"])
    #expect(unknown.statuses == nil)
    #expect(!unknown.allowsEmptyBody)
    #expect(unknown.named.sentence == "A value of bookId that names nothing is refused with none.")
    #expect(unknown.named.basis == .stated)
    #expect(stated.lint().isEmpty)
  }

  private func life(of call: String, cleanUp: [Workflow.Step]? = nil) -> LifeCycle {
    .lifeCycle(
      "book",
      of: "book",
      states: ["kept", .gone],
      from: .made(.step("make", "POST /books", outputs: [.output("id", .body("/id"))])),
      transitions: [.transition(.step("remove", call), from: "kept", to: .gone)],
      views: [
        .read(
          .step("get", "getBook"),
          refusals: [.hidden(in: .gone, by: .refused("parameter/bookId/unknown"))]
        )
      ],
      cleanUp: cleanUp
    )
  }

  @Test func lifeCyclesCallOperations() async throws {
    let imported = try imported()
    #expect(imported.suite.workflows.map(\.id) == ["life-of-books"])
    let remover = "DELETE /books/{bookId}"
    let stated = try imported.stating(lifeCycles: [
      life(of: remover, cleanUp: [.step("clean", remover)])
    ])
    let cycle = try #require(stated.suite.lifeCycles.first)
    #expect(cycle.contract == "add-book")
    let remove = try #require(cycle.transitions.first?.step)
    #expect(remove.contract == stated.contract(ofOperation: remover))
    #expect(remove.arguments["bookId"] == .identity("id"))
    #expect(cycle.views.first?.step.arguments["bookId"] == .identity("id"))
    #expect(cycle.cleanUp?.first?.arguments["bookId"] == .identity("id"))
    #expect(stated.suite.lint().isEmpty)
    // What was assumed of the same books is stated now.
    #expect(stated.suite.workflows.isEmpty)
    let assumed = try #require(imported.lives.first)
    #expect(imported.inferences.contains(assumed))
    #expect(!stated.inferences.contains(assumed))
    #expect(throws: UnmatchedSetting.operation("removeBook", known: imported.operations.names)) {
      try imported.stating(lifeCycles: [life(of: "removeBook")])
    }
  }

  static let words: [(problem: UnmatchedSetting, text: String)] = [
    (
      .operation("lendd", known: ["lend"]), #"No operation is called "lendd". Did you mean "lend"?"#
    ),
    (.operation("x", known: []), #"No operation is called "x". There are none."#),
    (
      .scheme("x", known: ["key"]),
      #"No security scheme that can be carried is called "x". There are: key."#
    ),
    (
      .noScheme(role: "reader", known: ["a", "b"]),
      #"Say by "scheme" how reader proves who it is. There are: a, b."#
    ),
    (
      .noScheme(role: "reader", known: []),
      "The document declares no security scheme that can be carried: nothing tells its roles apart."
    ),
    (.role("x", known: ["reader"]), #"No role is called "x". There are: reader."#),
    (
      .error("x", known: (1...22).map { "e\($0)" }),
      #"No error is called "x". There are: \#((1...20).map { "e\($0)" }.joined(separator: ", ")), and 2 more."#
    ),
    (.errorTwice("odd"), #"Two errors are called "odd"."#),
    (
      .codeTwice(7, error: "odd"),
      "The code 7 stands for odd already: nothing would tell the two apart."
    ),
    (
      .codeOfSuccess(0, error: "odd"),
      "The code 0 stands for no error, and cannot stand for odd."
    ),
    (.given("x", known: ["book"]), #"The suite has no live data "x". There are: book."#),
  ]

  @Test(arguments: words)
  func whatIsWrongIsSaid(_ wrong: (problem: UnmatchedSetting, text: String)) {
    #expect("\(wrong.problem)" == wrong.text)
  }
}
