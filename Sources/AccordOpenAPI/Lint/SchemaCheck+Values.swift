import AccordSchema

extension SchemaCheck {
  /// How many schemas are compiled for the values that stand beside them.
  private static let mostCompiled = 5000

  /// Examples and defaults that their schemas do not admit.
  ///
  /// An example should conform; a default must before OpenAPI 3.1, and should since.
  func values(_ schemas: [DescriptionNode]) -> [DescriptionProblem] {
    var check = ValueCheck(schemas: self.schemas, most: Self.mostCompiled)
    for schema in schemas where schema.kind == .object {
      guard schema["$ref"] == nil || !isBefore31 else { continue }
      if let value = schema["default"] {
        check.hold(value, to: schema, isBefore31 ? .error : .warning, as: .defaultValue)
      }
      if let value = schema["example"] { check.hold(value, to: schema) }
      guard !isBefore31 else { continue }
      for value in schema["examples"]?.items ?? [] { check.hold(value, to: schema) }
    }
    for found in survey.parts {
      let node = found.node
      switch found.part {
      case .parameter, .header, .mediaType:
        guard let schema = node["schema"] else { continue }
        let isText = found.part == .mediaType && !Self.isJSON(node.pointer.tokens.last ?? "")
        for value in Self.examples(of: node) where !isText || value.kind != .string {
          check.hold(value, to: schema)
        }
      case .response where description.kind == .swagger20:
        guard let schema = node["schema"] else { continue }
        for (name, value) in node["examples"]?.members ?? [] where Self.isJSON(name) {
          check.hold(value, to: schema)
        }
      default: continue
      }
    }
    return check.problems
  }

  /// The values of the examples that stand beside a schema.
  private static func examples(of node: DescriptionNode) -> [DescriptionNode] {
    var values = [node["example"]].compactMap(\.self)
    for (_, example) in node["examples"]?.members ?? [] {
      guard let example = try? example.resolved() else { continue }
      values += [example["value"], example["dataValue"]].compactMap(\.self)
    }
    return values
  }

  /// Whether a media type is JSON, so that a string is one and no text in another format.
  private static func isJSON(_ mediaType: String) -> Bool {
    let essence = mediaType.split(separator: ";").first.map(String.init)?.lowercased() ?? ""
    return essence == "application/json" || essence.hasSuffix("+json")
  }
}

/// Holds values to schemas, each of which is compiled once.
private struct ValueCheck {
  let schemas: DescriptionSchemas
  /// How many schemas are compiled.
  let most: Int
  var problems: [DescriptionProblem] = []
  private var validators: [DescriptionLibrary.Place: SchemaValidator?] = [:]

  enum Role {
    case example, defaultValue
  }

  init(schemas: DescriptionSchemas, most: Int) {
    self.schemas = schemas
    self.most = most
  }

  mutating func hold(
    _ value: DescriptionNode,
    to schema: DescriptionNode,
    _ severity: DescriptionProblem.Severity = .warning,
    as role: Role = .example
  ) {
    guard let validator = validator(of: schema) else { return }
    for violation in validator.validate(value.json).flatMap(\.tellingCauses)
    where !violation.isUndecided {
      let pointer = violation.path.pointer ?? value.pointer
      guard let entry = value.document.entry(at: pointer) else { continue }
      if case .missingMember(let name) = violation.evidence,
        isOneWay(name, violation.schemaLocation, in: value.library)
      {
        continue
      }
      let place = DescriptionLibrary.Place(document: value.place.document, entry: entry)
      let node = DescriptionNode(value.library, place, at: pointer)
      let expected = violation.expected
      let actual = violation.actual
      problems.append(
        node.problem(
          severity,
          role == .example
            ? .example(expected: expected, actual: actual)
            : .defaultValue(expected: expected, actual: actual)
        )
      )
    }
  }

  private mutating func validator(of schema: DescriptionNode) -> SchemaValidator? {
    if let known = validators[schema.place] { return known }
    guard validators.count < most else { return nil }
    // One that cannot be compiled is told elsewhere.
    let validator = try? SchemaValidator(schemas.schema(at: schema, formats: .assertion))
    validators[schema.place] = .some(validator)
    return validator
  }

  /// Whether a member travels one way only, so that an example of the other way lacks it.
  private func isOneWay(
    _ name: String,
    _ location: String,
    in library: DescriptionLibrary
  ) -> Bool {
    guard let mark = location.firstIndex(of: "#"),
      let number = library.documents.firstIndex(where: { $0.uri == location[..<mark] }),
      let schema = JSONPointer(parsing: String(location[location.index(after: mark)...]))?.parent,
      let entry = library.documents[number].entry(
        at: schema.appending("properties").appending(name)
      )
    else { return false }
    let place = DescriptionLibrary.Place(document: number, entry: entry)
    let member = DescriptionNode(library, place, at: schema)
    let declared = (try? member.resolved()) ?? member
    return [member, declared].contains {
      $0["readOnly"]?.boolean == true || $0["writeOnly"]?.boolean == true
    }
  }
}
