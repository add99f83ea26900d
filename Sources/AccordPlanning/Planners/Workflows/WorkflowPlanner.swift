import AccordModel

/// Plans each workflow that begins with a contract as one case.
struct WorkflowPlanner: OriginPlanner {
  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.suite.workflows(of: scope.contract.id).compactMap {
      WorkflowDraft(workflow: $0, suite: scope.suite).sketch
    }
  }
}
