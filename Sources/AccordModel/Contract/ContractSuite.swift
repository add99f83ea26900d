/// One API: its contracts and what they share.
public struct ContractSuite: Sendable, Hashable, Identifiable {
  /// The identifier, such as `shop`: lower case, hyphens.
  public var id: String

  /// The API's name.
  public var name: String

  /// What the API is, as one sentence.
  public var summary: String

  /// The folder of its sources below the package, for messages: `Contracts/Shop`.
  public var folder: String?

  /// How callers prove who they are.
  public var credential: Credential?

  /// How the callers prove who they are that contracts and examples call by name.
  public var roles: Credential.Roles

  /// The formats that it writes, the usual first.
  public var formats: [Format]

  /// How a request chooses among them.
  public var negotiation: Negotiation?

  /// Its errors.
  public var errors: ErrorCatalogue

  /// The live data that its cases need.
  public var givens: [Given]

  /// Its contracts.
  public var contracts: [Contract]

  /// Operations beside them that its workflows and life cycles call.
  public var neighbours: [Neighbour]

  /// Its workflows: orders of calls that belong together.
  public var workflows: [Workflow]

  /// The life cycles of its resources.
  public var lifeCycles: [LifeCycle]

  /// How long the answers of its contracts take at most that do not say it themselves;
  /// ``answers(within:basis:fileID:line:)`` sets it.
  public package(set) var responseTime: ResponseTime?

  /// Where it is declared.
  public var source: SourceLine

  /// What its mock does beyond the contracts.
  package var mock: SuiteMock?

  /// Creates a suite.
  public init(
    _ id: String,
    name: String,
    _ summary: String,
    folder: String? = nil,
    credential: Credential? = nil,
    roles: Credential.Roles = [:],
    formats: [Format] = [.json],
    negotiation: Negotiation? = nil,
    errors: ErrorCatalogue = .none,
    givens: [Given] = [],
    contracts: [Contract],
    neighbours: [Neighbour] = [],
    workflows: [Workflow] = [],
    lifeCycles: [LifeCycle] = [],
    fileID: String = #fileID,
    line: Int = #line
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.folder = folder
    self.credential = credential
    self.roles = roles
    self.formats = formats
    self.negotiation = negotiation
    self.errors = errors
    self.givens = givens
    self.contracts = contracts
    self.neighbours = neighbours
    self.workflows = workflows
    self.lifeCycles = lifeCycles
    source = SourceLine(fileID: fileID, line: line)
  }

  /// The contract of this identifier, that of a neighbour among them.
  public func contract(_ id: Contract.ID) -> Contract? {
    contracts.first { $0.id == id } ?? neighbours.first { $0.contract.id == id }?.contract
  }

  /// The format of this identifier.
  public func format(_ id: Format.ID) -> Format? { formats.first { $0.id == id } }

  /// The given of this identifier.
  public func given(_ id: Given.ID) -> Given? { givens.first { $0.id == Given.base(of: id) } }
}
