extension Case {
  /// The case with the exchanges of another behind its own, such as a request that is sent twice.
  ///
  /// Each exchange is still held to its own expectation; a relation or a workflow of either is dropped, and the
  /// identifier and the title are those of the first.
  ///
  /// ```swift
  /// let twice = deletion.followed(by: deletion)
  /// ```
  public func followed(by other: Case) -> Case {
    var result = self
    result.relation = nil
    result.workflow = nil
    result.assertions = []
    result.steps += other.steps
    result.cleanUp += other.cleanUp
    if other.contract == contract {
      result.clauses += other.clauses.filter { !clauses.contains($0) }
    }
    result.consumes += other.consumes.filter { !consumes.contains($0) }
    result.risks += other.risks.filter { !risks.contains($0) }
    if other.access != .reads { result.access = .writes }
    return result
  }
}
