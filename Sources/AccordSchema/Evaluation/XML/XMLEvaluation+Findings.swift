extension XMLEvaluation {
  mutating func hasName(_ name: XMLName, _ place: Int, _ schema: CompiledSchema) -> Bool {
    let actual = tape.name(of: tape.entries[place])
    guard actual != name else { return true }
    if actual.local.isIdentical(to: name.local) {
      return fail("xml.namespace", schema, place, .elementNamespace(expected: name, actual: actual))
    }
    return fail("xml.name", schema, place, .elementName(expected: name, actual: actual))
  }

  /// Text beside the elements of an object or a list is no part of it.
  mutating func hasNoText(_ place: Int, _ schema: CompiledSchema) -> Bool {
    guard tape.hasText(place) else { return true }
    // Several schemas may look at the same element.
    guard !findings.contains(where: { $0.place == place && $0.keyword == "xml.content" }) else {
      return false
    }
    let text = LexicalForm.collapsed(tape.text(in: place))
    return fail("xml.content", schema, place, .strayText(.text(text)))
  }
}

extension XMLEvaluation {
  /// Notes a violation when violations are collected; the result is always `false`.
  mutating func fail(
    _ keyword: String,
    _ schema: CompiledSchema,
    _ place: Int,
    _ evidence: @autoclosure () -> Evidence
  ) -> Bool {
    fail(keyword, schema, place) { _ in evidence() }
  }

  /// Notes a violation whose evidence tells what was found.
  mutating func fail(
    _ keyword: String,
    _ schema: CompiledSchema,
    _ place: Int,
    causes: [Finding] = [],
    _ evidence: (Found) -> Evidence
  ) -> Bool {
    if continues {
      findings.append(
        Finding(
          keyword: keyword,
          schema: schema.location,
          place: place,
          evidence: evidence(found(place)),
          causes: causes
        )
      )
    }
    return false
  }

  /// Describes the element or attribute for a message.
  func found(_ place: Int) -> Found {
    let count = tape.children(of: place).count
    guard count == 0 else {
      return Found(type: "an element with", text: Found.counted(count, "element"))
    }
    if tape.isNil(place) { return Found(type: "nil") }
    let text = tape.text(in: place)
    guard text.isEmpty else { return .text(text) }
    return Found(type: tape.isAttribute(place) ? "an empty attribute" : "an empty element")
  }
}
