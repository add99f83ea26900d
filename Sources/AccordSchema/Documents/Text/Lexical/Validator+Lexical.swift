extension Validator {
  /// The violations in a JSV document, in the order of its text.
  ///
  /// Texts are read as the types that the schema declares. A member that is left out counts as
  /// `null` where the schema admits that, because JSV never writes `null`.
  public func validate(_ document: JSVDocument) -> [SchemaViolation] {
    outcome(of: document).violations
  }

  /// What came of holding a JSV document to the schema.
  public func outcome(of document: JSVDocument) -> ValidationOutcome {
    var index = SourceIndex(document.bytes)
    return ValidationOutcome(LexicalReader(self).found(in: document.value, &index), limits)
  }

  /// The violations in the rows of a CSV document, each row held to the schema.
  ///
  /// The first row names the members; an empty field is no value. Locations are those in the array
  /// of all further rows: `/1/id` is in the third row of the text.
  public func validate(_ document: CSVDocument) -> [SchemaViolation] {
    outcome(of: document).violations
  }

  /// What came of holding the rows of a CSV document to the schema.
  public func outcome(of document: CSVDocument) -> ValidationOutcome {
    let reader = LexicalReader(self)
    var index = SourceIndex(document.bytes)
    return ValidationOutcome(
      collected(document.records) { reader.found(in: $0, &index) },
      limits
    )
  }

  /// The violations in a form or a query string, in the order of its text.
  ///
  /// The values of a name that stands more than once are a list.
  public func validate(_ document: FormDocument) -> [SchemaViolation] {
    outcome(of: document).violations
  }

  /// What came of holding a form or a query string to the schema.
  public func outcome(of document: FormDocument) -> ValidationOutcome {
    var index = SourceIndex(document.bytes)
    return ValidationOutcome(LexicalReader(self).found(in: document.value, &index), limits)
  }
}
