/// `pattern` (JSON Schema validation, section 6.3.3): ECMA-262, found anywhere in the string.
struct PatternKeyword: StringKeyword {
  let source: String
  let pattern: Pattern

  var keyword: String { "pattern" }

  func admits(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    pattern.matches(utf8: text) == .matches
  }

  func finding(_ text: String, inXML: Bool) -> Evidence? {
    switch pattern.matches(in: text) {
    case .matches: nil
    case .doesNotMatch: .pattern(source, Found(.string(text)))
    case .gaveUp: .patternUndecided(source, Found(.string(text)))
    }
  }
}
