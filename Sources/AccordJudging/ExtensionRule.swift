package import AccordModel

/// A rule of a user's own among those of Accord.
package struct ExtensionRule: ExchangeRule {
  /// What the user wrote.
  package let rule: any ConformanceRule

  /// Takes a rule in.
  package init(_ rule: any ConformanceRule) { self.rule = rule }

  package var id: String { rule.id }
  package var sentence: String { rule.sentence }
  package var accepted: [RuleExample] { [] }
  package var rejected: [RuleExample] { [] }

  package func check(_ observation: Observation) -> Finding {
    let answer = AnsweredRequest(
      suite: observation.suite,
      contract: observation.contract,
      expectation: observation.expectation,
      request: observation.request,
      response: observation.response
    )
    switch rule.check(answer) {
    case .notApplicable: return .notApplicable
    case .satisfied: return .satisfied
    case .notChecked(let reason): return .notChecked(reason)
    case .objections(let objections):
      let clause = Clause(
        "rule/\(rule.id)",
        rule.sentence,
        basis: rule.basis,
        source: observation.contract.source
      )
      return .of(
        objections.map { objection in
          observation.violation(
            self,
            clause,
            at: objection.place,
            expected: Excerpt.text(objection.expected),
            actual: Excerpt.text(objection.actual),
            hint: objection.hint.map(Excerpt.text)
          )
        }
      )
    }
  }
}

extension RuleSet {
  /// The set with rules of a user's own.
  ///
  /// They come after what makes an answer the right one, and keep one another from nothing.
  package func adding(_ rules: [any ConformanceRule]) -> RuleSet {
    RuleSet(groups + rules.map { RuleGroup(.fields, [ExtensionRule($0)]) })
  }
}
