import AccordOpenAPI
import AccordSchema

@testable import AccordComparing

/// Documents for tests, made of what differs in them.
enum Documents {
  /// A description in YAML.
  static func description(_ text: String, named name: String = "api.yaml") throws -> Description {
    try Description(parsing: Array(text.utf8), named: name)
  }

  /// What changed between two texts.
  static func comparison(
    _ old: String,
    _ new: String,
    policy: ComparisonPolicy = ComparisonPolicy(),
    named names: (String, String) = ("old.yaml", "new.yaml")
  ) throws -> ContractComparison {
    ContractComparison(
      from: try description(old, named: names.0),
      to: try description(new, named: names.1),
      policy: policy
    )
  }

  /// A document in which a schema is that of a request.
  static func request(
    _ schema: JSON,
    openapi: String = "3.1.0",
    type: String = "application/json"
  )
    -> String
  {
    document(
      [
        "requestBody": [
          "required": true, "content": .object([JSONMember(type, ["schema": schema])]),
        ]
      ],
      openapi
    )
  }

  /// A document in which a schema is that of an answer.
  static func response(
    _ schema: JSON,
    openapi: String = "3.1.0",
    type: String = "application/json"
  )
    -> String
  {
    let content: JSON = .object([JSONMember(type, ["schema": schema])])
    return document(["responses": ["200": ["description": "ok", "content": content]]], openapi)
  }

  /// A document in which a schema is that of a parameter.
  static func parameter(_ schema: JSON, openapi: String = "3.1.0") -> String {
    document(["parameters": [["name": "q", "in": "query", "schema": schema]]], openapi)
  }

  static func document(_ operation: JSON, _ openapi: String) -> String {
    let document: JSON = [
      "openapi": .string(openapi), "info": ["title": "A", "version": "1.0.0"],
      "paths": ["/a": ["post": operation]],
    ]
    return document.text(indented: true)
  }

  static func json(_ text: String) throws -> JSON {
    try JSONDocument(parsing: Array(text.utf8)).root.value
  }
}
