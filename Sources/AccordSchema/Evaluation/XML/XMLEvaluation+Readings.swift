extension XMLEvaluation {
  /// Says whether one reading of an element or an attribute conforms to a schema of the program.
  mutating func apply(
    _ index: Program.Index,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let schema = program.schema(index)
    guard depth < program.limits.depth, applications > 0, !isExhausted else {
      return exhaust(schema, at: place)
    }
    applications -= 1
    depth += 1
    defer { depth -= 1 }
    if let resource = schema.resource, program.isDynamic, scope.last != resource {
      scope.append(resource)
      defer { scope.removeLast() }
      return applyAll(schema, reading, at: place, naming)
    }
    return applyAll(schema, reading, at: place, naming)
  }

  private mutating func applyAll(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    if let boolean = schema.boolean {
      return boolean || fail("", schema, place) { .nothingAllowed($0) }
    }
    if naming == .stated, let name = schema.xml.name, !hasName(name, place, schema) {
      return false
    }
    guard reading.isAdmitted(by: schema.types) else {
      return fail("type", schema, place) { .type(expected: schema.types.named(for: reading), $0) }
    }
    let reading = reading.decided(by: schema)
    return schema.speaksOfUnevaluated
      ? applyWithUnevaluated(schema, reading, at: place, naming)
      : applyKeywords(schema, reading, at: place, naming)
  }

  /// Applies all keywords but `unevaluatedProperties` and `unevaluatedItems`.
  mutating func applyKeywords(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let valid = applyOwn(schema, reading, at: place)
    guard valid || continues else { return false }
    return applyBranches(schema, reading, at: place, naming) && valid
  }

  /// Applies what speaks of the value itself.
  private mutating func applyOwn(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int
  ) -> Bool {
    let valid = schema.values.isEmpty || hasValue(schema, reading, at: place)
    guard valid || continues else { return false }
    // Objects are nested as deep as the document.
    if case .object = reading { return applyObject(schema, at: place) && valid }
    return applyContent(schema, reading, at: place) && valid
  }

  /// Applies the keywords that apply other schemas to the same value.
  private mutating func applyBranches(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    var valid = true
    for index in schema.branches.indices {
      valid = apply(schema.branches[index], schema, reading, at: place, naming) && valid
      guard valid || continues else { return false }
    }
    return valid
  }

  /// Applies the keywords that speak of the type of the value.
  private mutating func applyContent(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int
  ) -> Bool {
    switch reading {
    case .null, .boolean, .elements, .object:
      return true
    case .special:
      // No limit on numbers holds for them.
      guard schema.numbers.isEmpty, schema.values.isEmpty else {
        return fail("type", schema, place) { .type(expected: .number, $0) }
      }
      return true
    case .number(let number, _):
      return hasLimits(number, at: place, schema)
    case .string(let text):
      return hasForm(text, at: place, schema)
    case .array:
      let valid = hasNoText(place, schema)
      guard valid || continues else { return false }
      return applyItems(tape.children(of: place), naming: .stated, at: place, schema) && valid
    case .bare(let items):
      return applyItems(items, naming: .known, at: place, schema)
    }
  }

  private mutating func hasLimits(
    _ number: JSONNumber,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for keyword in schema.numbers {
      guard let evidence = keyword.finding(number, &work) else { continue }
      valid = fail(keyword.keyword, schema, place, orUndecided: evidence)
      guard continues else { return false }
    }
    return valid
  }

  private mutating func hasForm(
    _ text: String,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for keyword in schema.strings {
      guard let evidence = keyword.finding(text, inXML: true, &work) else { continue }
      valid = fail(keyword.keyword, schema, place, orUndecided: evidence)
      guard continues else { return false }
    }
    return valid
  }
}

extension Schema.Types {
  /// The types to name where none of them fits: nil is named only where it stands.
  fileprivate func named(for reading: XMLReading) -> Self {
    if case .null = reading { return self }
    return self == .null ? self : subtracting(.null)
  }
}
