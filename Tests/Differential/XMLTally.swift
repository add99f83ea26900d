import AccordSchema

/// Counts verdicts on XML documents, and explains where they differ.
///
/// The schema is exported as a JSON Schema document too and loaded again, which must not differ;
/// neither must its keywords, taken as those of a schema in Swift.
struct XMLTally {
  var documents = 0
  var agreedValid = 0
  var agreedInvalid = 0
  var explained: [String: Int] = [:]
  var unexplained: [String] = []

  var summary: String {
    let kinds = explained.keys.sorted().map { "\(explained[$0] ?? 0) \($0)" }
    return "\(documents) documents, \(agreedValid) valid and \(agreedInvalid) invalid for both; "
      + "explained: " + kinds.joined(separator: ", ")
  }

  mutating func judge(_ schema: Schema, named name: String, documents: [String]) throws {
    let validator = try SchemaValidator(schema)
    let loaded = try Schema(loading: try schema.jsonSchema(), formats: .assertion)
    let again = try SchemaValidator(loaded)
    let graph = try SchemaValidator(loaded.with { _ in })
    let set = try schema.xmlSchema()
    let verdicts: [XMLLint.Verdict]
    switch try XMLLint.judge(documents, by: set) {
    case .verdicts(let given): verdicts = given
    case .refusedSchema(let why):
      unexplained.append("\(name): \(why)")
      return
    }
    for (text, verdict) in zip(documents, verdicts) {
      self.documents += 1
      let document = try XMLDocument(parsing: Array(text.utf8))
      let violations = validator.validate(document)
      if again.admits(document) != violations.isEmpty
        || graph.admits(document) != violations.isEmpty
      {
        let ours = violations.map(\.message).joined(separator: "; ")
        unexplained.append("\(name): ours [\(ours)], but not when loaded again\n\(text)")
      }
      if violations.isEmpty == verdict.isValid {
        if verdict.isValid { agreedValid += 1 } else { agreedInvalid += 1 }
        continue
      }
      let difference = XMLDifference(
        text: text,
        violations: violations,
        message: verdict.message,
        notes: set.notes
      )
      if let kind = difference.kind {
        explained[kind, default: 0] += 1
      } else {
        let ours = violations.map(\.message).joined(separator: "; ")
        unexplained.append("\(name): ours [\(ours)] xmllint [\(verdict.message)]\n\(text)")
      }
    }
  }
}
