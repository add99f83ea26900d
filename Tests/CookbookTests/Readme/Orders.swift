import Accord

/// An API of orders, whose pieces the README shows.
enum Orders {
  static let suite = ContractSuite(
    "orders",
    name: "Orders",
    "Takes orders, and prints them.",
    folder: "Tests/CookbookTests/Readme",
    formats: [
      .json, .plainText, .form, .formData, Format("pdf", .bytes, mediaType: "application/pdf"),
      Format("order", .json, mediaType: "application/vnd.acme.order+json"),
    ],
    errors: ErrorCatalogue(
      entries: [],
      places: [],
      message: "/title",
      formats: [.problemJSON],  // application/problem+json, whatever other answers are
      schemas: [problem]
    ),
    contracts: [get, list, add, remove],
    workflows: [
      .workflow(
        "order-lives",
        "An order that is placed is read, and is gone when it is cancelled.",
        steps: [
          .step("place", "orders.add", outputs: [.output("id", .body("/id"), .integer)]),
          .step("read", "orders.get", arguments: ["id": .output("id", of: "place")]),
          .step("cancel", "orders.remove", arguments: ["id": .output("id", of: "place")]),
          .step(
            "read again",
            "orders.get",
            arguments: ["id": .output("id", of: "place")],
            expect: .refused("parameter/id/unknown"),
            dependsOn: ["cancel"]
          ),
        ],
        cleanUp: [.step("remove", "orders.remove", arguments: ["id": .output("id", of: "place")])]
      )
    ]
  )

  static let problem = Schema.object([.required("title", .nonEmptyString)])

  static let order = Schema.object([
    .required("id", .integer(in: 1...)), .required("status", .oneOf("open", "sent")),
  ])

  static let orderFields = Schema.object([.required("article", .nonEmptyString)])

  static let orders = Schema.object([
    .required("orders", .array(of: order)), .optional("next", .string),
  ])

  static let number: [Parameter] = [
    .path(
      "id",
      .integer(in: 1...),
      example: 1,
      unknown: .status(.notFound, probes: [.probe("none", 99, why: "is no order")])
    )
  ]

  static let add = Contract(
    "orders.add",
    "Places an order.",
    document: "orders.txt",
    effect: .changesState,
    routes: [.post("/orders")],
    body: .body(order, in: ["json", "form"], schemas: [.schema(orderFields, in: "form")]),
    responses: [.status(.created, .payload(order), in: ["json"])],
    examples: [.example("lamp", body: ["id": 1, "status": "open"], changesState: true)]
  )

  static let get = Contract(
    "orders.get",
    "Returns an order, or its print.",
    document: "orders.txt",
    effect: .readOnly,
    routes: [.get("/orders/{id}")],
    parameters: number,
    responses: [
      .status(.ok, .payload(order), in: ["order"]),
      .status(
        .ok,
        .bytes(count: 1...1_000_000),
        in: ["pdf"],
        digests: [.required("Repr-Digest", .dictionary)],
        name: "pdf"
      ),
    ],
    examples: [
      .example("one"),
      .example("printed", in: "pdf"),
      .example(
        "any",
        headers: ["Accept": "application/pdf, application/*;q=0.5"]
      ),
    ]
  )

  static let list = Contract(
    "orders.list",
    "Lists orders.",
    document: "orders.txt",
    effect: .readOnly,
    routes: [.get("/orders").otherMethods(.status(.methodNotAllowed))],
    parameters: [
      .query("limit", .integer(in: 1...100), invalid: .statuses(.anyOf([400, 422]))),
      .query("status", .oneOf("open", "sent")),
      .query("after", .string),
    ],
    responses: [
      .status(.ok, .payload(orders), in: ["json"]).tied(
        .items("/orders", atMost: "limit"),
        .every("/orders", "/status", is: "status")
      )
    ],
    unacceptable: .status(.notAcceptable),  // 406; 415 is what body(unsupported:) says
    examples: [.example("first", query: ["limit": 2, "status": "open"])],
    relations: [
      .relation(
        "pages",
        "The pages hold every order once.",
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

  static let remove = Contract(
    "orders.remove",
    "Cancels an order.",
    document: "orders.txt",
    effect: .changesState,
    routes: [.delete("/orders/{id}")],
    parameters: number,
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", changesState: true)]
  )
}
