public import AccordModel

extension ImportedSuite {
  /// The same with the errors of the API: their names, and where an answer shows them.
  ///
  /// ```swift
  /// let stated = try imported.stating(
  ///   errors: ErrorCatalogue(
  ///     entries: [.entry("no-such-loan", statuses: .anyOf([404]))],
  ///     places: [.name("/problem/code")]
  ///   )
  /// ).stating([StatedRefusal("*/unknown", errors: ["no-such-loan"])])
  /// ```
  public func stating(errors: ErrorCatalogue) -> ImportedSuite {
    var suite = suite
    suite.errors = errors
    return replacing(suite)
  }
}
