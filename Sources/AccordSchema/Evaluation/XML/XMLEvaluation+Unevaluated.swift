extension XMLEvaluation {
  /// Applies `unevaluatedProperties` or `unevaluatedItems` after all other keywords (core, section
  /// 11).
  mutating func applyWithUnevaluated(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let index: Program.Index? =
      switch reading {
      case .object: schema.unevaluatedProperties
      case .array, .bare: schema.unevaluatedItems
      default: nil
      }
    guard let index else { return applyKeywords(schema, reading, at: place, naming) }
    let outer = marks.begin(count: childCount(of: reading, at: place))
    var valid = applyKeywords(schema, reading, at: place, naming)
    if valid || continues {
      valid = applyUnmarked(reading, at: place, index, schema) && valid
    }
    marks.end(outer: outer, holds: valid)
    return valid
  }

  private mutating func applyUnmarked(
    _ reading: XMLReading,
    at place: Int,
    _ index: Program.Index,
    _ schema: CompiledSchema
  ) -> Bool {
    let region = marks.suspend()
    defer { marks.resume(region) }
    var isObject = false
    if case .object = reading { isObject = true }
    let isForbidden = program.schemas[index].boolean == false
    var valid = true
    for (number, child) in unevaluable(of: reading, at: place).enumerated()
    where !marks.isMarked(number, of: region) {
      // Attributes of other namespaces are no members.
      if tape.isAttribute(child), tape.attributeName(child).namespace != nil { continue }
      marks.mark(number, of: region)
      if isObject, isForbidden {
        let evidence = undeclared(child)
        valid = fail("unevaluatedProperties", schema, child, evidence)
      } else {
        valid = evaluate(index, at: child) && valid
      }
      guard valid || continues else { return false }
    }
    return valid
  }

  private func undeclared(_ place: Int) -> Evidence {
    tape.isAttribute(place)
      ? .undeclaredAttribute(tape.attributeName(place))
      : .undeclaredElement(tape.name(of: tape.entries[place]))
  }

  /// The children that can be marked: the elements and then the attributes of an object, the items
  /// of a list.
  private func unevaluable(of reading: XMLReading, at place: Int) -> [Int] {
    switch reading {
    case .object: tape.children(of: place) + tape.attributePlaces(of: place)
    case .array: tape.children(of: place)
    case .bare(let items): items
    default: []
    }
  }

  /// The number of children that can be marked.
  func childCount(of reading: XMLReading, at place: Int) -> Int {
    unevaluable(of: reading, at: place).count
  }
}
