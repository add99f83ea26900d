import AccordSchema

/// Every body that requests carry can be written in its formats: XML needs names of elements.
///
/// Answers are only read; a root whose name is not stated may have any.
struct BodiesCanBeWritten: LintCheck {
  let id = "writable"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    guard let body = contract.body else { return [] }
    return suite.formats.filter { body.formats.contains($0.id) }.compactMap { format in
      let schema = body.schema(in: format.id)
      guard let sample = schema.sample() else { return nil }
      do throws(BodyWritingError) {
        _ = try format.syntax.bytes(of: sample, as: schema)
        return nil
      } catch {
        return LintFinding(
          .unwritable(owner: "the request's body", format: format.id, why: "\(error)"),
          at: body.clause.source
        )
      }
    }
  }
}
