import Accord

/// An API of whose answers one kind is never asked for: no example is `full`.
enum Gap {
  static let suite = ContractSuite(
    "gap",
    name: "Gap",
    "Lists tins.",
    errors: ErrorCatalogue(entries: [], places: []),
    contracts: [list]
  )

  static let list = Contract(
    "tins.list",
    "Lists the tins.",
    document: "gap.txt",
    effect: .readOnly,
    routes: [.get("/tins")],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("tins", .array(of: .object([.required("label", .nonEmptyString)])))
          ])
        )
      )
    ],
    examples: [.example("all")]
  )
}
