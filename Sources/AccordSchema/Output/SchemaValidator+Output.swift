extension SchemaValidator {
  /// What came of holding a JSON document to the schema, in one of the forms that JSON Schema
  /// defines (core, section 12).
  ///
  /// Where schemas are applied more than 400 deep inside one another, only the verdict is given.
  /// ``validate(_:)-(JSONDocument)`` says more precisely what is wrong, and is faster.
  public func output(_ format: OutputFormat, for document: JSONDocument) -> JSON {
    guard format != .flag else {
      return .object([JSONMember("valid", .boolean(admits(document)))])
    }
    let recording = OutputRecording(program: program, tape: document.tape)
    var evaluation = JSONEvaluation(program, on: document.tape)
    let record = EvaluationRecord(depthLimit: OutputRecording.depthLimit)
    guard let root = evaluation.note(in: record) else {
      let undecided = recording.undecided(
        isValid: admits(document),
        because: evaluation.exhaustion
      )
      return undecided.written(format)
    }
    return recording.unit(of: root).written(format)
  }
}
