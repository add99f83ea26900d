package import AccordMocking
package import AccordModel

/// A server that is its contract's own mock but for one fault.
package struct Mutant: Sendable, Identifiable {
  /// What it does wrong.
  package enum Action: Sendable {
    /// An answer is changed on its way out; what the server keeps is as it should be.
    case answer(@Sendable (inout MockAnswer, AnswerView) -> Void)
    /// A request is taken for another one; `nil` where it is not.
    case request(@Sendable (MockRequest, Occasion) -> MockRequest?)
    /// Something else; `nil` where it is what it should be.
    case exchange(@Sendable (Turn) async -> MockAnswer?)
  }

  /// The identifier: the operator, the contract and what tells it from others; stable.
  package var id: String
  /// The operator that made it, such as `member-left-out`.
  package var `operator`: MutationOperator
  /// The contract whose promise it breaks.
  package var contract: Contract.ID
  /// The promise that it breaks.
  package var clause: Clause
  /// Where it is wrong.
  package var scope: Scope
  /// What it does, as a sentence in the present tense without a full stop.
  package var sentence: String
  /// What it does.
  package var action: Action
  /// The suite that a second mock serves, where the action asks one; `nil` is the suite itself.
  package var other: ContractSuite?
  /// Which exchanges with the unbroken server the action could make others of; `nil` where it is asked itself.
  var concerns: (@Sendable (MockRequest, AnswerView) -> Bool)?
  /// Whether the second mock is sent every request too, so that it knows what the first one knows.
  package var mirrors = false

  /// Whether what the server keeps cannot differ from what it should be.
  var isAnswerAlone: Bool {
    if case .answer = action { true } else { false }
  }
}

/// A way of being wrong.
package struct MutationOperator: Sendable, Hashable {
  /// The identifier, such as `member-left-out`.
  package var id: String
  /// The family, such as `members`.
  package var family: String
}
