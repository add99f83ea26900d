extension Schema {
  /// What the keyword `format` of a loaded document does.
  public struct FormatUse: Sendable, Hashable {
    let asserts: Bool
    let others: [StringFormat]

    /// It says what a string means and checks nothing, unless the document's meta-schema demands
    /// the vocabulary `format-assertion`.
    public static let annotation = FormatUse(asserts: false, others: [])

    /// It is checked; a format of an unknown name admits everything.
    public static let assertion = assertion(with: [])

    /// It is checked, formats of one's own too; a format of an unknown name admits everything.
    public static func assertion(with formats: [StringFormat]) -> FormatUse {
      FormatUse(asserts: true, others: formats)
    }
  }

  /// Loads a JSON Schema document.
  ///
  /// ```swift
  /// var registry = SchemaRegistry()
  /// registry.add(address, at: "https://example.com/address.json")
  /// let schema = try Schema(loading: contact, draft: .draft7, registry: registry)
  /// let validator = try SchemaValidator(schema)
  /// ```
  ///
  /// A fragment of the URI selects the schema that is meant, by a JSON Pointer or an anchor, in a
  /// document that need not be a schema itself: `openapi.json#/components/schemas/Order`. An OpenAPI
  /// document of version 3.1 names its dialect, and so may each of its schemas by `$schema`; one of 3.0
  /// or a Swagger document is read as draft 4, in 3.0 with `nullable`. So it is where a reference leads
  /// into such a document; another document that does not name its meta-schema is read as the one that
  /// refers to it. `$schema` counts in what is meant, at the root of a document and beside an
  /// identifier; elsewhere it is ignored, which is among ``SchemaValidator/notices``.
  ///
  /// The draft is that of documents that do not name their meta-schema with `$schema`. The URI is
  /// the one from which the document was taken; references are resolved against it unless the
  /// document has an identifier. A document that does not conform to its meta-schema is refused,
  /// and so is one too deep to be held to it, which needs more than 200 schemas inside one another;
  /// references are followed when a ``SchemaValidator`` is made. Patterns that are right without the `u` flag
  /// only are read as ``Pattern/Syntax/lenient`` has it and are among ``SchemaValidator/notices``, unless
  /// the strict syntax is asked for. `format`, `contentEncoding` and `contentMediaType` check nothing
  /// unless they are asked to.
  public init(
    loading document: JSON,
    draft: SchemaDraft = .draft202012,
    at uri: String = "",
    registry: SchemaRegistry = SchemaRegistry(),
    formats: FormatUse = .annotation,
    content: ContentUse = .annotation,
    patterns: Pattern.Syntax = .lenient
  ) throws(SchemaError) {
    let kind = DocumentKind(document)
    let document = SchemaDocument(
      document,
      draft: DocumentKind.openAPIVersion(of: document)?.draft ?? draft,
      at: uri,
      registry: registry,
      formats: formats,
      content: content,
      patterns: patterns
    )
    guard !kind.isOfOtherFormat || !document.fragment.isEmpty else {
      throw SchemaError(.otherDocument(kind), at: "")
    }
    if let (member, found) = DocumentKind.unknownVersion(of: document.root) {
      throw SchemaError(.unknownOpenAPI(found), at: "/" + member)
    }
    let violations = try MetaSchema.violations(in: document)
    guard let first = violations.first else {
      self.init(document)
      return
    }
    guard !violations.contains(where: \.isOfDepth) else {
      throw SchemaError(.tooDeep(limit: MetaSchema.depthLimit), at: "")
    }
    let reason = SchemaError.Reason.metaSchema(why: first.message, more: violations.count - 1)
    throw SchemaError(reason, at: first.instanceLocation)
  }

  /// A document that is known to conform to its meta-schema.
  init(_ document: SchemaDocument) {
    self.init(.loaded(LoadedSchema(graph: SchemaGraph(document))))
  }

  /// The violations of the meta-schema in a JSON Schema document, in document order.
  ///
  /// The draft is that of a document that does not name its meta-schema with `$schema`; the
  /// registry holds meta-schemas that are not those of JSON Schema itself.
  public static func violations(
    inDocument document: JSON,
    draft: SchemaDraft = .draft202012,
    registry: SchemaRegistry = SchemaRegistry()
  ) throws(SchemaError) -> [SchemaViolation] {
    try MetaSchema.violations(
      in: SchemaDocument(document, draft: draft, registry: registry)
    )
  }
}

extension SchemaViolation {
  fileprivate var isOfDepth: Bool {
    guard case .tooDeep = evidence else { return false }
    return true
  }
}
