/// An order of calls that belong together, each with what it is to get: what is made is read, what is
/// deleted is gone.
///
/// The terms are those of Arazzo 1.0: workflow, step, output, success criterion, depends on.
///
/// ```swift
/// Workflow.workflow(
///   "order-lives",
///   "An order that is placed is read, and is gone when it is cancelled.",
///   steps: [
///     .step("place", "orders.add", outputs: [.output("id", .body("/id"), .integer)]),
///     .step("read", "orders.get", arguments: ["id": .output("id", of: "place")]),
///     .step("cancel", "orders.remove", arguments: ["id": .output("id", of: "place")]),
///     .step(
///       "read again", "orders.get", arguments: ["id": .output("id", of: "place")],
///       expect: .refused("parameter/id/unknown"), dependsOn: ["cancel"]
///     ),
///   ],
///   cleanUp: [.step("remove", "orders.remove", arguments: ["id": .output("id", of: "place")])]
/// )
/// ```
///
/// A workflow is one case: its steps are sent in their order, and each is held to its own contract.
/// A step runs unless it needs an output that no answer has, or depends on a step that was not
/// answered as expected; it is not run then, which is no fault of its own. A step that needs nothing
/// of what went wrong runs on.
public struct Workflow: Sendable, Hashable, Identifiable {
  /// The identifier, unique in its suite: lower case, digits and hyphens.
  public var id: String

  /// That its steps are answered as they are to be: the promise of the workflow.
  public var clause: Clause

  /// The steps, in the order in which they are sent.
  public var steps: [Step]

  /// The steps that remove what the others made.
  ///
  /// They are sent whatever happened: after a violation, a failure and an interruption. No verdict
  /// depends on them; what they could not remove is listed in the report.
  public var cleanUp: [Step]

  /// The origins of other servers that steps may be led to, such as `https://files.example`.
  ///
  /// They get no credential of the suite. A step that an answer leads to any other server is not sent.
  public var origins: [String]

  /// Why what its steps make stays, as a sentence; `nil` where clean-up removes it.
  public var leaves: String?

  /// Creates a workflow whose summary is one sentence in the present tense.
  ///
  /// What the steps make is removed by `cleanUp`, or `leaves` says why nothing can.
  public static func workflow(
    _ id: String,
    _ summary: String,
    steps: [Step],
    cleanUp: [Step] = [],
    origins: [String] = [],
    leaves: String? = nil,
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> Workflow {
    let name = "workflow/\(id)"
    return Workflow(
      id: id,
      clause: Clause(
        name,
        summary,
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      ),
      steps: steps.map { $0.belonging(to: name) },
      cleanUp: cleanUp,
      origins: origins,
      leaves: leaves
    )
  }

  /// What it shows, as one sentence.
  public var summary: String { clause.sentence }

  /// The contract that its promise is one of: that of its first step; the first that calls no neighbour,
  /// in a suite with neighbours.
  public var contract: Contract.ID { steps.first?.contract ?? "" }

  /// Its promise, and the refusals that only its steps declare.
  public var clauses: [Clause] {
    [clause]
      + steps.flatMap { step -> [Clause] in
        guard case .refusal(let refusal, _) = step.expectation else { return [] }
        return [refusal.refused, refusal.named] + refusal.headers.map(\.clause)
      }
  }

  /// The step of this identifier.
  public func step(_ id: Step.ID) -> Step? { steps.first { $0.id == id } }
}

extension ContractSuite {
  /// The workflow of this identifier.
  public func workflow(_ id: Workflow.ID) -> Workflow? { workflows.first { $0.id == id } }

  /// The contract that a workflow's promise is one of: that of its first step that calls no neighbour.
  package func owner(of workflow: Workflow) -> Contract.ID {
    owner(among: workflow.steps) ?? workflow.contract
  }

  /// The first contract that steps call, which is no neighbour.
  func owner(among steps: [Workflow.Step]) -> Contract.ID? {
    steps.first { step in !neighbours.contains { $0.contract.id == step.contract } }?.contract
  }

  /// The workflows whose promises are those of a contract.
  package func workflows(of contract: Contract.ID) -> [Workflow] {
    workflows.filter { owner(of: $0) == contract }
  }
}
