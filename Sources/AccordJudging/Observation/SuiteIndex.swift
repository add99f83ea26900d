package import AccordModel
import AccordSchema

/// What a suite says once, however many answers are held to it.
///
/// A contract may have thousands of examples: nothing that is gathered from all of them is gathered
/// for each answer.
///
/// It remembers too what was read of answers lately: the same list comes many times.
package final class SuiteIndex: Sendable {
  /// The suite.
  package let suite: ContractSuite

  /// The answer that a request gets whose credential is missing or wrong, in a suite that asks its
  /// callers who they are.
  package let credentialAnswer: CredentialAnswer?

  /// A contract that promises nothing, for answers that are only read.
  let none: ContractIndex

  private let contracts: [Contract.ID: ContractIndex]

  private let contents = RecentValues<AnswerContent.Source, AnswerContent> { $0 == $1 }

  /// Gathers what a suite says.
  package init(_ suite: ContractSuite) {
    self.suite = suite
    credentialAnswer = CredentialAnswer(of: suite)
    none = ContractIndex(
      Contract("", "", document: "", routes: [], responses: [], examples: []),
      of: suite
    )
    contracts = Dictionary(
      suite.operations.map { ($0.id, ContractIndex($0, of: suite)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The contract of this identifier.
  package func contract(_ id: Contract.ID) -> ContractIndex? { contracts[id] }

  /// The content of an answer: the same one for the same bytes, as long as it is remembered.
  func content(of source: AnswerContent.Source) -> AnswerContent {
    let weight = source.bytes.count
    guard weight >= RecentValues<AnswerContent.Source, AnswerContent>.lightest else {
      return AnswerContent(source)
    }
    return contents.value(for: source, weight: { _ in weight }) { AnswerContent(source) }
  }
}
