extension SchemaValidator {
  /// Says whether bytes are a JSON text in UTF-8 that is known to conform.
  ///
  /// This is the fastest way to a verdict: the text is walked once together with the schema, no
  /// document is made of it, and for most schemas nothing is allocated. Names that stand twice are
  /// not noticed; see ``JSONDocument/notices``.
  public func admits(json bytes: [UInt8], limits: JSONLimits = .default) -> Bool {
    let verdict = bytes.withUnsafeBufferPointer { verdicts.verdict(on: $0, limits: limits) }
    if let verdict { return verdict }
    guard let document = try? JSONDocument(parsing: bytes, limits: limits) else { return false }
    var evaluation = JSONEvaluation(program, on: document.tape)
    return evaluation.admits(at: 0)
  }

  /// The violations in a JSON text in UTF-8, in document order.
  ///
  /// A document is made of what does not conform only.
  public func validate(
    json bytes: [UInt8],
    limits: JSONLimits = .default
  ) throws(JSONSyntaxError) -> [SchemaViolation] {
    let plan = verdicts.plan
    let outcome = plan.map { plan in
      bytes.withUnsafeBufferPointer { FailureFinder.look(at: $0, plan, limits: limits) }
    }
    switch outcome {
    case .conforms?: return []
    case .failures(let failures)?:
      if let found = violations(in: failures, of: bytes, limits) { return found }
    case .fails?: break
    case .undecided?, nil: return try validateInFull(bytes, limits)
    }
    let document = try JSONDocument(parsing: bytes, limits: limits)
    var evaluation = JSONEvaluation(program, on: document.tape, plan: plan)
    return kept(violations(evaluation.collect(at: 0), in: document))
  }

  private func validateInFull(
    _ bytes: [UInt8],
    _ limits: JSONLimits
  ) throws(JSONSyntaxError) -> [SchemaViolation] {
    let document = try JSONDocument(parsing: bytes, limits: limits)
    var evaluation = JSONEvaluation(program, on: document.tape, plan: verdicts.plan)
    if evaluation.admits(at: 0) { return [] }
    return kept(violations(evaluation.collect(at: 0), in: document))
  }

  /// The violations where the plan finds them, looking nowhere else; nil where that is not all.
  private func violations(
    in failures: [FailureFinder.Failure],
    of bytes: [UInt8],
    _ limits: JSONLimits
  ) -> [SchemaViolation]? {
    guard failures.first?.path.isRoot == false else { return nil }
    var index = SourceIndex(bytes)
    var violations: [SchemaViolation] = []
    for failure in failures {
      let origin = index.position(ofByte: failure.place.lowerBound)
      guard
        let document = try? JSONDocument(
          parsing: Array(bytes[failure.place]),
          limits: limits,
          origin: origin
        )
      else { return nil }
      var evaluation = JSONEvaluation(program, on: document.tape, plan: verdicts.plan)
      let findings = evaluation.collect(at: 0, failure.schema, depth: failure.depth)
      guard !findings.isEmpty, !evaluation.isExhausted, !findings.contains(where: \.isOfLimit),
        violations.count + findings.count <= self.limits.violations
      else { return nil }
      let found = self.violations(findings, in: document, at: failure.path)
      if violations.isEmpty { violations = found } else { violations += found }
    }
    return violations
  }
}
