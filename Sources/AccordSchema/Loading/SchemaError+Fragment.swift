extension SchemaError {
  /// The fragment of a reference without percent escapes.
  static func unescaped(
    _ fragment: String,
    of reference: String,
    at location: String
  ) throws(SchemaError) -> String {
    do throws(PercentEscapes.Failure) {
      return try PercentEscapes.decoded(fragment)
    } catch {
      throw SchemaError(.percentEscape(reference, why: error), at: location)
    }
  }
}
