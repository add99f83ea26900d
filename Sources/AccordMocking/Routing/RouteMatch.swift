public import AccordModel

/// Where a request leads.
public struct RouteMatch: Sendable {
  /// The contract.
  public let contract: Contract

  /// Its route.
  public let route: Contract.Route

  /// The variables of the path, decoded.
  public let variables: [NamedText]

  /// The value of a variable.
  public func value(of name: String) -> String? {
    variables.first { $0.isNamed(name, ignoringCase: true) }?.value
  }
}
