import AccordModel
import AccordSchema

extension StateObservation {
  /// Compares the resource in the answer to a step with what an earlier answer had; `because` says
  /// why it has to be the same.
  func comparison(by rule: any Rule, because reason: String) -> Finding {
    guard case .unchanged(let since, _, let ignoring) = assertion.kind, let look,
      let before = step(since)
    else { return .notApplicable }
    let (old, new) = (sight(in: before), sight(in: look))
    switch (old, new) {
    case (.unseen(let why), _), (_, .unseen(let why)): return .notChecked(why)
    case (.times(let left), .times(let right)):
      return left == right ? .satisfied : count(by: rule, left, right, before, reason, look)
    case (.times(let left), .found): return count(by: rule, left, 1, before, reason, look)
    case (.found, .times(let right)): return count(by: rule, 1, right, before, reason, look)
    case (.found(let left, _), .found(let right, let path)):
      guard
        let difference = ValueDifference.first(
          left.hiding(ignoring),
          right.hiding(ignoring)
        )
      else { return .satisfied }
      return violation(
        rule,
        in: look,
        at: place(path, difference.path),
        expected: "\(ValueDifference.words(difference.left)), as in \(before.stepName), \(reason)",
        actual: ValueDifference.words(difference.right),
        hint: difference.moreWords
      )
    }
  }

  private func count(
    by rule: any Rule,
    _ left: Int,
    _ right: Int,
    _ before: Observation,
    _ reason: String,
    _ look: Observation
  ) -> Finding {
    violation(
      rule,
      in: look,
      at: place,
      expected: "\(name) \(times(left)), as in \(before.stepName), \(reason)",
      actual: times(right)
    )
  }

  /// A number of times in words.
  func times(_ count: Int) -> String {
    switch count {
    case 0: "not at all"
    case 1: "once"
    default: "\(count) times"
    }
  }

  /// The step that changes nothing, in words.
  var actWords: String { assertion.act.flatMap(step)?.stepName ?? "the step before" }
}
