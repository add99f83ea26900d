public import AccordSchema

extension Judgement {
  /// What kept something from being judged, as a value: results that have it in common are found by it,
  /// never by the words of their reasons.
  public enum Cause: Sendable, Hashable {
    /// An exchange failed: one of the case, or one before it after which nothing more is sent.
    case exchange(ExchangeFailure)
    /// The schema of something, such as `the header X-Shelf`, cannot be compiled.
    case schema(SchemaError, owner: String)
  }
}
