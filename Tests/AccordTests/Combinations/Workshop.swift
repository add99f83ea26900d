import Accord

/// An API of a team's own syntax, whose errors stand where only its own function finds them, and
/// whose callers have roles.
enum Workshop {
  static let suite = ContractSuite(
    "workshop",
    name: "Workshop",
    "Keeps tools.",
    roles: [
      "reader": .token("WORKSHOP_READER", in: .query("api_key")),
      "keeper": .token("WORKSHOP_KEEPER", in: .cookie("sid")),
    ],
    formats: [
      .json, BodySyntaxExtensionTests.properties, .plainText,
      Format("png", .bytes, mediaType: "image/png"),
    ],
    errors: ErrorCatalogue(
      entries: [
        .entry("no-tool", statuses: .exactly(.notFound)),
        .entry("in-use", statuses: .exactly(.conflict)),
      ],
      places: [
        .own(
          "the reason phrase",
          at: .status,
          reading: { $0.status < 400 || $0.reason.isEmpty ? nil : $0.reason },
          writing: { name, response in response.reason = name }
        )
      ]
    ),
    contracts: [list, get, add, filter]
  )

  static func caller(_ role: String) -> CredentialRule {
    .required(as: role, missing: .status(.unauthorized), invalid: .status(.unauthorized))
  }

  static let tool = Schema.object([
    .required("id", .integer(in: 1...)), .required("name", .nonEmptyString),
  ])

  static let list = Contract(
    "tools.list",
    "Returns the tools.",
    document: "workshop.txt",
    effect: .readOnly,
    routes: [.get("/tools")],
    credential: caller("reader"),
    parameters: [
      .query("page", .integer(in: 1...), example: 1),
      .query("size", .integer(in: 1...100), example: 5, invalid: .status(.badRequest)),
      .cookie("ids", .array(of: .integer), example: [1, 2]),
    ],
    responses: [
      .status(.ok, .payload(.object([.required("tools", .array(of: tool))])), in: ["json"])
    ],
    examples: [
      .example("all"), .example("by-the-keeper", as: "keeper", cookies: ["ids": [1, 2]]),
    ],
    relations: [
      .relation(
        "pages",
        "Pages hold all.",
        .pagesHoldAll(
          Relation.Pages(next: .number("page"), size: "size", items: "/tools", identity: ["/id"])
        )
      )
    ]
  )

  static let get = Contract(
    "tools.get",
    "Returns a tool as data, as lines, or as a picture.",
    document: "workshop.txt",
    effect: .readOnly,
    routes: [.get("/tools/{id}")],
    credential: caller("reader"),
    parameters: [
      .path(
        "id",
        .integer(in: 1...),
        example: 1,
        unknown: .error("no-tool", probes: [.probe("none", 99, why: "is no tool")])
      )
    ],
    responses: [
      .status(.ok, .payload(tool), in: ["json"]).tied(.value("/id", is: "id")),
      .status(.ok, .payload(tool), in: ["properties"], name: "lines")
        .tied(.value("/id", is: "id")),
      .status(.ok, .bytes(count: 4...100), in: ["png"], name: "png"),
    ],
    errors: [.named("no-tool", .byRequest)],
    unacceptable: .status(.notAcceptable),
    examples: [
      .example("data"), .example("lines", in: "properties"), .example("picture", in: "png"),
    ],
    relations: [.relation("head", "HEAD answers what GET would.", .headAnswersAsGet)]
  )

  static let add = Contract(
    "tools.add",
    "Keeps a tool.",
    document: "workshop.txt",
    effect: .changesState,
    routes: [.put("/tools/{id}").otherMethods(.status(.methodNotAllowed))],
    credential: caller("keeper"),
    parameters: [.path("id", .integer(in: 1...), example: 1)],
    body: .body(
      .object([.required("name", .nonEmptyString)]),
      in: ["properties"],
      unsupported: .status(.unsupportedMediaType),
      incomplete: .status(.unprocessableContent)
    ),
    responses: [
      .status(.ok, .payload(tool), in: ["properties"])
        .tied(.value("/name", sentAt: "/name"), .value("/id", is: "id"))
    ],
    examples: [
      .example("hammer", body: ["name": "hammer"], changesState: true),
      .example(
        "not-by-readers",
        as: "reader",
        body: ["name": "saw"],
        expect: .refusal(.status(.forbidden))
      ),
    ],
    relations: [
      .relation("again", "It may be sent again.", .idempotent()),
      .relation("no-lost-update", "What another has changed is kept.", .preconditionFailed),
    ]
  )

  static let filter = Contract(
    "tools.count",
    "Counts tools by what they are for.",
    document: "workshop.txt",
    effect: .readOnly,
    routes: [.get("/count")],
    credential: caller("reader"),
    parameters: [
      .query("filter", .dictionary(of: .integer(in: 0...)), example: ["wood": 1, "iron": 2]),
      .query("unit", .oneOf("kg", "piece")),
    ],
    responses: [.status(.ok, .payload(.integer(in: 0...)), in: ["text"])],
    examples: [
      .example("all", query: ["filter": ["wood": 1], "unit": "kg"]), .example("none"),
    ]
  )
}
