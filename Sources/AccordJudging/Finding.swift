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

  /// Satisfied without violations.
  package static func of(_ violations: [Violation]) -> Finding {
    violations.isEmpty ? .satisfied : .violations(violations)
  }
}
