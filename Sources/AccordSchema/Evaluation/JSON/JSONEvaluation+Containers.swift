extension JSONEvaluation {
  /// Applies the keywords that speak of arrays.
  mutating func evaluate(
    _ keywords: ArrayKeywords,
    of entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = hasFittingCount(keywords, at: place, schema)
    guard valid || continues else { return false }
    if keywords.speaksOfItems {
      valid = evaluateItems(keywords, of: entry, at: place, schema) && valid
      guard valid || continues else { return false }
    }
    return (!keywords.uniqueItems || hasDistinctItems(at: place, schema)) && valid
  }

  private mutating func hasFittingCount(
    _ keywords: ArrayKeywords,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    guard let (keyword, evidence) = keywords.findings(count: count(place)) else { return true }
    return fail(keyword, schema, place, evidence)
  }

  private mutating func hasDistinctItems(at place: Int, _ schema: CompiledSchema) -> Bool {
    guard case .array(let items) = tape.value(at: place),
      let evidence = ArrayKeywords.repeated(items)
    else { return true }
    return fail("uniqueItems", schema, place, evidence)
  }

  private mutating func evaluateItems(
    _ keywords: ArrayKeywords,
    of entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    var number = 0
    var matching = 0
    var child = place + 1
    let marking = marks.suspend()
    defer { marks.resume(marking) }
    while child < Int(entry.next) {
      if let index = keywords.schema(ofItem: number) {
        marks.mark(number, of: marking)
        if !evaluate(index, at: child) {
          valid = false
          guard continues else { return false }
        }
      }
      if let contains = keywords.contains, trial(contains, at: child) {
        matching += 1
        if keywords.containsEvaluates { marks.mark(number, of: marking) }
      }
      number += 1
      child = Int(tape.entries[child].next)
    }
    if keywords.contains != nil, let (keyword, evidence) = keywords.findings(matching: matching) {
      valid = fail(keyword, schema, place, evidence)
    }
    return valid
  }

  /// Applies the keywords that speak of objects, in one pass over the members.
  mutating func evaluate(
    _ keywords: ObjectKeywords,
    of entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    var present = MemberSet()
    var number = 0
    var key = place + 1
    let marking = marks.suspend()
    defer { marks.resume(marking) }
    while key < Int(entry.next) {
      let known = keywords.members.place(of: tape.entries[key], in: tape)
      if let known { present.insert(known) }
      if marking.isActive, keywords.evaluates(tape.entries[key], known, in: tape) {
        marks.mark(number, of: marking)
      }
      if !evaluateMember(key, known, keywords, schema) {
        valid = false
        guard continues else { return false }
      }
      number += 1
      key = Int(tape.entries[key + 1].next)
    }
    marks.resume(marking)
    valid = hasRequired(keywords, present, at: place, schema) && valid
    guard valid || continues else { return false }
    guard keywords.hasDependencies else { return valid }
    valid = hasDependencies(keywords, present, at: place, schema) && valid
    guard valid || continues else { return false }
    return evaluateDependencies(keywords, present, at: place) && valid
  }

  /// Applies `required` (validation, section 6.5.3), `minProperties` and `maxProperties`.
  private mutating func hasRequired(
    _ keywords: ObjectKeywords,
    _ present: MemberSet,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for member in keywords.required where !present.contains(member) {
      valid = fail("required", schema, place, .missingMember(keywords.members.list[member].name))
      guard continues else { return false }
    }
    if let (keyword, evidence) = keywords.findings(count: count(place)) {
      valid = fail(keyword, schema, place, evidence)
    }
    return valid
  }

  /// Applies the schemas that the name of one member selects.
  private mutating func evaluateMember(
    _ key: Int,
    _ known: Int?,
    _ keywords: ObjectKeywords,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    var isDeclared = false
    if let known, let index = keywords.members.schema(at: known) {
      isDeclared = true
      valid = evaluate(index, at: key + 1)
    }
    if !keywords.patterns.isEmpty {
      var name = tape.string(tape.entries[key])
      for (pattern, index) in keywords.patterns {
        switch name.withUTF8({ pattern.matches(utf8: $0, &work) }) {
        case .doesNotMatch: continue
        case .gaveUp:
          let found = Found(.string(name))
          let evidence = Evidence.patternUndecided(pattern.source, found)
          return exhaust("patternProperties", schema, at: key + 1, evidence)
        case .matches:
          isDeclared = true
          valid = evaluate(index, at: key + 1) && valid
        }
      }
    }
    if !isDeclared {
      if keywords.additionalForbidden, record == nil {
        let name = tape.string(tape.entries[key])
        valid = fail("additionalProperties", schema, key + 1, .undeclaredMember(name)) && valid
      } else if let additional = keywords.additional {
        valid = evaluate(additional, at: key + 1) && valid
      }
    }
    if let names = keywords.names {
      valid = evaluate(names, at: key) && valid
    }
    return valid
  }

  /// Applies `dependentRequired` (validation, section 6.5.4).
  private mutating func hasDependencies(
    _ keywords: ObjectKeywords,
    _ present: MemberSet,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for dependency in keywords.dependentRequired
    where keywords.has(dependency.name, among: present) {
      for name in dependency.needs where !keywords.has(name, among: present) {
        valid = fail(
          dependency.keyword,
          schema,
          place,
          .missingDependency(name, of: dependency.name)
        )
        guard continues else { return false }
      }
    }
    return valid
  }

  /// Applies `dependentSchemas` (core, section 10.2.2.4).
  private mutating func evaluateDependencies(
    _ keywords: ObjectKeywords,
    _ present: MemberSet,
    at place: Int
  ) -> Bool {
    var valid = true
    for number in keywords.dependentSchemas.indices
    where keywords.has(keywords.dependentSchemas[number].name, among: present) {
      valid = evaluate(keywords.dependentSchemas[number].schema, at: place) && valid
      guard valid || continues else { return false }
    }
    return valid
  }
}
