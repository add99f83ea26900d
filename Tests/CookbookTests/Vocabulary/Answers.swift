import Accord

/// What answers are: bodies and formats, media types, digests, ties, negotiation.
enum Answers {
  static let order = Format("order", .json, mediaType: "application/vnd.acme.order+json")
  static let several = Format("several", .parts, mediaType: "multipart/mixed")

  static let suite = ContractSuite(
    "answers",
    name: "Answers",
    "Shows how bodies are stated.",
    folder: "Tests/CookbookTests/Vocabulary",
    formats: [
      .json, order, .plainText, .form, .octetStream,
      Format("pdf", .bytes, mediaType: "application/pdf"),
    ],
    contracts: [get, list, add, blob, latest]
  )

  static let schema = Schema.object([
    .required("id", .integer(in: 1...)), .required("article", .nonEmptyString),
    .optional("status", .oneOf("open", "sent")),
  ])

  static let get = Contract(
    "orders.get",
    "Returns an order as JSON, as text or to be printed.",
    document: "answers.md",
    effect: .readOnly,
    routes: [.get("/orders/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: 1)],
    responses: [
      .status(.ok, .payload(schema), in: ["order"]),
      .status(.ok, .bytes(count: 1...1_000_000), in: ["pdf"], name: "pdf"),
      .status(.ok, .payload(.string(length: 1...80)), in: ["text"], name: "text"),
    ],
    unacceptable: .status(.notAcceptable),
    examples: [
      .example("one"),
      .example("printed", in: "pdf"),
      .example("read", expect: .response("text")),
      .example("any", headers: ["Accept": "application/pdf, text/plain;q=0.5"]),
    ]
  )

  static let list = Contract(
    "orders.list",
    "Returns the orders.",
    document: "answers.md",
    effect: .readOnly,
    routes: [.get("/orders")],
    parameters: [
      .query("limit", .integer(in: 1...100)), .query("status", .oneOf("open", "sent")),
    ],
    responses: [
      .status(
        .ok,
        .payload(.object([.required("orders", .array(of: schema.required("status")))])),
        in: ["json"]
      )
      .tied(
        .items("/orders", atMost: "limit"),
        .every("/orders", "/status", is: "status")
      )
    ],
    examples: [
      .example("all"), .example("two", query: ["limit": 2]),
      .example("open", query: ["status": "open"]),
    ]
  )

  static let add = Contract(
    "orders.add",
    "Takes an order, as JSON or from a form.",
    document: "answers.md",
    effect: .changesState,
    routes: [.post("/orders")],
    body: .body(
      .object([.required("article", .nonEmptyString)]),
      in: ["json", "form"],
      schemas: [
        .schema(
          .object([.required("what", .nonEmptyString), .required("count", .integer(in: 1...))]),
          in: "form"
        )
      ],
      malformed: .statuses(.clientError),
      unsupported: .status(.unsupportedMediaType),
      incomplete: .status(.unprocessableContent),
      invalid: .status(.unprocessableContent)
    ),
    responses: [.status(.created, .payload(schema), in: ["order"])],
    examples: [
      .example("lamp", body: ["article": "lamp"], changesState: true),
      .example("from-form", in: "form", body: ["what": "lamp", "count": 2], changesState: true),
    ]
  )

  static let blob = Contract(
    "blobs.get",
    "Returns bytes.",
    document: "answers.md",
    effect: .readOnly,
    routes: [.get("/blobs/{name}")],
    parameters: [.path("name", .nonEmptyString, example: "logo")],
    responses: [
      .status(
        .ok,
        .bytes(),
        digests: [
          .required("Docker-Content-Digest", .algorithmAndHex),
          .optional("Content-Digest", .dictionary),
        ]
      )
    ],
    examples: [.example("logo")]
  )

  static let latest = Contract(
    "orders.latest",
    "Leads to the latest order.",
    document: "answers.md",
    effect: .readOnly,
    routes: [.get("/latest")],
    responses: [
      .status(.seeOther, .unspecified, headers: [.required("Location", .format("uri-reference"))])
    ],
    examples: [.example("latest")]
  )
}

/// The same format chosen in several ways.
enum Choosing {
  static let suite = ContractSuite(
    "choosing",
    name: "Choosing",
    "Answers in JSON or XML.",
    folder: "Tests/CookbookTests/Vocabulary",
    formats: [.json, Format("xml", .xml, mediaType: "application/xml")],
    negotiation: Negotiation(ways: [.by(.query("format")), .by(.accept)], fallback: "json"),
    contracts: [
      Contract(
        "news.get",
        "Returns the news.",
        document: "choosing.md",
        effect: .readOnly,
        routes: [.get("/news")],
        responses: [
          .status(.ok, .payload(.object([.required("text", .string)]).titled("news")))
        ],
        examples: [.example("today")],
        relations: [.relation("formats", "JSON and XML say the same.", .formatsAgree)]
      )
    ]
  )
}
