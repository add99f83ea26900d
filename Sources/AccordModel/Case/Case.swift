/// One check of a contract: one exchange, or several that belong together, and what they are
/// held to.
public struct Case: Sendable, Hashable, Identifiable {
  /// What a case does to the state that other cases see.
  public enum Access: Sendable, Hashable {
    /// It changes nothing.
    case reads
    /// It may change something: it runs when no other case of its suite does.
    case writes
    /// It changes only what it makes itself, under names that no other case has: it may run beside others
    /// of its kind.
    case writesOwn
  }

  /// One exchange of a case.
  public struct Step: Sendable, Hashable {
    /// What it is for, such as `list ascending`.
    public var name: String
    /// The request.
    public var request: RequestTemplate
    /// What the exchange is held to.
    public var expectation: Case.Expectation
    /// The contract whose promises the exchange is held to; a relation may call another.
    public var contract: Contract.ID
    /// What the request is made from; `nil` in a case that does not say it, of which nothing is told
    /// that only the call would show.
    public var call: Call?
    /// The promises of its contract that the request confirms where it is answered as expected, if that is
    /// another contract than the case's own.
    package var clauses: [Clause.ID] = []

    /// Creates a step.
    public init(
      _ name: String,
      _ request: RequestTemplate,
      expecting expectation: Case.Expectation,
      of contract: Contract.ID,
      by call: Call? = nil
    ) {
      self.name = name
      self.request = request
      self.expectation = expectation
      self.contract = contract
      self.call = call
    }
  }

  /// The identifier.
  public var id: CaseID

  /// The suite.
  public var suite: ContractSuite.ID

  /// The contract.
  public var contract: Contract.ID

  /// Where it comes from.
  public var origin: Origin

  /// What it shows, as one sentence.
  public var title: String

  /// The exchanges, in order.
  public var steps: [Step]

  /// The relation that the exchanges are held to together.
  public var relation: Relation?

  /// The workflow whose steps the exchanges are, one for each.
  public var workflow: Workflow?

  /// What the answers have to say of the states of resources; none but in cases of life cycles.
  package var assertions: [StateAssertion] = []

  /// What is sent whatever happened, to remove what the exchanges made; no verdict depends on it.
  public var cleanUp: [Step]

  /// The promises under test, by their identifiers in the contract.
  public var clauses: [Clause.ID]

  /// The givens that it uses up.
  public var consumes: [Given.ID]

  /// The givens that it would use up if a request of it were taken that has to be refused.
  public var risks: [Given.ID]

  /// What it does to the state.
  public var access: Access

  /// Creates a case.
  public init(
    id: CaseID,
    suite: ContractSuite.ID,
    contract: Contract.ID,
    origin: Origin = .written,
    title: String,
    steps: [Step],
    relation: Relation? = nil,
    workflow: Workflow? = nil,
    cleanUp: [Step] = [],
    clauses: [Clause.ID],
    consumes: [Given.ID] = [],
    risks: [Given.ID] = [],
    access: Access = .reads
  ) {
    self.id = id
    self.suite = suite
    self.contract = contract
    self.origin = origin
    self.title = title
    self.steps = steps
    self.relation = relation
    self.workflow = workflow
    self.cleanUp = cleanUp
    self.clauses = clauses
    self.consumes = consumes
    self.risks = risks
    self.access = access
  }

  /// The givens that it needs, in the order in which they first occur.
  public var givens: [Given.ID] {
    var names: [Given.ID] = []
    for step in steps { step.request.addGivens(to: &names) }
    for step in cleanUp { step.request.addGivens(to: &names) }
    return names
  }
}
