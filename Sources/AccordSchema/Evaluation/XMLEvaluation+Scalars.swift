extension XMLEvaluation {
  /// Checks the text of an element that holds a string, a number or a boolean.
  mutating func evaluateScalar(
    at place: Int,
    _ schema: CompiledSchema,
    _ types: Schema.Types
  ) -> Bool {
    if let child = children(of: place).first {
      let name = tape.name(of: tape.entries[child])
      return fail("type", schema, child, .elementsInText(name))
    }
    return evaluate(text: tape.text(in: place), at: place, schema, types)
  }

  /// Checks a text: the content of an element or the value of an attribute.
  private mutating func evaluate(
    text: String,
    at place: Int,
    _ schema: CompiledSchema,
    _ types: Schema.Types
  ) -> Bool {
    let values = Self.values(of: text, types)
    guard let first = values.first else {
      if types.contains(.number), LexicalForm.isXSSpecial(LexicalForm.collapsed(text)) {
        return evaluate(special: text, at: place, schema)
      }
      let found = text.isEmpty ? Found(type: "an empty element") : .text(text)
      return fail("type", schema, place, .type(expected: types, found))
    }
    if !collects {
      return values.contains { value in Self.evidence(value, schema).isEmpty }
    }
    guard !values.dropFirst().contains(where: { Self.evidence($0, schema).isEmpty }) else {
      return true
    }
    let evidence = Self.evidence(first, schema)
    for (keyword, evidence) in evidence {
      _ = fail(keyword, schema, place, evidence)
    }
    return evidence.isEmpty
  }

  /// `INF`, `-INF` and `NaN` are values of `xs:double`; no limit on numbers holds for them.
  private mutating func evaluate(
    special text: String,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    guard schema.numbers.isEmpty, schema.values.isEmpty else {
      return fail("type", schema, place, .type(expected: .number, .text(text)))
    }
    return true
  }

  /// The values of these types that a text may stand for, the narrowest type first.
  private static func values(of text: String, _ types: Schema.Types) -> [JSON] {
    var values: [JSON] = []
    if types != .string {
      let collapsed = LexicalForm.collapsed(text)
      if types.contains(.boolean), let value = LexicalForm.xsBoolean(collapsed) {
        values.append(.boolean(value))
      }
      if types.contains(.number), let number = LexicalForm.xsNumber(collapsed) {
        values.append(.number(number))
      } else if types.contains(.integer), let number = LexicalForm.xsInteger(collapsed) {
        values.append(.number(number))
      }
    }
    if types.contains(.string) { values.append(.string(text)) }
    return values
  }

  /// What a value breaks.
  private static func evidence(
    _ value: JSON,
    _ schema: CompiledSchema
  ) -> [(keyword: String, evidence: Evidence)] {
    var evidence: [(keyword: String, evidence: Evidence)] = []
    for keyword in schema.values where !keyword.admitted.contains(value) {
      evidence.append((keyword.keyword, keyword.finding(Found(value))))
    }
    switch value {
    case .number(let number):
      for keyword in schema.numbers {
        if let finding = keyword.finding(number) { evidence.append((keyword.keyword, finding)) }
      }
    case .string(let text):
      for keyword in schema.strings {
        if let finding = keyword.finding(text, inXML: true) {
          evidence.append((keyword.keyword, finding))
        }
      }
    default:
      break
    }
    return evidence
  }

  /// Checks the value of an attribute.
  mutating func evaluate(
    attribute text: String,
    _ index: Program.Index,
    at place: Int
  ) -> Bool {
    let schema = program.schemas[index]
    if let boolean = schema.boolean {
      return boolean || fail("", schema, place, .nothingAllowed(.text(text)))
    }
    let types = schema.types.subtracting([.null, .array, .object])
    return evaluate(text: text, at: place, schema, types)
  }
}
