/// `pattern` (JSON Schema validation, section 6.3.3): ECMA-262, found anywhere in the string.
struct PatternKeyword: StringKeyword {
  let source: String
  let pattern: Pattern

  var keyword: String { "pattern" }

  func admits(_ text: UnsafeBufferPointer<UInt8>, _ work: inout WorkBudget) -> Bool? {
    switch pattern.matches(utf8: text, &work) {
    case .matches: true
    case .doesNotMatch: false
    case .gaveUp: nil
    }
  }

  func finding(_ text: String, inXML: Bool, _ work: inout WorkBudget) -> Evidence? {
    var text = text
    let verdict = text.withUTF8 { pattern.matches(utf8: $0, &work) }
    return switch verdict {
    case .matches: nil
    case .doesNotMatch: .pattern(source, Found(.string(text)))
    case .gaveUp: .patternUndecided(source, Found(.string(text)))
    }
  }
}
