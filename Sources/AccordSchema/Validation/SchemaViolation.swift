/// One place in a document that breaks its schema.
public struct SchemaViolation: Sendable, Hashable {
  /// The keyword that is broken, such as `type` or `required`; `xml.order` and its like for what
  /// only XML has.
  public let keyword: String

  /// Where in the document, step by step.
  public let path: InstancePath

  /// Where in the schema: a JSON Pointer to the keyword.
  public let schemaLocation: String

  /// Where in the text, when the document was read from one.
  public let position: SourcePosition?

  /// Why the alternative that came closest does not hold, for `anyOf` and `oneOf`.
  public let causes: [SchemaViolation]

  package let evidence: Evidence

  package init(
    keyword: String,
    path: InstancePath,
    schemaLocation: String,
    position: SourcePosition? = nil,
    causes: [SchemaViolation] = [],
    evidence: Evidence
  ) {
    self.keyword = keyword
    self.path = path
    self.schemaLocation = schemaLocation
    self.position = position
    self.causes = causes
    self.evidence = evidence
  }

  /// Where in the document: a JSON Pointer, or the path of an element.
  public var instanceLocation: String { path.description }

  /// Whether a limit was reached here, so that it is not known whether the keyword holds.
  public var isUndecided: Bool { evidence.isOfLimit }

  /// Whether the schema is at fault, because it applies itself to the same value for ever.
  public var isOfSchema: Bool { evidence == .endlessReference }

  /// The violation as one of a document that has no text.
  func withoutPosition() -> Self {
    Self(
      keyword: keyword,
      path: path,
      schemaLocation: schemaLocation,
      causes: causes.map { $0.withoutPosition() },
      evidence: evidence
    )
  }

  /// The violation with its place, and those of its causes, changed.
  func placed(_ place: (SourcePosition) -> SourcePosition) -> Self {
    Self(
      keyword: keyword,
      path: path,
      schemaLocation: schemaLocation,
      position: position.map(place),
      causes: causes.map { $0.placed(place) },
      evidence: evidence
    )
  }

  /// The violation as one of a larger value that holds the document at a place.
  func inside(_ outer: InstancePath) -> Self {
    Self(
      keyword: keyword,
      path: outer.appending(path),
      schemaLocation: schemaLocation,
      position: position,
      causes: causes.map { $0.inside(outer) },
      evidence: evidence
    )
  }
}
