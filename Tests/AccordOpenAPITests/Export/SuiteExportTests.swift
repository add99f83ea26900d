import AccordModel
import AccordSchema
import Foundation
import HTTPTypes
import Testing

@testable import AccordOpenAPI

/// Suites as OpenAPI documents.
@Suite struct SuiteExportTests {
  /// A suite with a bit of everything that OpenAPI has a word for.
  static let pets = ContractSuite(
    "pets",
    name: "Pets",
    "Keeps pets.",
    credential: .token("PETS_API_KEY", in: .header("X-Key")),
    formats: [.json, .problemJSON],
    contracts: [
      Contract(
        "keep-pet",
        "Keeps a pet.",
        name: "keepPet",
        document: "pets.txt",
        routes: [.put("/pets/{id}")],
        credential: .required(missing: .status(.unauthorized), invalid: .status(.unauthorized)),
        parameters: [
          .parameter("id", .integer(in: 1...), in: [.path], required: true, "The pet."),
          .parameter("tags", .array(of: .string), in: [.query], required: false, explode: false),
        ],
        body: .body(.object([.required("name", .string), .optional("age", .integer)])),
        responses: [
          .status(
            .ok,
            .payload(.object([.required("id", .integer)])),
            in: ["json"],
            headers: [.required("ETag", .string)]
          )
        ],
        otherwise: [
          .status(
            .notFound,
            .payload(.object([.required("title", .string)])),
            in: ["problem"],
            name: "missing"
          ),
          .default(.payload(.object([.optional("title", .string)])), in: ["problem"]),
        ],
        examples: [.example("usual", path: ["id": 7], body: ["name": "Rex"])],
        notes: ["The document says that it is deprecated.", "Tags: pets, keepers."]
      )
    ]
  )

  @Test("what OpenAPI has a word for is said in it")
  func document() throws {
    let document = try Self.pets.openAPI().document
    let operation = document["paths"]?["/pets/{id}"]?["put"]
    #expect(operation?["operationId"] == "keepPet")
    #expect(operation?["deprecated"] == true)
    #expect(operation?["tags"] == ["pets", "keepers"])
    #expect(operation?["security"] == [["api-key": []]])
    #expect(
      document["components"]?["securitySchemes"]?["api-key"]
        == ["type": "apiKey", "in": "header", "name": "X-Key"]
    )
    #expect(
      operation?["requestBody"]?["content"]?["application/json"]?["examples"]?["usual"] == [
        "value": ["name": "Rex"]
      ]
    )
    #expect(operation?["responses"]?.members?.map(\.key) == ["200", "404", "default"])
    #expect(operation?["responses"]?["200"]?["headers"]?["ETag"]?["required"] == true)
  }

  @Test("the official schema and the checks accept it", arguments: OpenAPIExport.Version.allCases)
  func valid(_ version: OpenAPIExport.Version) throws {
    let text = try Self.pets.openAPI(version).document.bytes(indented: true)
    let description = try Description(parsing: text, named: "pets.json")
    #expect(description.problems.filter { $0.severity == .error }.map(\.line) == [])
  }

  @Test("OpenAPI 3.0 says types, limits and references in its own words")
  func early() {
    let rows: [(JSON, JSON, [String])] = [
      (["type": ["string", "null"]], ["type": "string", "nullable": true], []),
      (["const": 1], ["enum": [1]], []),
      (
        ["type": "integer", "exclusiveMinimum": 0],
        ["type": "integer", "minimum": 0, "exclusiveMinimum": true], []
      ),
      (["type": "array"], ["type": "array", "items": [:]], []),
      (
        ["$ref": "#/components/schemas/A", "description": "d"],
        ["allOf": [["$ref": "#/components/schemas/A"]], "description": "d"], []
      ),
      (["prefixItems": [true]], ["x-accord-prefixItems": [true]], ["prefixItems"]),
      (
        ["type": ["string", "integer"]], ["anyOf": [["type": "string"], ["type": "integer"]]], []
      ),
    ]
    for (schema, expected, unsaid) in rows {
      var writer = EarlySchemaWriter()
      #expect(writer.schema(schema) == expected)
      #expect(writer.unsaid == unsaid)
    }
  }

  static let documents =
    OpenAPISuite.documents(in: "examples")
    + OpenAPISuite.documents(in: "museum")

  @Test(
    "what is exported of an imported suite makes a suite that is exported as it was",
    .enabled(if: OpenAPISuite.folder != nil, "\(OpenAPISuite.isAbsent)"),
    arguments: documents
  )
  func roundTrip(_ path: String) throws {
    guard let imported = try? ImportedSuite(openAPI: path) else { return }
    // Of the first round the draft of schemas and the lists of names differ; what it makes stays as it is.
    var suite = imported.suite
    for version in [OpenAPIExport.Version.v31, .v30] {
      let first = try Self.again(suite, version)
      #expect(first.suite.contracts.map(\.id) == suite.contracts.map(\.id), "\(path)")
      #expect(first.suite.formats == suite.formats, "\(path)")
      let second = try Self.again(first.suite, version)
      #expect(second.differences(from: first.suite) == [], "\(path)")
      suite = first.suite
    }
  }

  static func again(
    _ suite: ContractSuite,
    _ version: OpenAPIExport.Version
  ) throws -> ImportedSuite {
    let export = try suite.openAPI(version)
    let description = try Description(
      parsing: export.document.bytes(indented: true),
      named: "export.json"
    )
    #expect(description.problems.filter { $0.severity == .error }.map(\.line) == [])
    return try ImportedSuite(of: description)
  }
}
