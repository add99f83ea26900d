import Synchronization

/// What a schema is compiled to, within some bounds.
final class CompiledForm: Sendable {
  let program: Program

  /// The way to a verdict without a document.
  let verdicts: VerdictPlanCell

  /// The form whose schemas this one has, from another of them on.
  private let whole: CompiledForm?

  /// The form within the other bounds that were asked for last.
  private let bounded = Mutex<CompiledForm?>(nil)

  init(_ program: Program) {
    self.program = program
    verdicts = VerdictPlanCell(program)
    whole = nil
  }

  /// The form of a schema that is among those of another form.
  init(in whole: CompiledForm, at root: Program.Index) {
    program = Program(whole.program, root: root)
    verdicts = VerdictPlanCell(program, in: whole.verdicts)
    self.whole = whole
  }

  /// The same form within other bounds.
  func within(_ limits: ValidationLimits) -> CompiledForm {
    if let whole { return CompiledForm(in: whole.within(limits), at: program.root) }
    return bounded.withLock { known in
      if let known, known.program.limits == limits { return known }
      let form = CompiledForm(Program(program, limits: limits))
      known = form
      return form
    }
  }
}
