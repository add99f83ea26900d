import AccordModel

/// Puts roles into a suite.
struct RoleStatement {
  private let imported: ImportedSuite
  private let operations: OperationIndex
  /// The place of each contract in the suite.
  private let places: [Contract.ID: Int]
  private var suite: ContractSuite
  private var stated: Set<String> = []

  init(imported: ImportedSuite) {
    self.imported = imported
    operations = imported.operations
    suite = imported.suite
    places = Dictionary(
      suite.contracts.enumerated().map { ($0.element.id, $0.offset) }
    ) { first, _ in first }
  }

  /// Adds a role, in the place of one that has its name.
  mutating func add(_ role: StatedRole) throws(UnmatchedSetting) {
    let scheme = try scheme(of: role)
    let variable = ContractNames.variable(suite.id, role.name)
    stated.insert(role.name)
    suite.roles.list.removeAll { $0.name == role.name }
    suite.roles.list.append(
      Credential.Roles.Role(role.name, scheme.credential(named: variable))
    )
    for pattern in role.calls {
      for index in try contracts(pattern) {
        call(&suite.contracts[index], as: role)
      }
    }
    for refused in role.refused {
      for index in try contracts(refused.operations) {
        let example = Self.example(of: refused.refusal, for: role, in: suite.contracts[index])
        suite.contracts[index].examples.append(example)
      }
    }
  }

  /// The suite; callers that nothing is called as any more are left out.
  func finished() -> ContractSuite {
    var suite = suite
    let contracts = Dictionary(
      imported.calls.map { ($0.words, $0.contract) }
    ) { first, _ in first }
    let roles = Dictionary(
      suite.contracts.map { ($0.id, $0.credential?.role) }
    ) { first, _ in first }
    func calling(_ discovery: inout Given.Discovery?) {
      guard let name = discovery?.name, let contract = contracts[name],
        let role = roles[contract] ?? nil
      else { return }
      discovery?.request.credential = .valid(as: role)
    }
    for index in suite.givens.indices {
      calling(&suite.givens[index].discovery)
      calling(&suite.givens[index].creation)
    }
    var used: Set<String?> = Set(stated)
    for contract in suite.contracts {
      if let rule = contract.credential { used.insert(rule.role) }
      used.formUnion(contract.examples.compactMap(\.role))
    }
    for discovery in suite.givens.flatMap({ [$0.discovery, $0.creation] }) {
      if case .valid(let role)? = discovery?.request.credential { used.insert(role) }
    }
    used.formUnion(suite.workflows.flatMap(\.steps).compactMap(\.role))
    suite.roles.list.removeAll { !used.contains($0.name) }
    if !used.contains(nil) { suite.credential = nil }
    return suite
  }

  /// The places of the contracts whose operations fit a pattern, in order.
  private func contracts(_ pattern: String) throws(UnmatchedSetting) -> [Int] {
    let ids = operations.contracts(fitting: pattern)
    guard !ids.isEmpty else { throw .operation(pattern, known: operations.names) }
    return ids.compactMap { places[$0] }.sorted()
  }

  private func scheme(of role: StatedRole) throws(UnmatchedSetting) -> DescribedScheme {
    let schemes = imported.schemes
    guard let name = role.scheme else {
      guard let only = schemes.first, schemes.count == 1 else {
        throw .noScheme(role: role.name, known: imported.schemeNames)
      }
      return only
    }
    guard let scheme = schemes.first(where: { $0.name == name }) else {
      throw .scheme(name, known: imported.schemeNames)
    }
    return scheme
  }

  private func call(_ contract: inout Contract, as role: StatedRole) {
    contract.credential = .required(
      as: role.name,
      missing: contract.credential?.missing,
      invalid: contract.credential?.invalid,
      fileID: role.source.fileID,
      line: role.source.line
    )
  }

  /// The usual request of a contract by a role that may not send it.
  ///
  /// It uses up what it names, as it would if it were not refused.
  private static func example(
    of refusal: Refusal,
    for role: StatedRole,
    in contract: Contract
  ) -> Example {
    let usual = contract.examples.first { example in
      if case .response = example.outcome { true } else { false }
    }
    let names = contract.examples.map(\.name)
    let wanted = "not-by-" + ContractNames.hyphenated(role.name, dots: false)
    var name = wanted
    var number = 2
    while names.contains(name) {
      name = "\(wanted)-\(number)"
      number += 1
    }
    var example = usual ?? .example(name)
    example.name = name
    example.role = role.name
    example.otherResponses = []
    example.outcome = .refusal(
      refusal.belonging(to: "example/\(name)", when: "A call as \(role.name)")
    )
    example.clause = Clause(
      "example/\(name)",
      "The role \(role.name) may not call it.",
      basis: .stated,
      source: role.source
    )
    return example
  }
}
