/// One thing that a contract promises and that a run can show to hold: the unit of coverage.
///
/// Every clause is one; so is every combination of a route, a method, a version and a format, every
/// status, and every member of a payload.
public struct Promise: Sendable, Hashable, Identifiable {
  /// What a promise is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A route, reached by one method, in one version, answered in one format.
    case request
    /// How versions are asked for, and what other versions get.
    case version
    /// A header of the request.
    case header
    /// A parameter.
    case parameter
    /// The body of the request.
    case body
    /// A status that the endpoint answers with.
    case status
    /// What a right request gets.
    case response
    /// A member of the request's or the answer's payload.
    case member
    /// An error that the endpoint lists.
    case error
    /// A documented example.
    case example
    /// Something about several exchanges.
    case relation
    /// An order of calls that begins with the contract.
    case workflow
    /// The states of what the contract makes or changes.
    case lifeCycle = "life-cycle"
    /// How a format is asked for.
    case format
  }

  /// The contract.
  public var contract: Contract.ID

  /// What it is about.
  public var kind: Kind

  /// The identifier, unique in its contract; that of its clause where it is one.
  public var id: String

  /// The promise as one sentence.
  public var sentence: String

  /// Why no case can bring it about, if none can.
  public var hindrance: String?

  /// Creates a promise.
  public init(
    of contract: Contract.ID,
    _ kind: Kind,
    _ id: String,
    _ sentence: String,
    hindrance: String? = nil
  ) {
    self.contract = contract
    self.kind = kind
    self.id = id
    self.sentence = sentence
    self.hindrance = hindrance
  }
}
