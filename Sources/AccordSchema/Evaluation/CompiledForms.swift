/// The compiled forms of one schema, made when they are first asked for.
///
/// They hold no schema, so that a schema may hold them.
struct CompiledForms: Sendable {
  /// The form within the usual bounds, or why there is none.
  private var usual: Result<CompiledForm, SchemaError>?
  /// The form within the other bounds that were asked for last: a run has one kind of them.
  private var other: CompiledForm?

  /// The form of the schema that holds these.
  mutating func form(
    of schema: Schema,
    limits: ValidationLimits
  ) -> Result<CompiledForm, SchemaError> {
    let usual = usual ?? Self.compile(schema)
    self.usual = usual
    guard limits != .default, case .success(let form) = usual else { return usual }
    if let other, other.program.limits == limits { return .success(other) }
    let other = form.within(limits)
    self.other = other
    return .success(other)
  }

  private static func compile(_ schema: Schema) -> Result<CompiledForm, SchemaError> {
    // Schemas of one place are many where others are made of what it says.
    if case .loaded(let loaded) = schema.node, let place = loaded.place {
      return loaded.graph.form(at: place)
    }
    do throws(SchemaError) {
      return .success(CompiledForm(try SchemaCompiler.compile(schema)))
    } catch {
      return .failure(error)
    }
  }
}
