import AccordModel
import AccordSchema

extension Workflow {
  /// Whether another one says the same, wherever it is declared and its schemas come from.
  func isSame(as other: Workflow) -> Bool {
    var (left, right): ([Schema], [Schema]) = ([], [])
    guard bare(&left) == other.bare(&right), left.count == right.count else { return false }
    return zip(left, right).allSatisfy { $0.isAlike($1) }
  }

  private func bare(_ schemas: inout [Schema]) -> Workflow {
    var workflow = self
    workflow.clause.source = SourceLine(fileID: "", line: 0)
    for index in steps.indices {
      for number in steps[index].outputs.indices {
        schemas.append(steps[index].outputs[number].schema)
        workflow.steps[index].outputs[number].schema = .any
      }
      for number in steps[index].criteria.indices {
        guard case .follows(let schema) = steps[index].criteria[number].condition else { continue }
        schemas.append(schema)
        workflow.steps[index].criteria[number].condition = .follows(.any)
      }
      guard let until = steps[index].until else { continue }
      for number in until.places.indices {
        schemas.append(until.places[number].schema)
        workflow.steps[index].until?.places[number].schema = .any
      }
    }
    return workflow
  }
}
