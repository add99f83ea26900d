import AccordModel
import AccordSchema

/// Writes workflows.
struct SwiftWorkflow {
  private typealias Arguments = [SwiftExpression.Argument]

  let schemas: SwiftSchemas
  let bases: SwiftBases

  /// A workflow.
  func expression(_ workflow: Workflow) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(workflow.id))
    arguments.add(nil, .text(workflow.summary))
    arguments.add("steps", .list(workflow.steps.map(step)))
    arguments.add("cleanUp", .list(workflow.cleanUp.map(step)), unless: workflow.cleanUp.isEmpty)
    arguments.add("origins", .texts(workflow.origins), unless: workflow.origins.isEmpty)
    arguments.add("leaves", workflow.leaves.map(SwiftExpression.text))
    arguments.add("basis", bases.expression(workflow.clause.basis))
    return .call("Workflow.workflow", arguments)
  }

  private func step(_ step: Workflow.Step) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(step.id))
    arguments.add(nil, .text(step.contract))
    arguments.add("example", step.example.map(SwiftExpression.text))
    arguments.add("as", step.role.map(SwiftExpression.text))
    for (label, values) in [("arguments", step.arguments), ("headers", step.headers)] {
      arguments.add(label, SwiftVocabulary.values(values), unless: values.list.isEmpty)
    }
    arguments.add("body", step.body.map { SwiftExpression($0) })
    let open = step.bodyValues.map { value in
      SwiftExpression.call(
        ".at",
        SwiftVocabulary.pointer(value.pointer),
        SwiftVocabulary.operand(value.value)
      )
    }
    arguments.add("bodyValues", .list(open), unless: open.isEmpty)
    arguments.add("content", step.content.map(content))
    arguments.add("expect", expectation(step.expectation))
    arguments.add("criteria", .list(step.criteria.map(criterion)), unless: step.criteria.isEmpty)
    arguments.add("outputs", .list(step.outputs.map(output)), unless: step.outputs.isEmpty)
    arguments.add("until", step.until.map(until))
    arguments.add("dependsOn", .texts(step.dependsOn), unless: step.dependsOn.isEmpty)
    return .call(".step", arguments)
  }

  private func content(_ content: Workflow.Step.Content) -> SwiftExpression {
    switch content {
    case .bytes(let bytes):
      if let text = String(validating: bytes, as: UTF8.self) {
        .call(".bytes", .call("Array", .method(.text(text), "utf8", [])))
      } else {
        .call(".bytes", .numbers(bytes.map(Int.init)))
      }
    case .output(let name, let step): Self.output(name, of: step)
    }
  }

  private func expectation(_ expectation: Workflow.Step.Expectation) -> SwiftExpression? {
    switch expectation {
    case .asDocumented: nil
    case .response(let name): .call(".response", .text(name))
    case .refused(let name): .call(".refused", .text(name))
    case .statuses(let statuses): .call(".statuses", SwiftVocabulary.statuses(statuses))
    // No document is made into a refusal of a step's own.
    case .refusal: nil
    }
  }

  private func criterion(_ criterion: Workflow.Criterion) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, part(criterion.part))
    switch criterion.condition {
    case .follows(let schema): arguments.add("is", schemas.expression(schema))
    case .matches(let pattern): arguments.add("matches", .text(pattern))
    case .equals(let comparand, let ignoresCase):
      arguments.add("equals", self.comparand(comparand))
      if ignoresCase { arguments.add("ignoringCase", .token("true")) }
    }
    return .call(".that", arguments)
  }

  private func comparand(_ comparand: Workflow.Criterion.Comparand) -> SwiftExpression {
    switch comparand {
    case .value(let value): .call(".value", SwiftExpression(value))
    case .output(let name, let step): Self.output(name, of: step)
    case .part(let part): .call(".part", self.part(part))
    }
  }

  /// The output of a step.
  static func output(_ name: String, of step: Workflow.Step.ID) -> SwiftExpression {
    .call(
      ".output",
      [.init(label: nil, value: .text(name)), .init(label: "of", value: .text(step))]
    )
  }

  private func output(_ output: Workflow.StepOutput) -> SwiftExpression {
    var arguments: Arguments = []
    arguments.add(nil, .text(output.name))
    arguments.add(nil, part(output.part))
    arguments.add(nil, schemas.expression(output.schema), unless: output.schema == .any)
    return .call(".output", arguments)
  }

  private func part(_ part: Output.Part) -> SwiftExpression {
    switch part {
    case .status: .token(".status")
    case .header(let name): .call(".header", .text(name))
    case .entityTag: .token(".entityTag")
    case .entityTagOfOtherStrength: .token(".entityTagOfOtherStrength")
    case .body(let pointer): .call(".body", SwiftVocabulary.pointer(pointer))
    case .value(let pointer): .call(".value", SwiftVocabulary.pointer(pointer))
    case .content: .token(".content")
    case .location: .token(".location")
    case .link(let relation): .call(".link", .text(relation))
    case .reference(let name): .call(".reference", .text(name))
    case .linkReference(let relation): .call(".linkReference", .text(relation))
    case .requestParameter(let name): .call(".requestParameter", .text(name))
    case .requestBody(let pointer): .call(".requestBody", SwiftVocabulary.pointer(pointer))
    case .requestContent: .token(".requestContent")
    }
  }

  private func until(_ until: Workflow.Until) -> SwiftExpression {
    var arguments: Arguments = []
    let (seconds, attoseconds) = until.interval.components
    let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    let interval = SwiftExpression.call(".milliseconds", .token("\(milliseconds)"))
    // A document makes one place at most.
    guard let place = until.places.first else {
      arguments.add(nil, SwiftVocabulary.statuses(until.statuses ?? .any))
      arguments.add("every", interval)
      arguments.add("atMost", .token("\(until.limit)"))
      return .call(".status", arguments)
    }
    arguments.add("at", SwiftVocabulary.pointer(place.pointer))
    arguments.add("is", schemas.expression(place.schema))
    arguments.add("status", until.statuses.map(SwiftVocabulary.statuses))
    arguments.add("every", interval)
    arguments.add("atMost", .token("\(until.limit)"))
    return .call(".value", arguments)
  }
}
