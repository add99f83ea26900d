extension SchemaValidator {
  /// The violations of a value that is written as text without quotes, such as a query value.
  ///
  /// The text conforms when it can be read as a value that conforms: `12` conforms to an integer
  /// and to a string. A list is split at commas.
  public func validate(text: String, lexical form: LexicalForm) -> [SchemaViolation] {
    let root = program.schemas[program.root]
    if root.types.subtracting(.null) == .array, let items = root.array?.items {
      let parts =
        text.isEmpty
        ? [] : text.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false)
      return parts.enumerated().flatMap { number, part in
        findings(in: String(part), form, items).map {
          violation($0, at: InstancePath([.item(number)]))
        }
      }
    }
    return findings(in: text, form, program.root).map { violation($0, at: .root) }
  }

  /// The findings of the reading of the text that comes closest to conforming.
  private func findings(
    in text: String,
    _ form: LexicalForm,
    _ index: Program.Index
  ) -> [Finding] {
    var failed = FailedBranches()
    for value in form.values(of: text).reversed() {
      guard let document = try? JSONDocument(parsing: value.bytes()) else { continue }
      var evaluation = JSONEvaluation(program, on: document.tape)
      guard !evaluation.admits(at: 0, index) else { return [] }
      failed.findings.append(evaluation.collect(at: 0, index))
    }
    return failed.closest(at: 0).findings
  }

  private func violation(_ finding: Finding, at path: InstancePath) -> SchemaViolation {
    SchemaViolation(
      keyword: finding.keyword,
      path: path,
      schemaLocation: finding.location,
      causes: finding.causes.map { violation($0, at: path) },
      evidence: finding.evidence
    )
  }
}
