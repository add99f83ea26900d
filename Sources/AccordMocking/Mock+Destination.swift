package import AccordModel

extension Mock {
  /// Where a request leads, before anything in it is looked at.
  package struct Destination: Sendable {
    /// The contract.
    package var contract: Contract
    /// The route.
    package var route: Contract.Route
    /// The method that counts, which a convention may take from elsewhere.
    package var method: String
    /// Whether the route answers this method.
    package var isServed: Bool
    /// The variables of the path, decoded.
    package var variables: [NamedText]
    /// The format in which it is answered.
    package var format: Format
    /// The suite.
    package var suite: ContractSuite.ID
  }

  /// Where a request leads; `nil` where no contract has its path.
  package func destination(of request: MockRequest) -> Destination? {
    let target = RequestTarget(request.target)
    var other: Destination?
    for host in hosts {
      let found = host.find(request, target)
      func destination(_ match: RouteMatch, isServed: Bool) -> Destination {
        Destination(
          contract: match.contract,
          route: match.route,
          method: host.convention.method(of: request, target),
          isServed: isServed,
          variables: match.variables,
          format: host.convention.format(
            of: request,
            target,
            suffix: found.suffix,
            contract: match.contract
          ),
          suite: host.suite.id
        )
      }
      switch found.finding {
      case .route(let match): return destination(match, isServed: true)
      case .otherMethods(_, let match): other = other ?? destination(match, isServed: false)
      case .nothing: continue
      }
    }
    return other
  }
}
