extension XMLEvaluation {
  /// Checks a wrapped list: the element holds one element for each item.
  mutating func evaluateArray(at place: Int, _ schema: CompiledSchema) -> Bool {
    var valid = hasNoText(place, schema)
    guard valid || collects else { return false }
    valid = evaluate(items: children(of: place), of: place, naming: .stated, schema) && valid
    return valid
  }

  /// Checks a list without an element of its own: the items have the name of the member.
  mutating func evaluate(
    bare items: [Int],
    of place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    evaluate(items: items, of: place, naming: .known, schema)
  }

  private mutating func evaluate(
    items: [Int],
    of place: Int,
    naming: Naming,
    _ schema: CompiledSchema
  ) -> Bool {
    guard let keywords = schema.array else { return true }
    var valid = true
    if let (keyword, evidence) = keywords.findings(count: items.count) {
      valid = fail(keyword, schema, place, evidence)
      guard collects else { return false }
    }
    var matching = 0
    for (number, item) in items.enumerated() {
      if let index = keywords.schema(ofItem: number) {
        let stated = program.schemas[index].xml
        var isNamed = true
        if naming == .stated, stated.name == nil, let name = stated.itemName {
          isNamed = hasName(name, item, program.schemas[index])
        }
        valid = isNamed && evaluate(index, at: item, naming: naming) && valid
        guard valid || collects else { return false }
      }
      if let contains = keywords.contains, trial(contains, at: item) {
        matching += 1
      }
    }
    if keywords.contains != nil, let (keyword, evidence) = keywords.findings(matching: matching) {
      valid = fail(keyword, schema, place, evidence)
    }
    return valid
  }

  /// Checks a dictionary as DataContract writes it: entries with a key and a value.
  mutating func evaluateEntries(at place: Int, _ schema: CompiledSchema) -> Bool {
    let namespace = Schema.arraysNamespace
    let key = XMLName(namespace: namespace, local: "Key")
    let value = XMLName(namespace: namespace, local: "Value")
    var valid = hasNoText(place, schema)
    var keys: Set<String> = []
    for entry in children(of: place) {
      guard valid || collects else { return false }
      let name = tape.name(of: tape.entries[entry])
      guard name.local.hasPrefix("KeyValueOfstring"), name.namespace == namespace else {
        let expected = XMLName(namespace: namespace, local: "KeyValueOfstringstring")
        valid = hasName(expected, entry, schema)
        continue
      }
      valid = hasNoText(entry, schema) && valid
      let parts = children(of: entry)
      var names = parts.map { tape.name(of: tape.entries[$0]) }
      for wanted in [key, value] where !names.contains(wanted) {
        valid = fail("required", schema, entry, .missingElement(wanted))
      }
      for (part, name) in zip(parts, names) where name != key && name != value {
        valid = fail("xml.name", schema, part, .undeclaredElement(name))
      }
      names.removeAll { $0 != key && $0 != value }
      if names.first == value, names.contains(key) {
        valid = fail("xml.order", schema, entry, .misplacedElement(key, after: value))
      }
      for part in parts {
        switch tape.name(of: tape.entries[part]) {
        case key:
          if let child = children(of: part).first {
            let name = tape.name(of: tape.entries[child])
            valid = fail("type", schema, child, .elementsInText(name))
          }
          if !keys.insert(tape.text(in: part)).inserted {
            valid = fail("xml.occurrence", schema, part, .repeatedElement(key))
          }
        case value:
          if let index = schema.object?.additional {
            valid = evaluate(index, at: part) && valid
          }
        default:
          continue
        }
      }
    }
    return valid
  }
}
