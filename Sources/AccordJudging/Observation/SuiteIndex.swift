package import AccordModel

/// What a suite says once, however many answers are held to it.
///
/// A contract may have thousands of examples: nothing that is gathered from all of them is gathered
/// for each answer.
package final class SuiteIndex: Sendable {
  /// The suite.
  package let suite: ContractSuite

  /// The answer that a request gets whose credential is missing or wrong, in a suite that asks its
  /// callers who they are.
  package let credentialAnswer: CredentialAnswer?

  /// A contract that promises nothing, for answers that are only read.
  let none: ContractIndex

  private let contracts: [Contract.ID: ContractIndex]

  /// Gathers what a suite says.
  package init(_ suite: ContractSuite) {
    self.suite = suite
    credentialAnswer = CredentialAnswer(of: suite)
    none = ContractIndex(
      Contract("", "", document: "", routes: [], responses: [], examples: []),
      of: suite
    )
    contracts = Dictionary(
      suite.contracts.map { ($0.id, ContractIndex($0, of: suite)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The contract of this identifier.
  package func contract(_ id: Contract.ID) -> ContractIndex? { contracts[id] }
}
