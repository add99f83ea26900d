public import AccordModel
public import AccordSchema

/// A request that was checked and found right as far as its contract alone can say.
public struct MockCall: Sendable {
  /// The contract.
  public let contract: Contract

  /// The route.
  public let route: Contract.Route

  /// The version asked for, where the endpoint has versions.
  public let version: Int?

  /// The parameters that have a value, in the order of the contract.
  public let parameters: [JSONMember]

  /// The body as it was read.
  public let body: JSON?

  /// The request itself.
  public let request: MockRequest

  /// The role of the caller, by its name in the suite; `nil` is the usual caller, or nobody that is
  /// known.
  public let role: String?

  /// Creates a call, as a convention does that reads requests in its own way.
  public init(
    _ contract: Contract,
    _ route: Contract.Route,
    version: Int? = nil,
    parameters: [JSONMember] = [],
    body: JSON? = nil,
    request: MockRequest,
    role: String? = nil
  ) {
    self.contract = contract
    self.route = route
    self.version = version
    self.parameters = parameters
    self.body = body
    self.request = request
    self.role = role
  }

  /// The value of a parameter.
  public func value(of name: String) -> JSON? { parameters.first { $0.key == name }?.value }
}
