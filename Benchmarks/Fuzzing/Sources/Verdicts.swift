/// The promises of a validator, whatever the document.
enum Verdicts {
  static func check(_ validator: SchemaValidator, _ document: JSONDocument) {
    let admits = validator.admits(document)
    let violations = validator.validate(document)
    expect(violations.isEmpty == admits, "the verdict is that of the evidence")
    check(violations, in: document.bytes.count)
    let flag = validator.output(.flag, for: document)
    expect(flag["valid"] == .boolean(admits), "the output flag is the verdict")
    let basic = validator.output(.basic, for: document)
    expect(basic["valid"] == .boolean(admits), "the basic output is the verdict")
    // Where a name stands twice, a pointer leads to the first.
    guard document.notices.isEmpty else { return }
    for violation in violations.prefix(8) {
      expect(
        JSONPointer(parsing: violation.instanceLocation).map { document.root[$0] != nil } == true,
        "a violation is at a place of the document: \(violation.instanceLocation)"
      )
    }
  }

  static func check(_ validator: SchemaValidator, _ document: XMLDocument, bytes: Int) {
    let admits = validator.admits(document)
    let violations = validator.validate(document)
    expect(violations.isEmpty == admits, "the verdict is that of the evidence")
    check(violations, in: bytes)
  }

  private static func check(_ violations: [SchemaViolation], in count: Int) {
    expect(violations.count <= 1000, "at most a thousand violations are kept")
    var last = 0
    for violation in violations {
      guard let position = violation.position else {
        fatalError("broken promise: a violation has a position")
      }
      expect(position.byte >= last, "violations are in the order of the document")
      expect(position.byte <= count, "violations are inside the document")
      expect(!violation.message.isEmpty, "a violation has a message")
      last = position.byte
    }
  }
}

/// Schemas that say something of most documents.
enum FuzzSchemas {
  static let validators: [SchemaValidator] = schemas.compactMap { try? SchemaValidator($0) }

  private static let tree = #"""
    {"$defs": {"node": {"anyOf": [
      {"type": ["null", "boolean", "string"], "maxLength": 3},
      {"type": "number", "multipleOf": 0.5, "minimum": -4, "exclusiveMaximum": 1e3},
      {"type": "array", "items": {"$ref": "#/$defs/node"}, "uniqueItems": true, "maxItems": 4},
      {"type": "object", "required": ["a"], "additionalProperties": {"$ref": "#/$defs/node"},
        "patternProperties": {"^x": {"type": "integer"}}, "propertyNames": {"maxLength": 4}}]}},
     "$ref": "#/$defs/node"}
    """#

  private static let unevaluated = #"""
    {"oneOf": [{"properties": {"a": {"const": 1}}}, {"properties": {"b": {"enum": [[], {}, 2]}}}],
     "prefixItems": [{"type": "integer"}], "contains": {"type": "string"},
     "if": {"minProperties": 2}, "then": {"dependentRequired": {"a": ["b"]}},
     "unevaluatedProperties": {"format": "date"}, "unevaluatedItems": false}
    """#

  private static let schemas: [Schema] =
    [tree, unevaluated].compactMap { text in
      guard let value = try? JSONDocument(parsing: text).root.value else { return nil }
      return try? Schema(loading: value, formats: .assertion)
    } + [
      .object([
        .required("a", .integer), .optional("b", .array(of: .string)),
        .optional("c", .boolean.nullable),
      ]).titled("a"),
      .object([.required("b", .dateTime), .optional("a", .number)]).titled("a")
        .xml(namespace: "u", order: .dataContract),
    ]
}
