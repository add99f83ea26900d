extension XMLEvaluation {
  /// Applies the keywords that speak of arrays to the items of a list.
  mutating func applyItems(
    _ items: [Int],
    naming: Naming,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    guard let keywords = schema.array else { return true }
    var valid = true
    if let (keyword, evidence) = keywords.findings(count: items.count) {
      valid = fail(keyword, schema, place, evidence)
      guard continues else { return false }
    }
    if keywords.speaksOfItems {
      valid = evaluate(items, keywords, naming, at: place, schema) && valid
      guard valid || continues else { return false }
    }
    if keywords.uniqueItems {
      let values = items.enumerated().map { value(of: $1, as: keywords.schema(ofItem: $0)) }
      if let evidence = ArrayKeywords.repeated(values) {
        valid = fail("uniqueItems", schema, place, evidence)
      }
    }
    return valid
  }

  private mutating func evaluate(
    _ items: [Int],
    _ keywords: ArrayKeywords,
    _ naming: Naming,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    var matching = 0
    let marking = marks.suspend()
    defer { marks.resume(marking) }
    for (number, item) in items.enumerated() {
      if let index = keywords.schema(ofItem: number) {
        marks.mark(number, of: marking)
        valid = evaluate(item: item, index, naming) && valid
        guard valid || continues else { return false }
      }
      if let contains = keywords.contains, isAdmitted(item, by: contains) {
        matching += 1
        if keywords.containsEvaluates { marks.mark(number, of: marking) }
      }
    }
    if keywords.contains != nil, let (keyword, evidence) = keywords.findings(matching: matching) {
      valid = fail(keyword, schema, place, evidence)
    }
    return valid
  }

  /// Checks one item; that of a list with an element of its own has a name to keep.
  private mutating func evaluate(
    item: Int,
    _ index: Program.Index,
    _ naming: Naming
  ) -> Bool {
    let schema = program.schemas[index]
    if naming == .stated, schema.xml.name == nil, let name = schema.xml.itemName,
      !hasName(name, item, schema)
    {
      return false
    }
    return evaluate(index, at: item, naming: naming)
  }

  /// Says whether a schema that only answers yes or no admits an element.
  private mutating func isAdmitted(_ place: Int, by index: Program.Index) -> Bool {
    let mode = collects
    collects = false
    defer { collects = mode }
    return evaluate(index, at: place)
  }
}
