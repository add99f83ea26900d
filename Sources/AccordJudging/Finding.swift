package import AccordModel

/// What a rule found.
package enum Finding: Sendable, Hashable {
  /// The rule has nothing to say about this.
  case notApplicable
  /// The rule looked, and all is well.
  case satisfied
  /// The rule looked, and these promises are broken, in the order of the document.
  case violations([Violation])
  /// The rule has something to say and could not look, with the reason as a sentence.
  case notChecked(String)
  /// The rule could not look, or not at everything, and the answer is not to blame; with the
  /// promises that are broken all the same.
  case failed([Hindrance], violations: [Violation] = [])

  /// Satisfied without violations.
  package static func of(_ violations: [Violation]) -> Finding {
    violations.isEmpty ? .satisfied : .violations(violations)
  }

  /// What was found where something may have kept the rule from looking at everything.
  package static func of(_ violations: [Violation], but hindrances: [Hindrance]) -> Finding {
    hindrances.isEmpty ? .of(violations) : .failed(hindrances, violations: violations)
  }

  /// The promises that are broken.
  var violations: [Violation] {
    switch self {
    case .violations(let found), .failed(_, let found): found
    case .notApplicable, .satisfied, .notChecked: []
    }
  }
}
