import Accord

/// Lists in pages, by cursors and by links.
enum Pages {
  static let suite = ContractSuite(
    "pages",
    name: "Pages",
    "Lists orders and tags.",
    folder: "Tests/CookbookTests/Recipes",
    contracts: [orders, tags]
  )

  static let order = Schema.object([.required("id", .integer(in: 1...))])

  static let orders = Contract(
    "orders.list",
    "Returns the orders by cursors.",
    document: "pages.md",
    effect: .readOnly,
    routes: [.get("/orders")],
    parameters: [
      .query("limit", .integer(in: 1...100), example: 2, invalid: .status(.badRequest)),
      .query("after", .string),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([.required("orders", .array(of: order)), .optional("next", .string)])
        )
      )
      .tied(.items("/orders", atMost: "limit"))
    ],
    examples: [.example("all"), .example("two", query: ["limit": 2])],
    relations: [
      .relation(
        "cursors",
        "Cursors lead to every order once.",
        .pagesHoldAll(
          Relation.Pages(
            next: .cursor("after", at: "/next"),
            size: "limit",
            items: "/orders",
            identity: ["/id"]
          )
        )
      )
    ]
  )

  static let tags = Contract(
    "tags.list",
    "Returns the tags by links.",
    document: "pages.md",
    effect: .readOnly,
    routes: [.get("/tags")],
    parameters: [.query("n", .integer(in: 1...), example: 2)],
    responses: [.status(.ok, .payload(.array(of: .nonEmptyString)))],
    examples: [.example("all")],
    relations: [
      .relation(
        "links",
        "Links lead to every tag once.",
        .pagesHoldAll(
          Relation.Pages(next: .link("next"), size: "n", items: "", identity: [""])
        )
      )
    ]
  )
}
