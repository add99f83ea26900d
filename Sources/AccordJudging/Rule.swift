package import AccordModel

/// A sentence that answers are held to, with examples that it accepts and rejects.
///
/// The examples are the rule's documentation and its test. A rule is either an ``ExchangeRule``, a
/// ``RelationRule`` or a ``StateRule``.
package protocol Rule: Sendable {
  /// The identifier, lower case with hyphens: it stands in reports, filters and baselines.
  var id: String { get }

  /// What holds, as one sentence in the present tense.
  var sentence: String { get }

  /// What decides how much a violation weighs.
  var level: RuleLevel { get }

  /// Exchanges in which the rule finds nothing wrong.
  var accepted: [RuleExample] { get }

  /// Exchanges that the rule, and no other rule of the standard set, objects to.
  var rejected: [RuleExample] { get }
}

/// What decides how much a violation of a rule weighs.
package enum RuleLevel: String, Sendable, Hashable {
  /// The clause of the contract: a must where the document states it, else an assumption.
  case clause
  /// A specification such as RFC 9112; the clause that promised the answer bears the violation.
  case specification
}

/// A rule that looks at one exchange.
package protocol ExchangeRule: Rule {
  /// Looks at an exchange.
  func check(_ observation: Observation) -> Finding

  /// The promises of which there was something to see in an exchange that the rule looked at.
  func exercised(in observation: Observation) -> [Promise.ID]
}

/// A rule that looks at the exchanges of a case together.
package protocol RelationRule: Rule {
  /// Whether an unexpected status may be what the rule looks for, so that it is asked before the
  /// rules of the step are believed.
  var explainsStatuses: Bool { get }

  /// Whether the rule holds this kind of relation.
  func holds(_ kind: Relation.Kind) -> Bool

  /// Looks at the exchanges.
  func check(_ observation: RelationObservation) -> Finding
}

/// A rule that looks at what the exchanges of a case say of the state of a resource.
package protocol StateRule: Rule {
  /// Whether the rule holds answers to this kind of assertion.
  func holds(_ assertion: StateAssertion) -> Bool

  /// Looks at the exchanges.
  func check(_ observation: StateObservation) -> Finding
}

extension Rule {
  /// Most rules weigh as much as the clause.
  package var level: RuleLevel { .clause }
}

extension ExchangeRule {
  /// Most rules look at a promise that another rule speaks for.
  package func exercised(in observation: Observation) -> [Promise.ID] { [] }
}

extension RelationRule {
  /// Most relations can only be seen in answers that are as expected.
  package var explainsStatuses: Bool { false }
}
