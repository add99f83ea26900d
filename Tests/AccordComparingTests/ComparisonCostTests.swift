import AccordSchema
import Testing

@testable import AccordComparing

/// Comparing costs in proportion to what is compared, whatever the documents are.
@Suite(.serialized) struct ComparisonCostTests {
  /// A document of some operations, each with a schema of its own that refers to a shared one.
  static func document(operations: Int, changed: Bool) -> String {
    var paths: [JSONMember] = []
    var schemas: [JSONMember] = [
      JSONMember(
        "Shared",
        [
          "type": "object", "required": ["id"],
          "properties": [
            "id": ["type": changed ? "string" : "integer"],
            "next": ["$ref": "#/components/schemas/Shared"],
          ],
        ]
      )
    ]
    for number in 0..<operations {
      let reference: JSON = ["$ref": .string("#/components/schemas/S\(number)")]
      let content: JSON = ["application/json": ["schema": reference]]
      paths.append(
        JSONMember(
          "/a\(number)/{id}",
          [
            "post": [
              "parameters": [
                ["name": "id", "in": "path", "required": true, "schema": ["type": "string"]]
              ],
              "requestBody": ["content": content],
              "responses": ["200": ["description": "ok", "content": content]],
            ]
          ]
        )
      )
      schemas.append(
        JSONMember(
          "S\(number)",
          [
            "type": "object",
            "properties": [
              "name": ["type": "string", "maxLength": .number(JSONNumber(changed ? 5 : 6))],
              "shared": ["$ref": "#/components/schemas/Shared"],
              "kind": [
                "oneOf": [["type": "string", "enum": ["a", "b"]], ["type": "integer"]]
              ],
            ],
          ]
        )
      )
    }
    let document: JSON = [
      "openapi": "3.1.0", "info": ["title": "A", "version": "1"], "paths": .object(paths),
      "components": ["schemas": .object(schemas)],
    ]
    return document.text()
  }

  @Test("ten times the operations take about ten times as long")
  func flat() throws {
    var times: [Duration] = []
    for operations in [100, 1_000, 10_000] {
      let old = try Documents.description(
        Self.document(operations: operations, changed: false),
        named: "a.json"
      )
      let new = try Documents.description(
        Self.document(operations: operations, changed: true),
        named: "b.json"
      )
      times.append(
        ContinuousClock().measure {
          // One for each schema in requests and in answers, and two of what they share.
          #expect(ContractComparison(from: old, to: new).changes.count == operations * 2 + 2)
        }
      )
    }
    print("comparing 100, 1,000 and 10,000 operations: \(times)")
    #expect(times[2] < times[1] * 25 + .seconds(1))
  }

  static let hostile: [(String, JSON)] = {
    var deep: JSON = ["type": "string"]
    for _ in 0..<200 { deep = ["anyOf": [deep, ["type": "null"], ["type": "integer"]]] }
    let branches = (0..<300).map { number -> JSON in
      [
        "type": "object", "properties": .object([JSONMember("p\(number)", ["type": "string"])]),
        "required": [.string("p\(number)")],
      ]
    }
    let values = (0..<20_000).map { JSON.string("v\($0)") }
    return [
      ("deep", deep), ("wide", ["oneOf": .array(branches)]), ("values", ["enum": .array(values)]),
      ("all", ["allOf": .array(branches)]),
    ]
  }()

  @Test("hostile schemas end", arguments: hostile.indices)
  func bounded(_ index: Int) throws {
    let schema = Self.hostile[index].1
    let old = Documents.request(schema)
    let new = Documents.request(["anyOf": [schema, ["type": "boolean"]]])
    let time = try ContinuousClock().measure {
      #expect(try Documents.comparison(old, old).changes.isEmpty)
      _ = try Documents.comparison(old, new)
      _ = try Documents.comparison(new, old)
      _ = try Documents.comparison(old, old.replacing("string", with: "number"))
    }
    #expect(time < .seconds(20), "\(Self.hostile[index].0)")
  }

  @Test("schemas that lead into one another by many ways end")
  func lattice() throws {
    var schemas: [JSONMember] = []
    for number in 0..<60 {
      let next: JSON = ["$ref": .string("#/components/schemas/S\((number + 1) % 60)")]
      schemas.append(
        JSONMember(
          "S\(number)",
          [
            "anyOf": [
              ["type": "object", "properties": ["a": next, "b": next]],
              ["type": "array", "items": next],
            ]
          ]
        )
      )
    }
    let document: JSON = [
      "openapi": "3.1.0", "info": ["title": "A", "version": "1"],
      "paths": [
        "/a": [
          "post": [
            "requestBody": [
              "content": ["application/json": ["schema": ["$ref": "#/components/schemas/S0"]]]
            ]
          ]
        ]
      ],
      "components": ["schemas": .object(schemas)],
    ]
    let old = document.text()
    #expect(try Documents.comparison(old, old).changes.isEmpty)
    let new = old.replacing("\"array\",\"items\"", with: "\"array\",\"maxItems\":3,\"items\"")
    #expect(try Documents.comparison(old, new).level > .harmless)
  }
}
