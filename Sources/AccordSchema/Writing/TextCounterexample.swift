/// A text that no server can read as a value of a schema, and why.
package struct TextCounterexample: Sendable, Hashable {
  package let text: String
  /// The keyword that is broken.
  package let keyword: String
  /// What the text is, as the end of the sentence "the value is …".
  package let phrase: String
}

extension Schema {
  /// Texts that are wrong beyond doubt where the value is written without quotes, as in a query.
  ///
  /// Each was held to the schema in that form: the text `null`, for one, is a good string and so no
  /// counterexample of a string.
  package func textCounterexamples(lexical form: LexicalForm) -> [TextCounterexample] {
    guard let validator = try? SchemaValidator(self) else { return [] }
    var candidates: [(text: String, phrase: String)] = [
      ("abc", "letters"), ("", "empty"), ("1.5", "a number with a fraction"),
      ("null", "the word null"),
    ]
    for candidate in counterexamples() where candidate.pointer.isRoot {
      guard case .replaced(let value) = candidate.change else { continue }
      let phrase = candidate.sentence.dropFirst("The whole value is ".count).dropLast()
      switch value {
      case .string(let text): candidates.append((text, String(phrase)))
      case .number(let number): candidates.append((number.text, String(phrase)))
      default: break
      }
    }
    var seen: Set<String> = []
    return candidates.compactMap { text, phrase in
      guard let violation = validator.validate(text: text, lexical: form).first,
        seen.insert(text).inserted
      else { return nil }
      return TextCounterexample(text: text, keyword: violation.keyword, phrase: phrase)
    }
  }
}
