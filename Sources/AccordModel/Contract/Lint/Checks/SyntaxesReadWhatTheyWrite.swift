import AccordSchema

/// A syntax of a team's own reads what it writes: a value of each schema that travels in it, written and read,
/// still follows the schema.
struct SyntaxesReadWhatTheyWrite: LintCheck {
  let id = "syntaxes"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    var findings: [LintFinding] = []
    for format in contract.body?.formats.compactMap({ suite.format($0) }) ?? [] {
      guard let body = contract.body else { continue }
      let schema = body.schema(in: format.id)
      findings += fault(of: format, schema).map { LintFinding($0, at: body.clause.source) }
    }
    for response in contract.answers {
      guard let schema = response.schema else { continue }
      for format in contract.formats(in: suite)
      where contract.response(in: format.id, besides: response).clause.id == response.clause.id {
        findings += fault(of: format, schema).map { LintFinding($0, at: response.clause.source) }
      }
    }
    return findings
  }

  private func fault(of format: Format, _ schema: Schema) -> [LintEvidence] {
    guard case .own(let own) = format.syntax, let sample = schema.sample(),
      let validator = try? SchemaValidator(schema), validator.admits(sample)
    else { return [] }
    func evidence(_ why: String) -> [LintEvidence] { [.syntax(format: format.id, why: why)] }
    let bytes: [UInt8]
    do {
      bytes = try own.syntax.write(sample, as: schema)
    } catch {
      return evidence("It does not write \(sample.text()): \(error)")
    }
    do throws(BodySyntaxError) {
      let value = try own.syntax.read(bytes)
      guard let read = try? value.json(as: schema) else { return [] }
      guard let violation = validator.validate(read).first else { return [] }
      return evidence(
        "What it writes of \(sample.text()) it reads as another value. \(violation.message)"
      )
    } catch {
      return evidence(
        "It does not read what it writes of \(sample.text()): \(error.mismatch.message)."
      )
    }
  }
}
