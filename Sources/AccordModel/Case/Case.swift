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

  /// What a case is beside its identifier.
  private struct Fields: Sendable, Hashable {
    var suite: ContractSuite.ID
    var contract: Contract.ID
    var origin: Origin
    var title: String
    var steps: [Step]
    var relation: Relation?
    var workflow: Workflow?
    var assertions: [StateAssertion] = []
    var cleanUp: [Step]
    var clauses: [Clause.ID]
    var consumes: [Given.ID]
    var risks: [Given.ID]
    var access: Access
  }

  /// What a case is, in one place: plans are handed on and gone through again and again.
  private final class Whole: Sendable {
    let fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  private enum Content: Sendable {
    case whole(Whole)
    /// It is made each time that something of it is asked for.
    case drafted(any CaseSource, Int)
  }

  /// The identifier.
  public var id: CaseID

  private var content: Content

  private var whole: Whole {
    switch content {
    case .whole(let whole): whole
    case .drafted(let source, let number): source.testCase(number).whole
    }
  }

  private var source: (any CaseSource)? {
    guard case .drafted(let source, _) = content else { return nil }
    return source
  }

  private var fields: Fields {
    get { whole.fields }
    set { content = .whole(Whole(newValue)) }
  }

  /// The suite.
  public var suite: ContractSuite.ID {
    get { source?.suite ?? whole.fields.suite }
    set { fields.suite = newValue }
  }

  /// The contract.
  public var contract: Contract.ID {
    get { source?.contract ?? whole.fields.contract }
    set { fields.contract = newValue }
  }

  /// Where it comes from.
  public var origin: Origin {
    get { source?.origin ?? whole.fields.origin }
    set { fields.origin = newValue }
  }

  /// What it shows, as one sentence.
  public var title: String {
    get { whole.fields.title }
    set { fields.title = newValue }
  }

  /// The exchanges, in order.
  public var steps: [Step] {
    get { whole.fields.steps }
    set { fields.steps = newValue }
  }

  /// The relation that the exchanges are held to together.
  public var relation: Relation? {
    get { isDrafted ? nil : whole.fields.relation }
    set { fields.relation = newValue }
  }

  /// The workflow whose steps the exchanges are, one for each.
  public var workflow: Workflow? {
    get { isDrafted ? nil : whole.fields.workflow }
    set { fields.workflow = newValue }
  }

  /// What the answers have to say of the states of resources; none but in cases of life cycles.
  package var assertions: [StateAssertion] {
    get { isDrafted ? [] : whole.fields.assertions }
    set { fields.assertions = newValue }
  }

  /// What is sent whatever happened, to remove what the exchanges made; no verdict depends on it.
  public var cleanUp: [Step] {
    get { isDrafted ? [] : whole.fields.cleanUp }
    set { fields.cleanUp = newValue }
  }

  /// The promises under test, by their identifiers in the contract.
  public var clauses: [Clause.ID] {
    get { whole.fields.clauses }
    set { fields.clauses = newValue }
  }

  /// The givens that it uses up.
  public var consumes: [Given.ID] {
    get { isDrafted ? [] : whole.fields.consumes }
    set { fields.consumes = newValue }
  }

  /// The givens that it would use up if a request of it were taken that has to be refused.
  public var risks: [Given.ID] {
    get { isDrafted ? [] : whole.fields.risks }
    set { fields.risks = newValue }
  }

  /// What it does to the state.
  public var access: Access {
    get { source?.access ?? whole.fields.access }
    set { fields.access = newValue }
  }

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
    content = .whole(
      Whole(
        Fields(
          suite: suite,
          contract: contract,
          origin: origin,
          title: title,
          steps: steps,
          relation: relation,
          workflow: workflow,
          cleanUp: cleanUp,
          clauses: clauses,
          consumes: consumes,
          risks: risks,
          access: access
        )
      )
    )
  }

  /// Whether two cases are the same, however they are kept.
  public static func == (left: Self, right: Self) -> Bool {
    guard left.id == right.id else { return false }
    let (own, other) = (left.whole, right.whole)
    return own === other || own.fields == other.fields
  }

  /// Hashes what it is.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(whole.fields)
  }
}

extension Case {
  /// The case of a number that a source makes each time.
  package init(id: CaseID, from source: any CaseSource, _ number: Int) {
    self.id = id
    content = .drafted(source, number)
  }

  /// Whether it is made each time that something of it is asked for: see ``CaseSource`` for what it is then.
  package var isDrafted: Bool { source != nil }

  /// The case as it is, for whoever asks for more than one thing of it.
  package var made: Case {
    guard isDrafted else { return self }
    var made = self
    made.content = .whole(whole)
    return made
  }

  /// The roles of its requests that carry the suite's credential, in their order; `nil` is the suite's usual
  /// caller.
  package var callers: [String?] {
    if let source { return source.callers }
    return whole.fields.steps.lazy.map(\.request).filter(\.carriesCredential).map(\.role)
  }

  /// The givens that it needs, in the order in which they first occur.
  public var givens: [Given.ID] {
    guard !isDrafted else { return [] }
    var names: [Given.ID] = []
    for step in steps { step.request.addGivens(to: &names) }
    for step in cleanUp { step.request.addGivens(to: &names) }
    return names
  }
}
