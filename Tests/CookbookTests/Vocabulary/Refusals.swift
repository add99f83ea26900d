import Accord

/// What goes wrong: refusals, error catalogues, assumptions.
enum Refusals {
  static let suite = ContractSuite(
    "refusals",
    name: "Refusals",
    "Shows how errors are stated.",
    folder: "Tests/CookbookTests/Vocabulary",
    errors: ErrorCatalogue(
      entries: [
        .entry("OutOfStock", statuses: .exactly(.conflict), code: 12),
        .entry("NoArticle", statuses: .anyOf([404, 410]), code: 13),
        .entry("Overloaded", statuses: .exactly(.serviceUnavailable), code: 14),
      ],
      places: [.name("/error/name"), .code("/error/code", success: 0)],
      message: "/error/text"
    ),
    contracts: [buy]
  )

  static let buy = Contract(
    "articles.buy",
    "Buys an article.",
    document: "refusals.md",
    effect: .changesState,
    routes: [.post("/articles/{id}")],
    parameters: [
      .path(
        "id",
        .integer(in: 1...),
        example: 1,
        invalid: .statuses(.anyOf([400, 422])),
        unknown: .error("NoArticle", probes: [.probe("none", 99, why: "is no article")])
      ),
      .query(
        "count",
        .integer(in: 1...9),
        example: 2,
        invalid: .status(.badRequest, refused: .assumption("The page says nothing of ten."))
      ),
    ],
    responses: [.status(.noContent, .empty)],
    errors: [
      .named("NoArticle", .byRequest),
      .named("OutOfStock", .byExample, "Nothing is left of it."),
      .named("Overloaded", .impossible(reason: "It depends on the load of the server.")),
    ],
    examples: [
      .example("one", changesState: true),
      .example("sold-out", path: ["id": 2], expect: .refusal(.error("OutOfStock"))),
    ]
  )

  static let listed = ErrorCatalogue(
    entries: [.entry("NAME_UNKNOWN", statuses: .exactly(.notFound))],
    places: [.listedName("/errors", member: "code")]
  )

  static let reason = ErrorCatalogue(
    entries: [.entry("NoBook", statuses: .exactly(.notFound))],
    places: [
      .own(
        "the reason phrase",
        at: .status,
        reading: { $0.status < 400 ? nil : $0.reason },
        writing: { name, response in response.reason = name }
      )
    ]
  )
}
