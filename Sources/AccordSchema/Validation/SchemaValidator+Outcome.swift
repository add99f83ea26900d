/// What came of holding documents to the schema.
extension SchemaValidator {
  /// What came of holding a JSON document to the schema.
  public func outcome(of document: JSONDocument) -> ValidationOutcome { outcome(of: document.root) }

  /// What came of holding a value of a JSON document to the schema.
  public func outcome(of node: JSONNode) -> ValidationOutcome {
    ValidationOutcome(found(in: node), limits)
  }

  /// What came of holding JSON Lines to the schema, each line held to it.
  public func outcome(of lines: JSONLines) -> ValidationOutcome {
    ValidationOutcome(
      collected(lines.documents) { document in found(in: document.root) },
      limits
    )
  }

  /// What came of holding an XML document to the schema.
  public func outcome(of document: XMLDocument) -> ValidationOutcome { outcome(of: document.root) }

  /// What came of holding an element of an XML document to the schema.
  public func outcome(of element: XMLElement) -> ValidationOutcome {
    var evaluation = XMLEvaluation(program, on: element.document)
    let findings = evaluation.violations(at: element.index)
    return ValidationOutcome(violations(findings, in: element.document), limits)
  }

  /// What is found in a value, one violation beyond the limit included.
  func found(in node: JSONNode) -> [SchemaViolation] {
    var evaluation = JSONEvaluation(program, on: node.document.tape, plan: verdicts.plan)
    guard !evaluation.admits(at: node.index) else { return [] }
    return violations(evaluation.collect(at: node.index), in: node.document)
  }

  /// The violations in several documents, up to one more than the limit.
  func collected<Document>(
    _ documents: [Document],
    _ found: (Document) -> [SchemaViolation]
  ) -> [SchemaViolation] {
    var violations: [SchemaViolation] = []
    for (number, document) in documents.enumerated() {
      violations += found(document).map { $0.inside(InstancePath([.item(number)])) }
      if violations.count > limits.violations { break }
    }
    return violations
  }

  /// The violations that the limits allow.
  func kept(_ found: [SchemaViolation]) -> [SchemaViolation] {
    Array(found.prefix(limits.violations))
  }
}
