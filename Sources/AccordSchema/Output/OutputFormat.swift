/// The forms in which JSON Schema says what came of a validation (core, section 12.4).
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// Only whether the value conforms.
  case flag
  /// All errors, or all annotations, in one list.
  case basic
  /// Errors, or annotations, in the hierarchy of the schema, without what is only passed through.
  case detailed
  /// Everything that was applied, in the hierarchy of the schema.
  case verbose
}
