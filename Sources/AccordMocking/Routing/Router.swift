import AccordModel
import HTTPTypes

/// Finds the route of a request in one suite.
struct Router: Sendable {
  /// What was found.
  enum Finding: Sendable {
    /// A route that answers the method.
    case route(RouteMatch)
    /// Routes of this path that answer other methods only, with what the first says of those that
    /// none answers.
    case otherMethods([String], RouteMatch)
    /// No route has this path.
    case nothing
  }

  /// What can be called.
  private let operations: [Contract]

  /// Whether literal text of a path is compared without regard to case.
  let ignoresCase: Bool

  init(suite: ContractSuite, ignoresCase: Bool) {
    operations = suite.operations
    self.ignoresCase = ignoresCase
  }

  /// The route that has this path and answers this method.
  ///
  /// Of several it is the one whose literal text says more; of those the one that has most of the query
  /// among its required parameters, as `?uploads` tells one call of an object from another; and of those
  /// the first in the order of the suite.
  func find(_ method: String, _ path: String, _ query: [NamedText] = []) -> Finding {
    var allowed: [String] = []
    var best: RouteMatch?
    var other: RouteMatch?
    for contract in operations {
      for route in contract.routes {
        guard let variables = route.path.match(path, ignoringCase: ignoresCase) else { continue }
        for method in route.methods.probed.map(\.rawValue) where !allowed.contains(method) {
          allowed.append(method)
        }
        let encoded = variables.map { NamedText(name: $0.name, value: $0.value) }
        let found = RouteMatch(contract, route, encoded: encoded)
        if other?.route.otherMethods == nil { other = found }
        guard let method = HTTPRequest.Method(rawValue: method), route.methods.allows(method),
          best.map({ isMeant(found, before: $0, by: query) }) ?? true
        else { continue }
        best = found
      }
    }
    if let best { return .route(best) }
    return other.map { .otherMethods(allowed, $0) } ?? .nothing
  }

  /// Whether a route is meant before another one that has the same path.
  private func isMeant(
    _ match: RouteMatch,
    before other: RouteMatch,
    by query: [NamedText]
  ) -> Bool {
    if match.route.path.isCloser(than: other.route.path) { return true }
    guard !other.route.path.isCloser(than: match.route.path) else { return false }
    return match.requiredParameters(in: query) > other.requiredParameters(in: query)
  }

  /// Whether the path begins as one of the suite's routes does.
  func isNear(_ path: String) -> Bool {
    guard let first = path.split(separator: "/").first else { return false }
    return operations.flatMap(\.routes).contains { route in
      route.path.segments.first == [.literal(String(first))]
    }
  }
}

extension RouteMatch {
  /// How many parameters that its contract requires in the query are there; less than none where one is
  /// missing.
  fileprivate func requiredParameters(in query: [NamedText]) -> Int {
    let required = contract.parameters.filter { $0.isRequired && $0.places == [.query] }
    let isWhole = required.allSatisfy { parameter in
      query.contains { $0.isNamed(parameter.name, ignoringCase: true) }
    }
    return isWhole ? required.count : -1
  }
}
