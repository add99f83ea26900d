extension JSONEvaluation {
  /// Applies `unevaluatedProperties` or `unevaluatedItems` after all other keywords (core, section
  /// 11).
  mutating func evaluateWithUnevaluated(_ schema: CompiledSchema, at place: Int) -> Bool {
    let entry = tape.entries[place]
    let index: Program.Index? =
      switch entry.kind {
      case .object: schema.unevaluatedProperties
      case .array: schema.unevaluatedItems
      default: nil
      }
    guard let index else { return evaluateKeywords(schema, at: place) }
    let outer = marks.begin(count: count(place))
    var valid = evaluateKeywords(schema, at: place)
    if valid || continues {
      valid = evaluateUnmarked(of: entry, at: place, index, schema) && valid
    }
    marks.end(outer: outer, holds: valid)
    return valid
  }

  private mutating func evaluateUnmarked(
    of entry: JSONTapeEntry,
    at place: Int,
    _ index: Program.Index,
    _ schema: CompiledSchema
  ) -> Bool {
    let region = marks.suspend()
    defer { marks.resume(region) }
    let isObject = entry.kind == .object
    let isForbidden = program.schemas[index].boolean == false
    var valid = true
    var number = 0
    var child = place + 1
    while child < Int(entry.next) {
      let value = isObject ? child + 1 : child
      if !marks.isMarked(number, of: region) {
        marks.mark(number, of: region)
        if isObject, isForbidden, record == nil {
          let name = tape.string(tape.entries[child])
          valid = fail("unevaluatedProperties", schema, value, .undeclaredMember(name))
        } else {
          valid = evaluate(index, at: value) && valid
        }
        guard valid || continues else { return false }
      }
      number += 1
      child = Int(tape.entries[value].next)
    }
    return valid
  }

  /// Runs an alternative that only answers yes or no, and keeps what it marks if it holds.
  mutating func markingTrial(_ index: Program.Index, at place: Int) -> Bool {
    guard marks.isActive else { return trial(index, at: place) }
    let outer = marks.begin(count: count(place))
    let holds = trial(index, at: place)
    marks.end(outer: outer, holds: holds)
    return holds
  }

  /// Runs an alternative that only answers yes or no and gives no annotations.
  mutating func unmarkedTrial(_ index: Program.Index, at place: Int) -> Bool {
    let region = marks.suspend()
    defer { marks.resume(region) }
    return trial(index, at: place)
  }
}

extension ObjectKeywords {
  /// Whether `properties`, `patternProperties` or `additionalProperties` speak of a member.
  func evaluates(_ key: JSONTapeEntry, _ known: Int?, in tape: JSONTape) -> Bool {
    if additional != nil { return true }
    if let known, members.schema(at: known) != nil { return true }
    guard !patterns.isEmpty else { return false }
    let name = tape.string(key)
    return patterns.contains { $0.pattern.matches(in: name) == .matches }
  }
}
