import Accord
import AccordModel
import Testing

@testable import AccordOpenAPI

/// What is known of refusals beside a document.
@Suite struct StatedRefusalTests {
  static let paths = """
    /pets:
      get:
        operationId: list
        parameters:
          - {name: limit, in: query, schema: {type: integer}}
          - {name: page, in: query, schema: {type: integer}}
        responses: {'200': {description: ok}}
    """

  private func refusal(_ suite: ContractSuite, _ index: Int) throws -> Refusal? {
    try #require(suite.contracts.first).parameters[index].invalid
  }

  @Test func aStatusIsAPromise() throws {
    let suite = try Imported(paths: Self.paths).suite
    #expect(try refusal(suite, 0)?.named.basis.isStated == false)
    let stated = try suite.stating([.init("*/parameter/limit/*", .anyOf([422]))])
    let limit = try #require(try refusal(stated, 0))
    #expect(limit.statuses == .anyOf([422]))
    #expect(limit.refused.basis == .stated)
    #expect(limit.named.basis == .stated)
    #expect(limit.named.sentence == "A wrong value of limit is refused with 422.")
    #expect(limit.refused.id == "parameter/limit/invalid/refused")
    // The others stay what they were, and the suite is sound.
    #expect(try refusal(stated, 1) == refusal(suite, 1))
    #expect(stated.lint().isEmpty)
  }

  @Test func theLastPatternCounts() throws {
    let suite = try Imported(paths: Self.paths).suite
    let stated = try suite.stating([
      .init("*", .anyOf([400])), .init("list/parameter/page/invalid", nil),
    ])
    #expect(try refusal(stated, 0)?.statuses == .anyOf([400]))
    #expect(try refusal(stated, 1) == nil)
    #expect(!stated.plan().cases.contains { $0.id.description.contains("invalid/page") })
  }

  @Test(arguments: [
    "list/parameter/limit", "list*x", "lis/*", "list/parameter/limit/invalid/refused",
  ])
  func aPatternThatFitsNothingIsRefused(_ pattern: String) throws {
    let suite = try Imported(paths: Self.paths).suite
    let error = #expect(throws: StatedRefusal.Unmatched.self) {
      try suite.stating([.init(pattern, nil)])
    }
    #expect(error?.pattern == pattern)
    #expect(error?.known == ["list/parameter/limit/invalid", "list/parameter/page/invalid"])
  }
}
