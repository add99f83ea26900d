import AccordSchema

extension SchemaCheck {
  /// What OpenAPI says of keywords beyond what schemas of JSON Schema are.
  func oddities(_ schemas: [DescriptionNode]) -> [DescriptionProblem] {
    schemas.flatMap { schema -> [DescriptionProblem] in
      guard schema.kind == .object else { return [] }
      // Before OpenAPI 3.1 what stands beside a reference is ignored.
      guard schema["$ref"] == nil || !isBefore31 else { return [] }
      return withoutItems(schema) + neitherWay(schema) + repeatedValues(schema)
    }
  }

  /// `items` must be there beside the type `array` (OpenAPI 3.0, section 4.7.24.1; Swagger 2.0,
  /// "Parameter Object"); since 3.1 it need not.
  private func withoutItems(_ schema: DescriptionNode) -> [DescriptionProblem] {
    guard isBefore31, schema["items"] == nil, let type = schema["type"], type.text == "array" else {
      return []
    }
    return [type.problem(.error, .noItems)]
  }

  /// `readOnly` and `writeOnly` must not both be true (OpenAPI 3.0, section 4.7.24.2).
  private func neitherWay(_ schema: DescriptionNode) -> [DescriptionProblem] {
    guard schema["readOnly"]?.boolean == true, let other = schema["writeOnly"],
      other.boolean == true
    else { return [] }
    return [other.problem(isBefore31 ? .error : .warning, .neitherWay)]
  }

  /// The values of `enum` should differ (JSON Schema validation, section 6.1.2); the official schema of
  /// Swagger 2.0 says so itself.
  private func repeatedValues(_ schema: DescriptionNode) -> [DescriptionProblem] {
    guard description.kind != .swagger20, let values = schema["enum"]?.items else { return [] }
    var known: Set<JSON> = []
    return values.compactMap { value in
      known.insert(value.value).inserted
        ? nil : value.problem(.warning, .repeatedValue(value.value.text()))
    }
  }

  /// Parameters and headers of Swagger 2.0, among whose members a schema stands.
  func swaggerParameters() -> [DescriptionProblem] {
    guard description.kind == .swagger20 else { return [] }
    var problems: [DescriptionProblem] = []
    for found in survey.parts where found.part == .parameter || found.part == .header {
      let node = found.node
      guard node["in"]?.text != "body" else { continue }
      problems += withoutItems(node)
      guard let value = node["default"],
        let schema = try? Schema(
          loading: SwaggerSchema.schema(of: node.value),
          draft: .draft4,
          formats: .assertion
        ),
        let violation = (try? SchemaValidator(schema))?.validate(value.value).first
      else { continue }
      problems.append(
        value.problem(
          .error,
          .defaultValue(expected: violation.expected, actual: violation.actual)
        )
      )
    }
    return problems
  }
}
