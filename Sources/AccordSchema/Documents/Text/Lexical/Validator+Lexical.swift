extension Validator {
  /// The violations in a JSV document, in the order of its text.
  ///
  /// Texts are read as the types that the schema declares. A member that is left out counts as
  /// `null` where the schema admits that, because JSV never writes `null`. A name that stands twice
  /// in a map is a violation, because readers differ in which of the two they take.
  public func validate(_ document: JSVDocument) -> [SchemaViolation] {
    var index = SourceIndex(document.bytes)
    let repeated = document.repeatedNames.prefix(JSONEvaluation.findingLimit).map { name, byte in
      Self.violation("jsv.names", "", byte, .repeatedName(name), &index)
    }
    let found = LexicalReader(self).violations(in: document.value, &index)
    return Array((repeated + found).prefix(JSONEvaluation.findingLimit))
  }

  /// The violations in the rows of a CSV document, each row held to the schema.
  ///
  /// The first row names the members, each once; an empty field is no value, and a row has as many
  /// fields as there are names (RFC 4180, section 2). Locations are those in the array of all further
  /// rows: `/1/id` is in the third row of the text.
  public func validate(_ document: CSVDocument) -> [SchemaViolation] {
    let reader = LexicalReader(self)
    let limit = JSONEvaluation.findingLimit
    var index = SourceIndex(document.bytes)
    var violations = document.headerFaults.prefix(limit).map { evidence, byte in
      Self.violation("csv.names", "", byte, evidence, &index)
    }
    let expected = document.header.count
    for (number, row) in document.records.enumerated() where violations.count < limit {
      let location = "/\(number)"
      let count = document.fieldCount(ofRow: number + 1)
      if count != expected {
        let evidence = Evidence.fieldCount(count, expected: expected)
        violations.append(Self.violation("csv.fields", location, row.byte, evidence, &index))
      }
      violations += reader.violations(in: row, &index).map { $0.inside(location) }
    }
    return Array(violations.prefix(limit))
  }

  private static func violation(
    _ keyword: String,
    _ location: String,
    _ byte: Int,
    _ evidence: Evidence,
    _ index: inout SourceIndex
  ) -> SchemaViolation {
    SchemaViolation(
      keyword: keyword,
      instanceLocation: location,
      schemaLocation: "",
      position: index.position(ofByte: byte),
      evidence: evidence
    )
  }

  /// The violations in a form or a query string, in the order of its text.
  ///
  /// The values of a name that stands more than once are a list.
  public func validate(_ document: FormDocument) -> [SchemaViolation] {
    var index = SourceIndex(document.bytes)
    return LexicalReader(self).violations(in: document.value, &index)
  }
}
