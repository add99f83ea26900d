/// What the schemas of a graph are compiled to within the usual bounds.
///
/// A schema brings those to which it refers, and its program serves them too: of schemas that refer to one
/// another in a ring each would otherwise bring all.
struct GraphForms: Sendable {
  /// The schemas that are compiled as one when the first form is asked for.
  var together: [SchemaPlace] = []

  private var forms: [SchemaPlace: Result<CompiledForm, SchemaError>] = [:]
  private var compiled: [SchemaPlace: Part] = [:]

  /// Where a schema stands in what another one was compiled to.
  private struct Part {
    var whole: CompiledForm
    var index: Program.Index
  }

  /// The form of the schema at a place, or why there is none.
  mutating func form(
    at place: SchemaPlace,
    of graph: SchemaGraph
  ) -> Result<CompiledForm, SchemaError> {
    if let known = forms[place] { return known }
    if !together.isEmpty {
      // Where one of them means nothing, each is compiled by itself, and says so itself.
      _ = compile(together, of: graph)
      together = []
    }
    let form = part(at: place).map(Result.success) ?? compile([place], of: graph)
    forms[place] = form
    return form
  }

  private func part(at place: SchemaPlace) -> CompiledForm? {
    compiled[place].map { CompiledForm(in: $0.whole, at: $0.index) }
  }

  private mutating func compile(
    _ places: [SchemaPlace],
    of graph: SchemaGraph
  ) -> Result<CompiledForm, SchemaError> {
    do throws(SchemaError) {
      let (program, indices) = try SchemaCompiler.compile(places, of: graph)
      let form = CompiledForm(program)
      // What depends on the way that evaluation came, and what is odd, is said of the one schema alone.
      guard !program.isDynamic, program.notices.isEmpty else { return .success(form) }
      for (place, index) in indices where compiled[place] == nil {
        compiled[place] = Part(whole: form, index: index)
      }
      return .success(form)
    } catch {
      return .failure(error)
    }
  }
}
