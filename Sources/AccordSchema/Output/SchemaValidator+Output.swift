extension SchemaValidator {
  /// What came of holding a JSON document to the schema, in one of the forms that JSON Schema
  /// defines (core, section 12).
  ///
  /// Where schemas are applied more than 400 deep inside one another, only the verdict is given.
  /// ``validate(_:)-(JSONDocument)`` says more precisely what is wrong, and is faster.
  public func output(_ format: OutputFormat, for document: JSONDocument) -> JSON {
    let isValid = admits(document)
    guard format != .flag else {
      return .object([JSONMember("valid", .boolean(isValid))])
    }
    var evaluation = OutputEvaluation(program, on: document.tape)
    return evaluation.root(isValid: isValid).written(format)
  }
}
