import AccordJudging

/// What a team adds to Accord: the library and the command line take the same value.
///
/// ```swift
/// await ConformanceCommand.main(
///   suites: [PetStore.suite],
///   extensions: Extensions(rules: [AnswersAreTraced()])
/// )
/// ```
public struct Extensions: Sendable {
  /// Rules that answers are held to beside those of Accord, in the order in which they look.
  public var rules: [any ConformanceRule]

  /// Creates extensions.
  public init(rules: [any ConformanceRule] = []) { self.rules = rules }
}

extension Extensions {
  /// What keeps the extensions from being used, a sentence each.
  package var problems: [String] {
    var known = Set(RuleSet.standard.rules.map(\.id))
    return rules.compactMap { rule in
      guard known.insert(rule.id).inserted else {
        return """
          Two rules are called "\(rule.id)". Reports, filters and baselines tell rules apart by their \
          identifiers: rename one.
          """
      }
      let isWellFormed = rule.id.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }
      guard isWellFormed, !rule.id.isEmpty else {
        return """
          The rule "\(rule.id)" has a name that is not made of lower-case letters, digits and hyphens.
          """
      }
      return nil
    }
  }
}
