/// No two things of one kind have the same name.
struct IdentifiersAreUnique: LintCheck {
  let id = "unique-names"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    duplicates(of: "contract", suite.operations.map { ($0.id, $0.source) })
      + duplicates(of: "format", suite.formats.map { ($0.id, suite.source) })
      + duplicates(of: "given", suite.givens.map { ($0.id, suite.source) })
      + duplicates(of: "workflow", suite.workflows.map { ($0.id, $0.clause.source) })
      + duplicates(of: "life cycle", suite.lifeCycles.map { ($0.id, $0.clause.source) })
      + suite.lifeCycles.flatMap { cycle in
        let steps = cycle.transitions.map(\.step) + cycle.views.map(\.step)
        return duplicates(of: "step", steps.map { ($0.id, cycle.clause.source) })
          + duplicates(of: "state", cycle.states.map { ($0.description, cycle.clause.source) })
      }
      + suite.workflows.flatMap { workflow in
        duplicates(
          of: "step",
          (workflow.steps + workflow.cleanUp).map { ($0.id, workflow.clause.source) }
        )
          + workflow.steps.flatMap { step in
            duplicates(of: "output", step.outputs.map { ($0.name, workflow.clause.source) })
          }
      }
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    let named =
      duplicates(of: "route", contract.routes.map { ($0.name, $0.clause.source) })
      + duplicates(
        of: "header",
        contract.headers.map { ($0.name.lowercased(), $0.clause.source) }
      )
      + duplicates(of: "parameter", contract.parameters.map { ($0.name, $0.clause.source) })
      + duplicates(of: "error", contract.errors.map { ($0.name, $0.clause.source) })
      + duplicates(of: "example", contract.examples.map { ($0.name, $0.clause.source) })
      + duplicates(of: "relation", contract.relations.map { ($0.name, $0.clause.source) })
      + contract.refusals.flatMap { refusal in
        duplicates(of: "probe", refusal.probes.map { ($0.name, refusal.refused.source) })
      }
    // Clauses take their names from the things above: one cause is reported once.
    let workflows = suite.workflows(of: contract.id).map(\.id)
    let cycles = suite.lifeCycles(of: contract.id)
    let steps = cycles.flatMap { cycle in
      (cycle.transitions.map(\.step) + cycle.views.map(\.step)).map { "\(cycle.id)/\($0.id)" }
    }
    guard named.isEmpty, Set(workflows).count == workflows.count,
      Set(cycles.map(\.id)).count == cycles.count, Set(steps).count == steps.count
    else { return named }
    return duplicates(of: "clause", contract.clauses(in: suite).map { ($0.id, $0.source) })
  }

  private func duplicates(
    of noun: String,
    _ names: [(name: String, source: SourceLine)]
  ) -> [LintFinding] {
    var seen: Set<String> = []
    var reported: Set<String> = []
    return names.compactMap { name, source in
      guard !seen.insert(name).inserted, reported.insert(name).inserted else { return nil }
      return LintFinding(.duplicate(noun: noun, name: name), at: source)
    }
  }
}
