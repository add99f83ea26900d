import AccordModel
import AccordSchema
import Testing

@testable import AccordOpenAPI

/// Things that refer to each other in many ways, as the entities of a database do.
@Suite struct GraphSuiteTests {
  /// So many entities, each of which may hold each of the others.
  private static func document(_ count: Int, isList: Bool) -> (paths: String, rest: String) {
    let schemas = (0..<count).map { number in
      let others = (0..<count).filter { $0 != number }.map { other in
        let reference = "{$ref: '#/components/schemas/E\(other)'}"
        return "r\(other): " + (isList ? "{type: array, items: \(reference)}" : reference)
      }
      return """
            E\(number): {type: object, properties: {id: {type: integer}, \(others.joined(separator: ", "))}}
        """
    }
    let paths = """
      /things:
        post:
          operationId: add
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/E0'}}}}
          responses: {'201': {description: added}}
      """
    return (paths, "components:\n  schemas:\n" + schemas.joined(separator: "\n"))
  }

  /// Each is looked into once: the ways to come to it are more than anybody could send.
  @Test(arguments: [(8, false), (8, true), (20, false)])
  func isPlannedInBounds(count: Int, isList: Bool) throws {
    let document = Self.document(count, isList: isList)
    let imported = try Imported(paths: document.paths, and: document.rest)
    let names = imported.cases
    #expect(names.count < count * 20)
    #expect(names.contains { $0.contains("member-invalid/id/") })
    #expect(names.contains { $0.contains("member-invalid/r1/") })
  }

  @Test func isKeptByItsMock() async throws {
    let document = Self.document(8, isList: false)
    let imported = try Imported(paths: document.paths, and: document.rest)
    #expect(try await imported.problems() == [])
  }

  /// The commonest form of OpenAPI's inheritance: the property that chooses is a plain text.
  @Test(arguments: ["oneOf", "anyOf"])
  func aPlainPropertyChooses(union: String) async throws {
    let imported = try Imported(
      paths: """
        /payments:
          get:
            operationId: list
            responses:
              '200':
                description: ok
                content: {application/json: {schema: {$ref: '#/components/schemas/Payment'}}}
          post:
            operationId: add
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Payment'}}}
            responses: {'201': {description: added}}
        """,
      and: """
        components:
          schemas:
            Payment:
              \(union): [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Iban'}]
              discriminator: {propertyName: type}
            Card:
              {type: object, required: [type, pan], properties: {type: {type: string}, pan: {type: string}}}
            Iban:
              {type: object, required: [type, iban], properties: {type: {type: string}, iban: {type: string}}}
        """
    )
    #expect(try await imported.problems() == [])
    let schema = try #require(imported.contract("list").responses.first?.schema)
    #expect(schema.sample() == ["type": "Card", "pan": "text"])
  }
}
