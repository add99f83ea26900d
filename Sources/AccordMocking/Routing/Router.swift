import AccordModel
import AccordSchema
import HTTPTypes

/// Finds the route of a request in one suite.
struct Router: Sendable {
  /// What was found.
  enum Finding: Sendable {
    /// A route that answers the method.
    case route(RouteMatch)
    /// Routes of this path that answer other methods only.
    case otherMethods([String])
    /// No route has this path.
    case nothing
  }

  let suite: ContractSuite

  /// Whether literal text of a path is compared without regard to case.
  let ignoresCase: Bool

  /// The first route, in the order of the suite, that has this path and answers this method.
  func find(_ method: String, _ path: String) -> Finding {
    var allowed: [String] = []
    for contract in suite.contracts {
      for route in contract.routes {
        guard let variables = route.path.match(path, ignoringCase: ignoresCase) else { continue }
        if let method = HTTPRequest.Method(rawValue: method), route.methods.allows(method) {
          return .route(
            RouteMatch(
              contract: contract,
              route: route,
              variables: variables.map { name, value in
                NamedText(
                  name: name,
                  value: String(
                    decoding: PercentEscapes.octets(of: Array(value.utf8)),
                    as: UTF8.self
                  )
                )
              }
            )
          )
        }
        for method in route.methods.probed.map(\.rawValue) where !allowed.contains(method) {
          allowed.append(method)
        }
      }
    }
    return allowed.isEmpty ? .nothing : .otherMethods(allowed)
  }

  /// Whether the path begins as one of the suite's routes does.
  func isNear(_ path: String) -> Bool {
    guard let first = path.split(separator: "/").first else { return false }
    return suite.contracts.flatMap(\.routes).contains { route in
      route.path.segments.first == [.literal(String(first))]
    }
  }
}
