import AccordSchema
import Testing

@testable import AccordOpenAPI

/// What texts of Arazzo documents are read as.
@Suite struct ArazzoExpressionTests {
  @Test(arguments: [
    ("$method", ArazzoExpression.method), ("$url", .url), ("$statusCode", .statusCode),
    ("$response.header.Location", .response(.header("Location"))),
    ("$response.body", .response(.body(.root))),
    ("$response.body#/a~1b/0", .response(.body(JSONPointer(tokens: ["a/b", "0"])))),
    ("$response.body.pets[1].id", .response(.body(JSONPointer(tokens: ["pets", "1", "id"])))),
    ("$request.query.page", .request(.query("page"))), ("$request.path.id", .request(.path("id"))),
    ("$inputs.user#/name", .input("user", JSONPointer(tokens: ["name"]))),
    ("$outputs.id", .output("id", .root)),
    ("$steps.make-it.outputs.id", .step("make-it", output: "id", .root)),
    (
      "$steps.list.outputs.pets#/0/id",
      .step("list", output: "pets", JSONPointer(tokens: ["0", "id"]))
    ),
    ("$workflows.first.outputs.id", .workflow("first", output: "id", .root)),
    ("$sourceDescriptions.shop.addPet", .source("shop", "addPet")),
    ("$components.parameters.page", .component(kind: "parameters", name: "page")),
  ])
  func expressionsAreRead(_ text: String, _ expression: ArazzoExpression) {
    #expect(ArazzoExpression(text) == expression)
  }

  @Test(arguments: [
    "", "id", "$5", "$response", "$response.body/x", "$response.body#x", "$steps.a.id",
    "$steps..outputs.id", "$inputs.", "$response.header.", "$inputs.list[x]", "$unknown.x",
  ])
  func othersAreNone(_ text: String) {
    #expect(ArazzoExpression(text) == nil)
  }

  // MARK: - Conditions

  @Test func conditionsBindAsInOtherLanguages() {
    let status = ArazzoCondition.Term.expression(.statusCode)
    func equal(_ code: Int) -> ArazzoCondition { .compare(status, .equal, .literal(JSON(code))) }
    #expect(
      ArazzoCondition("$statusCode == 1 || $statusCode==2 && !($statusCode == 3)")
        == .or(equal(1), .and(equal(2), .not(equal(3))))
    )
    #expect(ArazzoCondition("{$statusCode == 401}") == equal(401))
    #expect(
      ArazzoCondition("$response.body#/x != 'it''s'")
        == .compare(
          .expression(.response(.body(JSONPointer(tokens: ["x"])))),
          .unequal,
          .literal("it's")
        )
    )
    #expect(ArazzoCondition("$response.body#/ok") != nil)
  }

  @Test(arguments: [
    "", "$statusCode = 200", "$statusCode == ", "== 200", "($statusCode == 200", "'open",
    "$statusCode == 200 200", "$statusCode == abc", String(repeating: "!", count: 100) + "true",
    String(repeating: "(", count: 10_000),
  ])
  func othersAreNoConditions(_ text: String) {
    #expect(ArazzoCondition(text) == nil)
  }
}

extension JSON {
  fileprivate init(_ number: Int) { self = .number(JSONNumber(number)) }
}
