public import AccordModel

/// Where a request leads.
public struct RouteMatch: Sendable {
  /// The contract.
  public let contract: Contract

  /// Its route.
  public let route: Contract.Route

  /// The variables of the path, decoded.
  public let variables: [NamedText]

  /// The variables of the path, still percent-encoded.
  let encoded: [NamedText]

  init(_ contract: Contract, _ route: Contract.Route, encoded: [NamedText]) {
    self.contract = contract
    self.route = route
    self.encoded = encoded
    variables = encoded.map { NamedText(name: $0.name, value: PercentEncoding.decode($0.value)) }
  }

  /// The value of a variable.
  public func value(of name: String) -> String? {
    variables.first { $0.isNamed(name, ignoringCase: true) }?.value
  }
}
