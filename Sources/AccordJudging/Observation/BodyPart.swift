import AccordModel
import AccordSchema

/// One value of a body that was held to a schema: the whole body, or one of its rows.
struct BodyPart: Sendable {
  /// The number of the row, counted from one; `nil` for the whole body.
  var row: Int?

  /// What was found.
  var check: SchemaCheck

  /// The place.
  var place: Violation.Place { .body(row: row, path: .root) }
}

extension Observation {
  /// The values of the body, each held to a schema; of rows, those in which something was found,
  /// until there is more than the limits collect.
  func parts(of schema: Schema, for owner: String) throws(Hindrance) -> [BodyPart] {
    guard body.isReadable else { return [] }
    let check = AnswerContent.Check(schema: schema.identity, rows: rowsPointer, limits: limits)
    return try memory.parts(check) { () throws(Hindrance) in
      try findParts(of: schema, for: owner)
    }
  }

  private func findParts(of schema: Schema, for owner: String) throws(Hindrance) -> [BodyPart] {
    switch body {
    case .json(let document):
      let validator = try validator(of: schema, for: owner)
      return [BodyPart(check: SchemaCheck(validator.validate(document), within: limits))]
    case .xml(let document):
      let validator = try validator(of: schema, for: owner)
      return [BodyPart(check: SchemaCheck(validator.validate(document), within: limits))]
    case .jsonLines(let lines):
      return try parts(of: lines.documents, schema, owner)
    case .lexical(let body):
      return try parts(of: body, schema, owner)
    case .empty, .unchecked, .malformed:
      return []
    }
  }

  private func parts(
    of rows: [JSONDocument],
    _ schema: Schema,
    _ owner: String
  ) throws(Hindrance) -> [BodyPart] {
    guard let pointer = rowsPointer else {
      let validator = try validator(of: schema, for: owner)
      guard let row = rows.first, rows.count == 1 else { return [] }
      return [BodyPart(check: SchemaCheck(validator.validate(row), within: limits))]
    }
    let validator = try validator(of: schema.items(at: pointer) ?? .any, for: owner)
    var parts: [BodyPart] = []
    var count = 0
    for (number, row) in rows.enumerated() where count <= limits.violations {
      let check = SchemaCheck(validator.validate(row), within: limits)
      count += check.count
      if check.count > 0 { parts.append(BodyPart(row: number + 1, check: check)) }
    }
    return parts
  }

  private func parts(
    of body: LexicalBody,
    _ schema: Schema,
    _ owner: String
  ) throws(Hindrance) -> [BodyPart] {
    guard let pointer = rowsPointer else {
      guard let value = body.values.first, body.values.count == 1 else { return [] }
      return [
        BodyPart(
          check: SchemaCheck(
            try body.violations(in: value, of: schema, for: owner, limits),
            within: limits
          )
        )
      ]
    }
    let items = schema.items(at: pointer) ?? .any
    return try body.violations(of: items, for: owner, limits, moreThan: limits.violations)
      .map { BodyPart(row: $0.row, check: SchemaCheck($0.violations, within: limits)) }
  }

  /// The list whose items the rows of the body are; `nil` where the body is one value.
  var rowsPointer: JSONPointer? {
    guard case .rows(_, let pointer)? = answeredResponse?.content else { return nil }
    switch body {
    case .jsonLines(let lines):
      return Rows.isWhole(lines.documents, listAt: pointer) ? nil : pointer
    case .lexical(let body): return body.isRows(ofListAt: pointer) ? pointer : nil
    default: return nil
    }
  }

  /// How many rows a body has that is written as rows or as one.
  var rowCount: Int? {
    switch body {
    case .jsonLines(let lines): lines.documents.count
    case .lexical(let body): body.values.count
    default: nil
    }
  }
}
