package import AccordModel
import HTTPTypes

/// Where a mutant is wrong: in all of a contract, or in what is told by one more thing.
package struct Scope: Sendable, Hashable {
  /// The contract.
  package var contract: Contract.ID
  /// The route, by its name; `nil` is every one.
  package var route: String?
  /// The method.
  package var method: String?
  /// The version that is asked for.
  package var version: Int?
  /// The format of the answer.
  package var format: Format.ID?

  /// Everything of a contract, or less.
  init(
    _ contract: Contract.ID,
    route: String? = nil,
    method: String? = nil,
    version: Int? = nil,
    format: Format.ID? = nil
  ) {
    self.contract = contract
    self.route = route
    self.method = method
    self.version = version
    self.format = format
  }

  /// Whether a request leads there.
  func contains(_ occasion: Occasion) -> Bool {
    occasion.contract.id == contract && route.map { $0 == occasion.route.name } ?? true
      && method.map { $0 == occasion.method } ?? true
      && version.map { $0 == occasion.version } ?? true
      && format.map { $0 == occasion.format.id } ?? true
  }

  /// What tells it from the whole contract, for an identifier; empty for the whole.
  var suffix: String {
    let parts = [
      route.map { "route-\($0)" }, method, version.map { "v\($0)" }, format.map { "in-\($0)" },
    ]
    return parts.compactMap(\.self).map { "@\($0)" }.joined()
  }

  /// The same in words, after a sentence; empty for the whole.
  var words: String {
    let parts = [
      route.map { ", on the route \($0) only" }, method.map { ", for \($0) only" },
      version.map { ", in version \($0) only" }, format.map { ", in \($0) only" },
    ]
    return parts.compactMap(\.self).joined()
  }

  /// What has to be so for requests to come there: that a route takes a method which is not its usual one, and
  /// that a format can be asked for which is not the usual one.
  func premises(in suite: ContractSuite) -> [Clause] {
    let routes = (suite.contract(contract)?.routes ?? []).filter {
      route == nil || $0.name == route
    }
    let taken = routes.filter { known in
      method.map { $0 != known.methods.probed.first?.rawValue } ?? false
    }
    guard let format, let negotiation = suite.negotiation, format != negotiation.fallback else {
      return taken.map(\.clause)
    }
    let way = negotiation.ways.first { $0.way == .accept } ?? negotiation.ways.first
    return taken.map(\.clause) + [way?.clause(for: format)].compactMap(\.self)
  }
}
