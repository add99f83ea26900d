extension Schema {
  /// How keywords are read where a draft, or the document that has them, reads them in its own way.
  ///
  /// A schema that is written in Swift is read as 2020-12 has it.
  package struct Reading: Sendable, Hashable {
    /// Whether an integer is written without fraction and exponent (draft 4).
    var integersAsWritten = false
    /// Whether an item that `contains` admits counts as evaluated: it does since 2020-12.
    var containsEvaluates = true
    var patterns = Pattern.Syntax.unicode
    /// Whether an `enum` may list nothing.
    var admitsEmptyChoice = false
    /// Whether `contentEncoding` and `contentMediaType` refuse values.
    var assertsContent = false
    /// Why the schema means nothing.
    var failure: SchemaError?

    package init() {}
  }
}
