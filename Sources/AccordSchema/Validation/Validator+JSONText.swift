extension Validator {
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
  /// A document is made of the text only if it does not conform.
  public func validate(
    json bytes: [UInt8],
    limits: JSONLimits = .default
  ) throws(JSONSyntaxError) -> [SchemaViolation] {
    let verdict = bytes.withUnsafeBufferPointer { verdicts.verdict(on: $0, limits: limits) }
    if verdict == true { return [] }
    let document = try JSONDocument(parsing: bytes, limits: limits)
    var evaluation = JSONEvaluation(program, on: document.tape, plan: verdicts.plan)
    if verdict == nil, evaluation.admits(at: 0) { return [] }
    return kept(violations(evaluation.collect(at: 0), in: document))
  }
}
