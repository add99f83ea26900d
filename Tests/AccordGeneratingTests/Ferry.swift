import Accord

/// An API of a ferry: what a crossing costs, crossings that are sought, and bookings with their states.
enum Ferry {
  static let suite = ContractSuite(
    "ferry",
    name: "Ferry",
    "Prices and books crossings.",
    contracts: [search, quote, book, get, hold, release, board, cancel],
    lifeCycles: [booking]
  )

  // MARK: - Crossings

  static let search = Contract(
    "crossings.search",
    "Lists crossings.",
    document: "ferry.txt",
    effect: .readOnly,
    routes: [.get("/crossings")],
    parameters: [
      .query("limit", .integer(in: 1...50), example: 10, invalid: .status(.badRequest)),
      .query("order", .oneOf("departure", "price", "length"), invalid: .status(.badRequest)),
      .query("night", .boolean, invalid: .status(.badRequest)),
      .query("port", .string(length: 2...12), example: "Norden", invalid: .status(.badRequest)),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("crossings", .array(of: .object([.required("number", .integer(in: 1...))])))
          ])
        )
      )
      .tied(.items("/crossings", atMost: "limit"))
    ],
    examples: [.example("some", query: ["limit": 10])]
  )

  // MARK: - Quotes

  static let party = Schema.recursive("party") { party in
    .object([
      .required("size", .integer(in: 1...60)),
      .optional("parties", .array(of: party, count: 0...3)),
    ])
  }

  static let car = Schema.object([
    .required("kind", .constant("car")),
    .required("length", .integer(in: 1...20)),
    .optional("plate", .string(length: 1...10)),
  ])

  static let bicycles = Schema.object([
    .required("kind", .constant("bicycles")),
    .required("count", .integer(in: 1...9)),
    .optional("folded", .boolean),
  ])

  static let request = Schema.object([
    .required("day", .date),
    .required("party", party),
    .required("cabin", .oneOf("none", "inside", "outside", "suite")),
    .optional("pets", .integer(in: 0...5)),
    .optional("vehicle", .exactlyOne([car, bicycles])),
    .optional("remark", .string(length: 0...40)),
    .optional("contact", .string(length: 3...20).nullable),
    .optional("newsletter", .boolean),
    .optional(
      "luggage",
      .array(of: .object([.required("weight", .integer(in: 1...40))]), count: 0...6)
    ),
    .optional("tags", .array(of: .string(length: 1...8), count: 0...5)),
  ])

  static let quote = Contract(
    "quotes.make",
    "Says what a crossing costs, and repeats what was asked.",
    document: "ferry.txt",
    effect: .readOnly,
    routes: [.post("/quotes")],
    body: .body(
      request,
      malformed: .status(.badRequest),
      incomplete: .status(.unprocessableContent),
      invalid: .status(.unprocessableContent)
    ),
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("price", .integer(in: 0...)), .required("people", .integer(in: 1...)),
            .optional("remark", .string), .optional("tags", .array(of: .string)),
          ])
        )
      )
      .tied(.value("/remark", sentAt: "/remark"), .value("/tags", sentAt: "/tags"))
    ],
    examples: [
      .example(
        "family",
        body: [
          "day": "2026-07-01", "party": ["size": 4], "cabin": "inside", "pets": 1,
          "vehicle": ["kind": "car", "length": 5, "plate": "AB 123"], "remark": "By the window",
          "contact": "Berg", "newsletter": false, "luggage": [["weight": 20]], "tags": ["summer"],
        ]
      ),
      .example(
        "cyclists",
        body: [
          "day": "2026-07-02", "party": ["size": 2], "cabin": "none",
          "vehicle": ["kind": "bicycles", "count": 2, "folded": true],
        ]
      ),
    ]
  )

  // MARK: - Bookings

  static let booking = LifeCycle.lifeCycle(
    "booking",
    of: "booking",
    states: ["open", "held", "boarded", "cancelled"],
    from: .made(
      .step("make", "bookings.make", outputs: [.output("id", .body("/id"), .integer(in: 1...))])
    ),
    transitions: [
      .transition(call("hold"), from: "open", to: "held"),
      .transition(call("release"), from: "held", to: "open"),
      .transition(call("board"), from: "open", "held", to: "boarded"),
      .transition(call("cancel"), from: "open", "held", to: "cancelled"),
    ],
    refusals: [
      .refused("hold", in: "held", "boarded", "cancelled", by: conflict),
      .refused("release", in: "open", "boarded", "cancelled", by: conflict),
      .refused("board", in: "boarded", "cancelled", by: conflict),
      .refused("cancel", in: "boarded", "cancelled", by: conflict),
    ],
    views: [
      .read(.step("get", "bookings.get", arguments: ["id": .identity("id")]), state: "/state")
    ]
  )

  private static func call(_ name: String) -> Workflow.Step {
    .step(name, "bookings.\(name)", arguments: ["id": .identity("id")])
  }

  private static let conflict = Workflow.Step.Expectation.refusal(
    .status(.conflict),
    because: "is not allowed in this state"
  )

  private static let view = Schema.object([
    .required("id", .integer(in: 1...)),
    .required("state", .oneOf("open", "held", "boarded", "cancelled")),
  ])

  /// Each example is about a booking of its own, which is in the state that it needs.
  private static func number(_ example: Operand) -> Parameter {
    .path(
      "id",
      .integer(in: 1...),
      example: example,
      unknown: .status(.notFound, probes: [.probe("none", 99_999, why: "is no booking")])
    )
  }

  static let book = Contract(
    "bookings.make",
    "Books a crossing.",
    document: "ferry.txt",
    effect: .changesState,
    routes: [.post("/bookings")],
    responses: [.status(.created, .payload(view))],
    examples: [.example("one", changesState: true)]
  )

  static let get = Contract(
    "bookings.get",
    "Returns a booking.",
    document: "ferry.txt",
    effect: .readOnly,
    routes: [.get("/bookings/{id}")],
    parameters: [number(5)],
    responses: [.status(.ok, .payload(view))],
    examples: [.example("one")]
  )

  static let hold = change("hold", 1)
  static let release = change("release", 2)
  static let board = change("board", 3)
  static let cancel = change("cancel", 4)

  private static func change(_ name: String, _ example: Operand) -> Contract {
    Contract(
      "bookings.\(name)",
      "Changes the state of a booking: \(name).",
      document: "ferry.txt",
      effect: .changesState,
      routes: [.post("/bookings/{id}/\(name)")],
      parameters: [number(example)],
      responses: [.status(.ok, .payload(view))],
      examples: [.example("one", changesState: true)]
    )
  }
}
