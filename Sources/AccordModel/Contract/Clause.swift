/// One promise of a contract, in words, with where it comes from.
public struct Clause: Sendable, Hashable, Identifiable {
  /// The identifier, unique in its contract, such as `parameter/connectionId/unknown`.
  public var id: String

  /// The promise as one sentence in the present tense.
  public var sentence: String

  /// Whether the document states it or we assume it.
  public var basis: Basis

  /// Where it is declared.
  public var source: SourceLine

  /// Creates a clause.
  public init(_ id: String, _ sentence: String, basis: Basis, source: SourceLine) {
    self.id = id
    self.sentence = sentence
    self.basis = basis
    self.source = source
  }
}
