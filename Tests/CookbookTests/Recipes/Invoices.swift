import Accord

/// An API whose errors are problem details (RFC 9457), in a media type of their own.
enum Invoices {
  static let suite = ContractSuite(
    "invoices",
    name: "Invoices",
    "Keeps invoices.",
    folder: "Tests/CookbookTests/Recipes",
    errors: ErrorCatalogue(
      entries: [
        .entry("not-found", statuses: .exactly(.notFound)),
        .entry("not-payable", statuses: .exactly(.conflict)),
      ],
      places: [.type(base: "https://errors.example/")],
      message: "/title",
      formats: [.problemJSON],
      schemas: [problem]
    ),
    contracts: [get, pay]
  )

  static let problem = Schema.object([
    .required("type", .format("uri-reference")), .required("title", .nonEmptyString),
    .optional("status", .integer(in: 400...599)), .optional("detail", .string),
  ])

  static let number = Parameter.path(
    "number",
    .integer(in: 1...),
    example: 7,
    invalid: .status(.unprocessableContent),
    unknown: .error("not-found", probes: [.probe("none", 99, why: "is no invoice")])
  )

  static let get = Contract(
    "invoices.get",
    "Returns an invoice.",
    document: "invoices.md",
    effect: .readOnly,
    routes: [.get("/invoices/{number}")],
    parameters: [number],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("number", .integer(in: 1...)), .required("total", .number(in: 0...)),
          ])
        )
      )
    ],
    errors: [.named("not-found", .byRequest)],
    examples: [.example("one")]
  )

  static let pay = Contract(
    "invoices.pay",
    "Pays an invoice.",
    document: "invoices.md",
    effect: .changesState,
    routes: [.post("/invoices/{number}/payment")],
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    errors: [
      .named("not-found", .byRequest),
      .named("not-payable", .byExample, "The invoice is paid."),
    ],
    examples: [
      .example("open", changesState: true),
      .example("paid", path: ["number": 8], expect: .refusal(.error("not-payable"))),
    ]
  )
}
