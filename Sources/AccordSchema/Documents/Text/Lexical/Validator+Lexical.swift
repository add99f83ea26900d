extension Validator {
  /// The violations in a JSV document, in the order of its text.
  ///
  /// Texts are read as the types that the schema declares. A member that is left out counts as
  /// `null` where the schema admits that, because JSV never writes `null`.
  public func validate(_ document: JSVDocument) -> [SchemaViolation] {
    var index = SourceIndex(document.bytes)
    return LexicalReader(self).violations(in: document.value, &index)
  }

  /// The violations in the rows of a CSV document, each row held to the schema.
  ///
  /// The first row names the members; an empty field is no value. Locations are those in the array
  /// of all further rows: `/1/id` is in the third row of the text.
  public func validate(_ document: CSVDocument) -> [SchemaViolation] {
    let reader = LexicalReader(self)
    var index = SourceIndex(document.bytes)
    var violations: [SchemaViolation] = []
    for (number, row) in document.records.enumerated()
    where violations.count < JSONEvaluation.findingLimit {
      let found = reader.violations(in: row, &index)
      violations += found.map { $0.inside("/\(number)") }
    }
    return Array(violations.prefix(JSONEvaluation.findingLimit))
  }

  /// The violations in a form or a query string, in the order of its text.
  ///
  /// The values of a name that stands more than once are a list.
  public func validate(_ document: FormDocument) -> [SchemaViolation] {
    var index = SourceIndex(document.bytes)
    return LexicalReader(self).violations(in: document.value, &index)
  }
}
