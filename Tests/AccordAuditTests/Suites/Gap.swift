import Accord

/// An API whose author tries words in the place of numbers, and no number that is out of range.
enum Gap {
  static let suite = ContractSuite(
    "gap",
    name: "Gap",
    "Keeps tins.",
    errors: ErrorCatalogue(entries: [], places: []),
    contracts: [get]
  )

  static let get = Contract(
    "tins.get",
    "Returns a tin.",
    document: "gap.txt",
    effect: .readOnly,
    routes: [.get("/tins/{number}")],
    parameters: [
      .path(
        "number",
        .integer(in: 1...),
        example: 7,
        invalid: .status(.badRequest, probes: [.probe("word", "seven", why: "is no number")])
      )
    ],
    responses: [.status(.ok, .payload(.object([.required("label", .nonEmptyString)])))],
    examples: [.example("one")]
  )
}
