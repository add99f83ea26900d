import AccordModel
import AccordSchema

/// The members of a document that begin with `x-accord-`.
enum SuiteExtension {
  /// The member without which the others mean nothing.
  static let contracts = "x-accord-contracts"
  /// The identifiers of what is listed, and not written.
  static let workflows = "x-accord-workflows"
  static let lifeCycles = "x-accord-life-cycles"
  static let neighbours = "x-accord-neighbours"
  /// In an operation, its contract and its route.
  static let contract = "x-accord-contract"
  static let route = "x-accord-route"

  /// What of a suite is written and read, a row each.
  static var rows: ExtensionRows<ContractSuite> {
    var rows = ExtensionRows<ContractSuite>()
    rows.must("x-accord-suite", \.id, .text)
    rows.must("x-accord-formats", \.formats, .list(.format))
    rows.may("x-accord-credential", \.credential, .credential)
    rows.may("x-accord-roles", \.roles.list, .list(.role), unless: [])
    rows.may("x-accord-negotiation", \.negotiation, .negotiation)
    rows.may("x-accord-errors", \.errors, .errors, unless: .none)
    rows.may("x-accord-live-data", \.givens, .list(.given), unless: [])
    rows.may("x-accord-response-time", \.responseTime, .responseTime)
    rows.must(contracts, \.contracts, .list(.contract))
    return rows
  }

  /// All members that stand at the root of a document.
  static var names: [String] { rows.list.map(\.name) + [workflows, lifeCycles, neighbours] }
}
