extension SchemaValidator {
  /// The violations in a JSV document, in the order of its text.
  ///
  /// Texts are read as the types that the schema declares. A member that is left out counts as
  /// `null` where the schema admits that, because JSV never writes `null`. A name that stands twice
  /// in a map is a violation, because readers differ in which of the two they take.
  public func validate(_ document: JSVDocument) -> [SchemaViolation] {
    outcome(of: document).violations
  }

  /// What came of holding a JSV document to the schema.
  public func outcome(of document: JSVDocument) -> ValidationOutcome {
    var index = SourceIndex(document.bytes)
    let repeated = document.repeatedNames.prefix(limits.violations).map { name, byte in
      Self.violation("jsv.names", byte, .repeatedName(name), &index)
    }
    let found = LexicalReader(self).found(in: document.value, &index)
    return ValidationOutcome(repeated + found, limits)
  }

  /// The violations in the rows of a CSV document, each row held to the schema.
  ///
  /// The first row names the members, each once; an empty field is no value, and a row has as many
  /// fields as there are names (RFC 4180, section 2). Locations are those in the array of all further
  /// rows: `/1/id` is in the third row of the text.
  public func validate(_ document: CSVDocument) -> [SchemaViolation] {
    outcome(of: document).violations
  }

  /// What came of holding the rows of a CSV document to the schema.
  public func outcome(of document: CSVDocument) -> ValidationOutcome {
    let reader = LexicalReader(self)
    var index = SourceIndex(document.bytes)
    let faults = document.headerFaults.prefix(limits.violations).map { evidence, byte in
      Self.violation("csv.names", byte, evidence, &index)
    }
    let expected = document.header.count
    let rows = collected(Array(document.records.enumerated())) { number, row in
      let count = document.fieldCount(ofRow: number + 1)
      let found = reader.found(in: row, &index)
      guard count != expected else { return found }
      let evidence = Evidence.fieldCount(count, expected: expected)
      return [Self.violation("csv.fields", row.byte, evidence, &index)] + found
    }
    return ValidationOutcome(faults + rows, limits)
  }

  private static func violation(
    _ keyword: String,
    _ byte: Int,
    _ evidence: Evidence,
    _ index: inout SourceIndex
  ) -> SchemaViolation {
    SchemaViolation(
      keyword: keyword,
      path: .root,
      schemaLocation: "",
      position: index.position(ofByte: byte),
      evidence: evidence
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
