public import AccordSchema

/// A value of a request that is known when the contract is written, or only when a case runs.
public enum Operand: Sendable, Hashable {
  /// A value known now.
  case literal(JSON)

  /// A value of live data: a field of one of the suite's givens.
  case given(String, field: String? = nil)

  /// A text that occurs in no other exchange of the run, such as an e-mail address to register:
  /// the text before, a token derived from the run's seed, the text after.
  case unique(prefix: String, suffix: String)

  /// A value of an earlier answer of the same case.
  case output(Output)

  /// The output of this name of an earlier step, in a step of a workflow.
  case stepOutput(String, step: Workflow.Step.ID)
}

extension Operand: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A text known now.
  public init(stringLiteral value: String) { self = .literal(.string(value)) }

  /// A number known now.
  public init(integerLiteral value: Int) { self = .literal(.number(JSONNumber(value))) }

  /// A number known now.
  public init(floatLiteral value: Double) { self = .literal(JSON(floatLiteral: value)) }

  /// A list known now.
  public init(arrayLiteral elements: JSON...) { self = .literal(.array(elements)) }

  /// An object known now, its members in the order written.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .literal(.object(elements.map { JSONMember($0.0, $0.1) }))
  }

  /// A truth value known now.
  public init(booleanLiteral value: Bool) { self = .literal(.boolean(value)) }
}
