import AccordModel
import AccordSchema

/// A contract in its suite, as planners look at it.
///
/// It is a class because every draft of every case refers to it, and what it holds is much.
final class ContractScope: Sendable {
  let suite: ContractSuite
  let contract: Contract

  /// How it is planned.
  let options: PlanOptions

  /// The formats of the contract's answers, the usual first.
  let formats: [Format]

  /// Whether a request can choose among them.
  let negotiates: Bool

  init(suite: ContractSuite, contract: Contract, options: PlanOptions = PlanOptions()) {
    self.suite = suite
    self.options = options
    self.contract = contract
    formats = contract.formats(in: suite)
    negotiates = contract.negotiates(in: suite)
  }

  /// Every route with every version that it serves.
  var endpoints: [Endpoint] {
    contract.routes.flatMap { route in
      let served = route.version?.served ?? []
      let versions: [Int?] = served.isEmpty ? [nil] : served
      return versions.map { Endpoint(scope: self, route: route, version: $0) }
    }
  }

  /// Every route once, with the first of its versions that has an example.
  var routes: [Endpoint] {
    contract.routes.compactMap { route in
      let own = endpoints.filter { $0.route.name == route.name }
      return own.first { $0.base != nil } ?? own.first
    }
  }

  /// Whether requests to the contract may change what other cases see.
  var changesState: Bool {
    contract.effect == .changesState || contract.examples.contains { $0.changesState }
  }

  /// Whether the version alone tells which route is meant.
  var versionsTellRoutes: Bool {
    let served = contract.routes.map { $0.version?.served ?? [] }
    let all = served.flatMap(\.self)
    return served.allSatisfy { !$0.isEmpty } && Set(all).count == all.count
  }

  /// The versions of all routes.
  var versions: [Int] { contract.routes.flatMap { $0.version?.served ?? [] } }

  /// The names of the parameters that carry the version: the version rule speaks for them.
  func carriesVersion(_ parameter: Parameter) -> Bool {
    contract.routes.contains { route in
      switch route.version?.carrier {
      case .query(let name), .path(let name): name == parameter.name
      case .body(let pointer): pointer.tokens == [parameter.name]
      case .header, .mediaTypeParameter, nil: false
      }
    }
  }

  /// The listed errors that a refusal bears, by their own name or another spelling of it.
  func listedErrors(of refusal: Refusal) -> [ErrorClause] {
    contract.errors.filter { error in
      refusal.names.contains { name in
        guard name != error.name else { return true }
        guard let entry = suite.errors[name] else { return false }
        return entry == suite.errors[error.name]
      }
    }
  }

  /// The listed errors that no case brings about, with the reason.
  func notProvoked(by cases: [Case]) -> [Plan.NotProvoked] {
    guard !contract.errors.isEmpty else { return [] }
    let provoked = cases.reduce(into: Set<Clause.ID>()) { $0.formUnion($1.clauses) }
    return contract.errors.compactMap { error in
      let reason: String
      switch error.provocation {
      case .impossible(let why): reason = why
      case .byRequest:
        guard !provoked.contains(error.clause.id) else { return nil }
        reason =
          "The contract has no refusal with \(error.name) that a request could bring about: "
          + "give one to a header, a parameter, the body or a version."
      case .byExample:
        guard !provoked.contains(error.clause.id) else { return nil }
        reason = "The contract has no example that is refused with \(error.name): add one."
      }
      return Plan.NotProvoked(contract: contract.id, error: error.name, reason: reason)
    }
  }
}
