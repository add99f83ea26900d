extension Case {
  /// What an exchange is held to.
  public struct Expectation: Sendable, Hashable {
    /// What may come back.
    public enum Outcome: Sendable, Hashable {
      /// A response of the contract.
      case success(ResponseRule)
      /// A refusal, with the proof that the request is wrong as the end of "The request … ".
      case refusal(Refusal, because: String)
    }

    /// What may come back.
    public var outcome: Outcome

    /// The format that the answer must have; `nil` where nothing is promised.
    public var format: Format?

    /// Other formats that are right too, because the request leaves the choice to the server.
    public var otherFormats: [Format] = []

    /// Other responses that are right too: the first whose status the answer has is the one that it is held
    /// to, unless it has that of the outcome.
    public var otherResponses: [ResponseRule] = []

    /// Why it must have that format.
    public var formatClause: Clause?

    /// The version that was asked for.
    public var version: Int?

    /// The promise about the version that is under test.
    public var versionClause: Clause?

    /// Creates an expectation.
    public init(
      _ outcome: Outcome,
      format: Format? = nil,
      formatClause: Clause? = nil,
      version: Int? = nil,
      versionClause: Clause? = nil
    ) {
      self.outcome = outcome
      self.format = format
      self.formatClause = formatClause
      self.version = version
      self.versionClause = versionClause
    }

    /// The formats that are right, the usual first.
    package var formats: [Format] { [format].compactMap(\.self) + otherFormats }

    /// Whether it names this status as one that may come back; a range names none.
    package func lists(_ status: Int, in errors: ErrorCatalogue) -> Bool {
      switch outcome {
      case .success(let rule):
        rule.statuses.lists(status) || otherResponses.contains { $0.statuses.lists(status) }
      case .refusal(let refusal, _): refusal.lists(status, in: errors)
      }
    }
  }
}
extension Refusal {
  /// Whether it names this status; a range names none.
  package func lists(_ status: Int, in errors: ErrorCatalogue) -> Bool {
    if let statuses { return statuses.lists(status) }
    return names.contains { errors[$0]?.statuses.lists(status) == true }
  }
}
