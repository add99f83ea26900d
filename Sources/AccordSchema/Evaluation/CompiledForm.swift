/// What a schema is compiled to, within some bounds.
final class CompiledForm: Sendable {
  let program: Program

  /// The way to a verdict without a document.
  let verdicts: VerdictPlanCell

  init(_ program: Program) {
    self.program = program
    verdicts = VerdictPlanCell(program)
  }
}
