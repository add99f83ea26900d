import Accord
import ShippedContracts

/// A suite whose versions answer differently, which none of the shipped ones does.
enum Lending {
  static let suite = ContractSuite(
    "lending",
    name: "Lending desk",
    "Says what is lent to whom.",
    formats: [.json],
    contracts: [loan]
  )

  static let loan = Contract(
    "loans.one",
    "Says what a loan is.",
    document: "A desk of our own.",
    routes: [
      .get("/v{version}/loan", version: .version(in: .path("version"), serves: [1, 2]))
    ],
    responses: [
      .status(
        .ok,
        .payload(.object([.required("book", .nonEmptyString), .required("days", .integer)])),
        versions: [1],
        name: "days"
      ),
      .status(
        .ok,
        .payload(.object([.required("book", .nonEmptyString), .required("due", .nonEmptyString)])),
        versions: [2],
        name: "due"
      ),
    ],
    examples: [
      .example("days", versions: [1], expect: .response("days")),
      .example("due", versions: [2], expect: .response("due")),
    ]
  )
}

extension ContractSuite {
  /// Why a test cannot run.
  struct Missing: Error { var id: String }

  /// A suite that the servers of the tests serve.
  static func served(_ id: ContractSuite.ID) throws -> ContractSuite {
    let suites = ShippedContracts.suites + [Lending.suite]
    guard let suite = suites.first(where: { $0.id == id }) else { throw Missing(id: id) }
    return suite
  }
}
