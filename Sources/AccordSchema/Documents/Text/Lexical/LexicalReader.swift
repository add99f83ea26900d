/// Reads values whose scalars are texts as JSON of the types that a schema declares, and holds them
/// to it.
///
/// A text is a lexical value of the declared type, as in XML: `12` is an integer where one is
/// wanted, and a text that is not of the type stays a string, so that the schema refuses it.
package final class LexicalReader {
  private let shape: LexicalShape
  private let validator: SchemaValidator

  /// Prepares a schema; one that cannot mean anything is refused.
  package init(
    _ schema: Schema,
    limits: ValidationLimits = .default
  ) throws(SchemaError) {
    validator = try SchemaValidator(schema, limits: limits)
    shape = LexicalShape(schema)
  }

  init(_ validator: SchemaValidator) {
    self.validator = validator
    shape = LexicalShape(validator.schema)
  }

  /// The value as JSON.
  ///
  /// The depth of the calls is bounded by the depth to which documents are read.
  package func json(_ value: LexicalValue) -> JSON { json(value, shape) }

  /// The violations in a value, in the order of its text.
  package func violations(
    in value: LexicalValue,
    _ index: inout SourceIndex
  ) -> [SchemaViolation] {
    validator.kept(found(in: value, &index))
  }

  /// What is found in a value, one violation beyond the limit included.
  func found(in value: LexicalValue, _ index: inout SourceIndex) -> [SchemaViolation] {
    let found = validator.found(in: json(value))
    guard !found.isEmpty else { return [] }
    let expanded = value.expanded
    return found.map { $0.placed(in: expanded, &index) }
  }
}

// MARK: - Types

extension LexicalReader {
  private func json(_ value: LexicalValue, _ shape: LexicalShape) -> JSON {
    if case .text(let text) = value.content, shape.types.isDisjoint(with: .scalars) {
      let structured = value.structured
      if case .text = structured.content { return unstructured(text, shape) }
      return json(structured, shape)
    }
    switch value.content {
    case .text(let text):
      return scalar(text, shape)
    case .list(let elements):
      return .array(elements.enumerated().map { json($0.element, shape.item($0.offset)) })
    case .map(let members):
      return .object(self.members(members, value, shape))
    case .value(let json):
      return json
    }
  }

  private func members(
    _ members: [LexicalMember],
    _ value: LexicalValue,
    _ shape: LexicalShape
  ) -> [JSONMember] {
    var result: [JSONMember] = []
    for member in members {
      let inner = shape.member(member.name)
      if case .text(let text) = member.value.content, text.isNothing {
        // What must be there gets a value below, or stays the empty text that it is.
        guard let absent = absent(inner, isRequired: shape.requires(member.name)) else { continue }
        result.append(JSONMember(member.name, absent))
      } else {
        result.append(JSONMember(member.name, json(member.value, inner)))
      }
    }
    guard value.leavesOutDefaults else { return result }
    for member in shape.required
    where !members.contains(where: { $0.name.isIdentical(to: member.name) }) {
      // An empty text says that there is nothing that may be left out.
      guard let value = absent(shape.member(member.name), isRequired: true), value != "" else {
        continue
      }
      result.append(JSONMember(member.name, value))
    }
    return result
  }

  /// What stands for no value: `null`, the GUID of zeros that .NET leaves out, nothing, or an empty
  /// text.
  private func absent(_ shape: LexicalShape, isRequired: Bool) -> JSON? {
    if shape.types.contains(.null) { return .null }
    guard isRequired else { return nil }
    return shape.isGUID ? .string(Self.zeroGUID) : ""
  }

  private static let zeroGUID = "00000000-0000-0000-0000-000000000000"

  /// The value of a text of the narrowest type that the schema admits.
  private func scalar(_ text: LexicalText, _ shape: LexicalShape) -> JSON {
    if text.isNothing, shape.types.contains(.null) { return .null }
    guard shape.types != .string, shape.types != .all else { return .string(text.value) }
    let collapsed = LexicalForm.collapsed(text.value)
    var values: [JSON] = []
    if shape.types.contains(.boolean), collapsed.utf8.count <= 5,
      let value = LexicalForm.xsBoolean(collapsed.lowercased())
    {
      values.append(.boolean(value))
    }
    if shape.types.contains(.number), let number = LexicalForm.xsNumber(collapsed) {
      values.append(.number(number))
    } else if shape.types.contains(.integer), let number = LexicalForm.xsInteger(collapsed) {
      values.append(.number(number))
    }
    if shape.types.contains(.string) { values.append(.string(text.value)) }
    guard values.count > 1 else { return values.first ?? .string(text.value) }
    return values.first(where: shape.admits) ?? values[0]
  }

  /// A text where a list or a map is wanted; a form may write a list with commas.
  private func unstructured(_ text: LexicalText, _ shape: LexicalShape) -> JSON {
    if text.isNothing, shape.types.contains(.null) { return .null }
    guard text.writing == .encoded, shape.types.contains(.array) else {
      return .string(text.value)
    }
    let parts = text.value.unicodeScalars
      .split(separator: ",", omittingEmptySubsequences: text.value.isEmpty)
    return .array(
      parts.enumerated().map { index, part in
        scalar(LexicalText(value: String(part), writing: .encoded), shape.item(index))
      }
    )
  }
}

extension Schema.Types {
  /// The types whose values are texts.
  fileprivate static let scalars: Self = [.boolean, .integer, .number, .string]
}

// MARK: - Places

extension LexicalValue {
  /// The value with the lists and maps that its fields hold.
  fileprivate var expanded: LexicalValue {
    guard case .map(let members) = content else { return self }
    return LexicalValue(
      .map(members.map { LexicalMember(name: $0.name, value: $0.value.structured) }),
      atByte: byte,
      leavesOutDefaults: leavesOutDefaults
    )
  }
}

extension SchemaViolation {
  /// The violation with its place in a text.
  fileprivate func placed(in value: LexicalValue, _ index: inout SourceIndex) -> SchemaViolation {
    let position = index.position(ofByte: value.byte(onTheWayTo: path.pointer ?? .root))
    var placed: [SchemaViolation] = []
    for cause in causes { placed.append(cause.placed(in: value, &index)) }
    return SchemaViolation(
      keyword: keyword,
      path: path,
      schemaLocation: schemaLocation,
      position: position,
      causes: placed,
      evidence: evidence
    )
  }
}
