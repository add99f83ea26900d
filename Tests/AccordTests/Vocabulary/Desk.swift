import Accord

/// An API that says what other methods and media types get, ties its answers to its requests, and
/// redirects.
enum Desk {
  static let suite = ContractSuite(
    "desk",
    name: "Desk",
    "Keeps tickets.",
    errors: ErrorCatalogue(entries: [], places: []),
    contracts: [list, add, options, get, latest]
  )

  static let ticket = Schema.object([
    .required("id", .integer(in: 1...)), .required("title", .nonEmptyString),
    .required("status", .oneOf("open", "done")),
  ])

  static let list = Contract(
    "tickets.list",
    "Returns the tickets.",
    document: "desk.txt",
    effect: .readOnly,
    routes: [.get("/tickets").otherMethods(.status(.methodNotAllowed))],
    parameters: [
      .query("limit", .integer(in: 1...100), example: 2),
      .query("status", .oneOf("open", "done"), example: "done"),
    ],
    responses: [
      .status(.ok, .payload(.object([.required("tickets", .array(of: ticket))]))).tied(
        .items("/tickets", atMost: "limit"),
        .every("/tickets", "/status", is: "status")
      )
    ],
    unacceptable: .status(.notAcceptable),
    examples: [
      .example("all"), .example("one", query: ["limit": 1]),
      .example("done", query: ["status": "done"]),
    ]
  )

  static let add = Contract(
    "tickets.add",
    "Takes a ticket.",
    document: "desk.txt",
    effect: .changesState,
    routes: [.post("/tickets")],
    body: .body(
      .object([.required("title", .nonEmptyString)]),
      unsupported: .status(.unsupportedMediaType)
    ),
    responses: [
      .status(.created, .payload(ticket)).tied(.value("/title", sentAt: "/title"))
    ],
    examples: [.example("lamp", body: ["title": "The lamp is broken"], changesState: true)]
  )

  static let options = Contract(
    "tickets.options",
    "Says what can be done with tickets.",
    document: "desk.txt",
    effect: .readOnly,
    routes: [.options("/tickets")],
    responses: [.status(.noContent, .empty, headers: [.required("Allow")])],
    examples: [.example("options")]
  )

  static let get = Contract(
    "tickets.get",
    "Returns a ticket.",
    document: "desk.txt",
    effect: .readOnly,
    routes: [.get("/tickets/{id}").otherMethods(.status(.methodNotAllowed))],
    parameters: [.path("id", .integer(in: 1...), example: 3)],
    responses: [.status(.ok, .payload(ticket)).tied(.value("/id", is: "id"))],
    examples: [.example("three")]
  )

  static let latest = Contract(
    "tickets.latest",
    "Leads to the latest ticket.",
    document: "desk.txt",
    effect: .readOnly,
    routes: [.get("/latest")],
    responses: [
      .status(.seeOther, .unspecified, headers: [.required("Location", .format("uri-reference"))])
    ],
    examples: [.example("latest")]
  )
}
