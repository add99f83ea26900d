import Accord

/// An ordinary API: its errors are told by their status, and written as problem details (RFC 9457).
enum Orders {
  static let suite = ContractSuite(
    "orders",
    name: "Orders",
    "Takes orders and cancels them.",
    errors: ErrorCatalogue(
      entries: [],
      places: [],
      message: "/title",
      formats: [.problemJSON],
      schemas: [problem]
    ),
    givens: [.given("order", .integer(in: 1...), "The number of an order.")],
    contracts: [list, add, get, cancel, change]
  )

  static let problem = Schema.object([
    .required("title", .nonEmptyString), .optional("status", .integer(in: 400...599)),
    .optional("detail", .string),
  ])

  static let order = Schema.object([
    .required("id", .integer(in: 1...)), .required("article", .nonEmptyString),
  ])

  static let number = Parameter.path(
    "id",
    .integer(in: 1...),
    example: .given("order"),
    invalid: .statuses(.anyOf([404, 422])),
    unknown: .status(.notFound, probes: [.probe("no-order", 99_999, why: "is no order")])
  )

  static let list = Contract(
    "orders.list",
    "Returns the orders.",
    document: "orders.txt",
    routes: [.get("/orders")],
    headers: [.optional("Accept-Language", .string)],
    parameters: [
      .query("limit", .integer(in: 1...100), invalid: .status(.unprocessableContent))
    ],
    responses: [.status(.ok, .payload(.array(of: order)), headers: [.optional("ETag", etag)])],
    examples: [
      .example("all"), .example("few", query: ["limit": 2]),
      .example("in-german", headers: ["Accept-Language": "de"]),
    ]
  )

  static let etag = Schema.string(pattern: #"^(W/)?"[^"]*"$"#)

  static let add = Contract(
    "orders.add",
    "Takes an order.",
    document: "orders.txt",
    routes: [.post("/orders")],
    body: .body(
      .object([.required("article", .nonEmptyString)]),
      malformed: .statuses(.clientError),
      incomplete: .status(.unprocessableContent),
      invalid: .status(.unprocessableContent)
    ),
    responses: [
      .status(.created, .payload(order), headers: [.required("Location", .nonEmptyString)])
    ],
    examples: [.example("a-lamp", body: ["article": "lamp"], changesState: true)]
  )

  static let get = Contract(
    "orders.get",
    "Returns an order.",
    document: "orders.txt",
    routes: [.get("/orders/{id}")],
    parameters: [number],
    responses: [.status(.ok, .payload(order))],
    examples: [.example("one")]
  )

  static let cancel = Contract(
    "orders.cancel",
    "Cancels an order.",
    document: "orders.txt",
    routes: [.delete("/orders/{id}")],
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", changesState: true)]
  )

  static let change = Contract(
    "orders.change",
    "Changes an order.",
    document: "orders.txt",
    routes: [.patch("/orders/{id}")],
    parameters: [number],
    body: .body(
      .object([.optional("article", .nonEmptyString)]),
      invalid: .status(.unprocessableContent)
    ),
    responses: [.status(.ok, .payload(order))],
    examples: [.example("another-article", body: ["article": "chair"], changesState: true)]
  )
}
