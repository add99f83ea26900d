public import AccordSchema

extension Workflow {
  /// A value that a step gives to later ones, by its name.
  ///
  /// An answer that is as expected has it: that it has not, or has another value than its schema says,
  /// breaks the promise of the workflow.
  public struct StepOutput: Sendable, Hashable {
    /// The name, unique in its step.
    public var name: String

    /// The part of the answer or of the request.
    public var part: Output.Part

    /// What it is.
    public var schema: Schema

    /// A value of a step.
    public static func output(
      _ name: String,
      _ part: Output.Part,
      _ schema: Schema = .any
    ) -> StepOutput {
      StepOutput(name: name, part: part, schema: schema)
    }
  }
}

extension Operand {
  /// The output of this name of an earlier step of the same workflow.
  public static func output(_ name: String, of step: Workflow.Step.ID) -> Operand {
    .stepOutput(name, step: step)
  }
}
