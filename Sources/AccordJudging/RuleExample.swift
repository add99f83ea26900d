package import AccordModel

/// Exchanges that show what a rule accepts or rejects.
package struct RuleExample: Sendable, Hashable {
  /// What they show, as a phrase.
  package var name: String

  /// The suite.
  package var suite: ContractSuite

  /// The case.
  package var testCase: Case

  /// The exchanges.
  package var exchanges: [Exchange]

  /// Where the rule objects; `nil` where it does not.
  package var place: String?

  /// Creates an example.
  package init(
    _ name: String,
    suite: ContractSuite,
    testCase: Case,
    exchanges: [Exchange],
    place: String? = nil
  ) {
    self.name = name
    self.suite = suite
    self.testCase = testCase
    self.exchanges = exchanges
    self.place = place
  }
}
