extension XMLEvaluation {
  /// Applies the keywords that speak of arrays to the items of a list.
  mutating func applyItems(
    _ items: [Int],
    naming: Naming,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    guard let keywords = schema.array else { return true }
    // What is nested as deep as the document keeps its frames small.
    var valid = hasCount(items.count, keywords, place, schema)
    guard valid || continues else { return false }
    if keywords.speaksOfItems {
      valid = evaluate(items, keywords, naming, at: place, schema) && valid
      guard valid || continues else { return false }
    }
    return hasUniqueItems(items, keywords, place, schema) && valid
  }

  private mutating func hasCount(
    _ count: Int,
    _ keywords: ArrayKeywords,
    _ place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    guard let (keyword, evidence) = keywords.findings(count: count) else { return true }
    return fail(keyword, schema, place, evidence)
  }

  private mutating func hasUniqueItems(
    _ items: [Int],
    _ keywords: ArrayKeywords,
    _ place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    guard keywords.uniqueItems else { return true }
    let values = items.enumerated().map { value(of: $1, as: keywords.schema(ofItem: $0)) }
    guard let evidence = ArrayKeywords.repeated(values) else { return true }
    return fail("uniqueItems", schema, place, evidence)
  }

  private mutating func hasMatching(
    _ count: Int,
    _ keywords: ArrayKeywords,
    _ place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    guard keywords.contains != nil, let (keyword, evidence) = keywords.findings(matching: count)
    else { return true }
    return fail(keyword, schema, place, evidence)
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
    for number in items.indices {
      let item = items[number]
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
    return hasMatching(matching, keywords, place, schema) && valid
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
