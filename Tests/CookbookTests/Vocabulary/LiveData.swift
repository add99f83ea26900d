import Accord

/// Examples and the live data that they need.
enum LiveData {
  static let suite = ContractSuite(
    "data",
    name: "Data",
    "Shows where values come from.",
    folder: "Tests/CookbookTests/Vocabulary",
    givens: [
      .given("order", .integer(in: 1...), "An order that is open."),
      .given(
        "seat",
        fields: [.init("row", .integer(in: 1...)), .init("number", .integer(in: 1...))],
        "A seat that is free."
      ),
      .given("hall", .string, "The name of a hall.", guess: "main"),
    ],
    contracts: [cancel, book, register]
  )

  static let cancel = Contract(
    "orders.cancel",
    "Cancels an order.",
    document: "data.md",
    effect: .changesState,
    routes: [.delete("/orders/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: .given("order"))],
    responses: [.status(.noContent, .empty)],
    examples: [.example("open", consumes: ["order"])]
  )

  static let book = Contract(
    "seats.book",
    "Books a seat.",
    document: "data.md",
    effect: .changesState,
    routes: [.post("/seats")],
    body: .body(
      .object([.required("row", .integer(in: 1...)), .required("number", .integer(in: 1...))])
    ),
    responses: [.status(.noContent, .empty)],
    examples: [
      .example(
        "free",
        body: ["row": 1, "number": 1],
        bodyValues: [
          .at("/row", .given("seat", field: "row")),
          .at("/number", .given("seat", field: "number")),
        ],
        consumes: ["seat"]
      )
    ]
  )

  static let register = Contract(
    "accounts.add",
    "Registers an account.",
    document: "data.md",
    effect: .changesState,
    routes: [.post("/accounts")],
    body: .body(.object([.required("mail", .format("email"))])),
    responses: [.status(.noContent, .empty)],
    examples: [
      .example(
        "new",
        body: ["mail": "a@mail.example"],
        bodyValues: [.at("/mail", .unique(prefix: "a", suffix: "@mail.example"))],
        changesState: true
      )
    ]
  )
}
