extension LifeCycle.Delay {
  /// What a step is repeated for that looks at a state: what its case asserts of the answer.
  package var until: Workflow.Until {
    Workflow.Until(statuses: nil, places: [], interval: interval, limit: limit)
  }
}

extension Workflow {
  /// The steps of a case of a life cycle, whose promise is one of that.
  package static func workflow(
    _ id: String,
    keeping clause: Clause,
    steps: [Step],
    cleanUp: [Step]
  ) -> Workflow {
    Workflow(id: id, clause: clause, steps: steps, cleanUp: cleanUp, origins: [])
  }
}
