extension XMLEvaluation {
  /// Checks an element without elements, or an attribute, in each of its readings.
  mutating func evaluateText(
    _ index: Program.Index,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let schema = program.schema(index)
    if let child = tape.firstElement(in: place) {
      let name = tape.name(of: tape.entries[child])
      return fail("type", schema, child, .elementsInText(name))
    }
    let text = tape.text(in: place)
    var readings = XMLReading.readings(of: text, schema.types)
    if !tape.isAttribute(place), LexicalForm.isBlank(text) {
      if schema.types.contains(.object) { readings.append(.object) }
      if schema.types.contains(.array) { readings.append(.array) }
    }
    guard let first = readings.first, readings.count > 1 else {
      // Without a reading of a type that is wanted the type is what is wrong.
      return apply(index, readings.first ?? .string(text), at: place, naming)
    }
    let mode = collects
    collects = false
    let isAdmitted = readings.contains { apply(index, $0, at: place, naming) }
    collects = mode
    guard !isAdmitted, collects else { return isAdmitted }
    let failed = readings.map { reading in
      collecting { $0.apply(index, reading, at: place, naming) }
    }
    // A reading for which only one alternative can be meant comes closer than one without any.
    let meant = failed.filter { findings in
      !findings.contains { $0.place == place && $0.isOfChoice }
    }
    let closest = FailedBranches(findings: meant.isEmpty ? failed : meant).closest(at: place)
      .findings
    guard !closest.isEmpty else { return apply(index, first, at: place, naming) }
    if continues { findings.append(contentsOf: closest) }
    return false
  }
}

extension Finding {
  /// Whether none of several alternatives holds.
  fileprivate var isOfChoice: Bool {
    if case .noBranch = evidence { true } else { false }
  }
}
