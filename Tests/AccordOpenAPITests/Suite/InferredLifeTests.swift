import Accord
import AccordMocking
import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// What is made, read and removed, which a document does not state.
@Suite struct InferredLifeTests {
  private static let book = """
    components:
      schemas:
        New: {type: object, required: [title], properties: {title: {type: string}, pages: {type: integer}}}
        Book:
          type: object
          required: [id, title]
          properties: {id: {type: integer}, title: {type: string}, pages: {type: integer}}
    """

  private static let add = """
    /books:
      post:
        operationId: add
        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}
        responses:
          '201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
    """

  private static let read = """
    /books/{bookId}:
      parameters: [{name: bookId, in: path, required: true, schema: {type: integer}}]
      get:
        operationId: get
        responses:
          '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
          '404': {description: none}
    """

  private static let remove = """
      delete: {operationId: remove, responses: {'204': {description: ok}, '404': {description: none}}}
    """

  private static func imported(_ paths: String...) throws -> Imported {
    try Imported(paths: paths.joined(separator: "\n"), and: book)
  }

  @Test func whatIsMadeIsReadUntilItIsRemoved() async throws {
    let imported = try Self.imported(Self.add, Self.read, Self.remove)
    let workflow = try #require(imported.suite.workflows.first)
    #expect(imported.suite.workflows.count == 1)
    #expect(workflow.id == "life-of-books")
    #expect(workflow.summary == "What is made in /books is read, and is gone when it is removed.")
    #expect(workflow.steps.map(\.id) == ["make", "read", "remove", "read again"])
    #expect(workflow.steps.map(\.contract) == ["add", "get", "remove", "get"])
    #expect(workflow.cleanUp.map(\.contract) == ["remove"])
    #expect(workflow.leaves == nil)
    let sentence =
      "What POST /books makes is taken to be what GET /books/{bookId} reads until DELETE /books/{bookId} removes it."
    #expect(workflow.clause.basis == .assumption(sentence))
    #expect(imported.imported.inferences.map(\.sentence).contains(sentence))
    #expect(try await imported.problems() == [])
    #expect(try await imported.violations(isStrict: true) { _, _ in } == [])
  }

  @Test func whatNothingRemovesStays() async throws {
    let imported = try Self.imported(Self.add, Self.read)
    let workflow = try #require(imported.suite.workflows.first)
    #expect(workflow.steps.map(\.id) == ["make", "read"])
    #expect(workflow.cleanUp.isEmpty)
    #expect(
      workflow.leaves
        == "No operation of the document is known to remove what is made in /books."
    )
    #expect(try await imported.problems() == [])
  }

  @Test(arguments: [[add], [read, remove], [add.replacing("'201'", with: "'202'"), read]])
  func isInferredOfWholeLivesAlone(paths: [String]) throws {
    let imported = try Imported(paths: paths.joined(separator: "\n"), and: Self.book)
    #expect(imported.suite.workflows.isEmpty)
  }

  /// What is broken shows in a strict run alone: a document does not state it.
  @Test func aServerThatKeepsNothingBreaksTheAssumption() async throws {
    let imported = try Self.imported(Self.add, Self.read, Self.remove)
    let change: @Sendable (MockRequest, inout MockAnswer) -> Void = { request, answer in
      guard request.method == "GET", answer.status == 200 else { return }
      answer = MockAnswer(
        200,
        fields: [Field("Content-Type", "application/json")],
        body: Array(#"{"id": 1, "title": "of another book"}"#.utf8)
      )
    }
    #expect(try await imported.violations(change) == [])
    #expect(try await !imported.violations(isStrict: true, change).isEmpty)
  }
}
