import AccordModel

/// One route of a contract with one of the versions that it serves: where a request goes.
final class Endpoint: Sendable {
  let scope: ContractScope
  let route: Contract.Route

  /// The version; `nil` where the contract has none.
  let version: Int?

  /// The responses that may come here, each with the formats that it is written in, the usual first.
  private let responses: [(rule: ResponseRule, formats: [Format])]

  init(scope: ContractScope, route: Contract.Route, version: Int?) {
    self.scope = scope
    self.route = route
    self.version = version
    responses = scope.contract.responses.filter { rule in
      guard let version, !rule.versions.isEmpty else { return true }
      return rule.versions.contains(version)
    }
    .map { ($0, scope.writtenFormats(of: $0)) }
  }

  /// Whether a format is promised of any answer.
  var promisesFormats: Bool {
    contract.answers.contains(where: \.promisesFormat) || suite.errors.promisesBodies
  }

  var suite: ContractSuite { scope.suite }
  var contract: Contract { scope.contract }

  /// The identifiers of the suite and the contract.
  var suiteID: ContractSuite.ID { scope.suite.id }
  var contractID: Contract.ID { scope.contract.id }

  /// The examples that hold here.
  var examples: [Example] { contract.examples.filter(serves) }

  /// Whether an example holds here.
  func serves(_ example: Example) -> Bool {
    guard example.routes.isEmpty || example.routes.contains(route.name) else { return false }
    guard let version, !example.versions.isEmpty else { return true }
    return example.versions.contains(version)
  }

  /// Drafts of the examples that succeed, in the order of the contract.
  var bases: [RequestDraft] { examples.compactMap { draft(of: $0) } }

  /// The right request that probes start from: the first example that succeeds.
  var base: RequestDraft? {
    contract.examples.lazy.filter(serves).compactMap { self.draft(of: $0) }.first
  }

  private func draft(of example: Example) -> RequestDraft? {
    guard response(of: example) != nil else { return nil }
    return RequestDraft(example, at: self)
  }

  /// What an example gets here if it succeeds, in a format; `nil` where the request asks for none.
  func response(of example: Example, in format: Format?) -> ResponseRule? {
    response(of: example).map { contract.response(in: format?.id, besides: $0) }
  }

  /// What an example gets here if it succeeds, whatever its format.
  func response(of example: Example) -> ResponseRule? {
    place(of: example).map { responses[$0].rule }
  }

  /// The formats of the answer to a request that chooses none, the usual first.
  func writtenFormats(of example: Example) -> [Format] {
    place(of: example).map { responses[$0].formats } ?? Array(scope.formats.prefix(1))
  }

  private func place(of example: Example) -> Int? {
    guard case .response(let name) = example.outcome else { return nil }
    let id = "response/\(name)"
    return responses.firstIndex { $0.rule.clause.id == id }
      ?? (name == "success" && !responses.isEmpty ? 0 : nil)
  }

  /// The parts of identifiers that say where the request goes.
  var idParts: [String] {
    let route =
      contract.routes.count > 1 && !scope.versionsTellRoutes ? [self.route.name] : []
    return route + (version.map { ["v\($0)"] } ?? [])
  }

  /// The parts of identifiers that say which route is meant, whatever the version.
  var routeParts: [String] {
    guard contract.routes.count > 1 else { return [] }
    guard scope.versionsTellRoutes else { return [route.name] }
    let served = route.version?.served ?? []
    return ["v" + served.map(String.init).joined(separator: "+")]
  }

  /// Where the request goes, in words for titles, such as ` (route cancel, version 2)`.
  var words: String {
    let route =
      contract.routes.count > 1 && !scope.versionsTellRoutes ? ["route \(self.route.name)"] : []
    let parts = route + (version.map { ["version \($0)"] } ?? [])
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  /// Which route the request takes whatever its version, in words for titles.
  var routeWords: String {
    contract.routes.count > 1 && !scope.versionsTellRoutes ? " (route \(route.name))" : ""
  }

  /// Whether some method that cases try has content with a meaning (RFC 9110 section 9.3).
  var takesContent: Bool {
    route.methods.probed.contains(where: \.givesContentMeaning)
  }
}

extension ContractScope {
  /// The formats that a response is written in, the usual first.
  fileprivate func writtenFormats(of rule: ResponseRule) -> [Format] {
    guard rule.formats.isEmpty else { return rule.formats.compactMap { suite.format($0) } }
    // Bytes without a format of their own may come as anything.
    if case .octets = rule.content { return [] }
    let others = contract.responses.filter { $0.isSibling(of: rule) }.flatMap(\.formats)
    return (formats.first { !others.contains($0.id) } ?? formats.first).map { [$0] } ?? []
  }
}
