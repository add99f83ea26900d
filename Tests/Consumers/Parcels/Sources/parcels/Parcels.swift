import Accord
import AccordCommand

/// An ordinary service: parcels are taken, looked up, changed and cancelled.
@main
enum Parcels {
  static func main() async { await ConformanceCommand.main(suites: [suite]) }

  static let suite = ContractSuite(
    "parcels",
    name: "Parcels",
    "Takes parcels, and keeps them until they are cancelled.",
    credential: .password(token: "/token", user: "PARCELS_USER", password: "PARCELS_PASSWORD"),
    formats: [.json, .plainText, Format("pdf", .bytes, mediaType: "application/pdf")],
    errors: ErrorCatalogue(
      entries: [],
      places: [],
      formats: [.problemJSON, .json],
      schemas: [problem, validation, plain]
    ),
    givens: [.given("parcel", .integer(in: 1...), "The number of a parcel.")],
    contracts: [list, add, get, change, cancel, label, printedLabel]
  )

  static let problem = Schema.object([
    .required("type", .nonEmptyString), .required("title", .nonEmptyString),
    .required("status", .integer(in: 400...599)),
  ])

  /// What the framework says of methods that it does not know.
  static let plain = Schema.object([.required("detail", .nonEmptyString)])

  /// What the framework says of requests that do not follow their schema.
  static let validation = Schema.object([
    .required(
      "detail",
      .array(
        of: .object([
          .required("loc", .array(of: .any)), .required("msg", .nonEmptyString),
          .required("type", .nonEmptyString),
        ])
      )
    )
  ])

  static let known = CredentialRule.required(
    missing: unauthorized,
    invalid: unauthorized
  )

  static let unauthorized = Refusal.status(
    .unauthorized,
    headers: [.required("WWW-Authenticate", .string(pattern: "^Bearer"))]
  )

  static let parcel = Schema.object([
    .required("id", .integer(in: 1...)), .required("recipient", .string(length: 1...80)),
    .required("grams", .integer(in: 1...30_000)), .required("service", service),
    .required("state", .oneOf("accepted", "cancelled")),
  ])

  static let service = Schema.oneOf("standard", "express")

  static let etag = Schema.string(pattern: #"^(W/)?"[^"]*"$"#)

  static let number = Parameter.path(
    "number",
    .integer(in: 1...),
    example: .given("parcel"),
    invalid: .statuses(.anyOf([404, 422])),
    unknown: .status(.notFound, probes: [.probe("no-parcel", 99_999, why: "is no parcel")])
  )

  static let list = Contract(
    "parcels.list",
    "Returns the parcels, a page at a time.",
    document: "parcels.md",
    effect: .readOnly,
    routes: [.get("/parcels")],
    credential: known,
    parameters: [
      .query("limit", .integer(in: 1...50), invalid: .status(.unprocessableContent)),
      .query("cursor", .integer(in: 0...), invalid: .status(.unprocessableContent)),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("items", .array(of: parcel)),
            .required("next", .anyOf([.integer(in: 1...), .null])),
          ])
        )
      )
      .tied(.items("/items", atMost: "limit"))
    ],
    examples: [
      .example("first"), .example("two", query: ["limit": 2]),
      .example("rest", query: ["cursor": 1]),
    ],
    relations: [
      .relation(
        "pages",
        "The pages together hold every parcel once.",
        .pagesHoldAll(
          Relation.Pages(
            next: .cursor("cursor", at: "/next"),
            size: "limit",
            items: "/items",
            identity: ["/id"]
          )
        )
      )
    ]
  )

  static let add = Contract(
    "parcels.add",
    "Takes a parcel.",
    document: "parcels.md",
    effect: .changesState,
    routes: [.post("/parcels")],
    credential: known,
    body: .body(
      .object([
        .required("recipient", .string(length: 1...80)),
        .required("grams", .integer(in: 1...30_000)),
        .optional("service", service),
      ]),
      malformed: .status(.unprocessableContent),
      incomplete: .status(.unprocessableContent),
      invalid: .status(.unprocessableContent)
    ),
    responses: [
      .status(
        .created,
        .payload(parcel),
        headers: [
          .required("Location", .string(pattern: "^/parcels/[0-9]+$")), .required("ETag", etag),
        ]
      )
    ],
    examples: [
      .example("a-book", body: ["recipient": "Ada", "grams": 350], changesState: true),
      .example(
        "by-express",
        body: ["recipient": "Ada", "grams": 350, "service": "express"],
        changesState: true
      ),
    ],
    relations: [
      .relation(
        "there-it-is",
        "A parcel is found where Location says.",
        .locationLeads(to: "parcels.get", same: ["/id", "/recipient"])
      )
    ]
  )

  static let get = Contract(
    "parcels.get",
    "Returns a parcel.",
    document: "parcels.md",
    effect: .readOnly,
    routes: [.get("/parcels/{number}").otherMethods(.status(.methodNotAllowed))],
    credential: known,
    parameters: [number],
    responses: [
      .status(.ok, .payload(parcel), headers: [.required("ETag", etag)])
        .tied(.value("/id", is: "number"))
    ],
    examples: [.example("one")],
    relations: [
      .relation("again", "A parcel does not change by itself.", .sameReadTwice),
      .relation("not-modified", "What is known is not sent again.", .notModified(.entityTag)),
    ]
  )

  static let change = Contract(
    "parcels.change",
    "Changes a parcel.",
    document: "parcels.md",
    effect: .changesState,
    routes: [.patch("/parcels/{number}")],
    credential: known,
    parameters: [number],
    body: .body(
      .object([.optional("recipient", .string(length: 1...80)), .optional("service", service)]),
      malformed: .status(.unprocessableContent),
      invalid: .status(.unprocessableContent)
    ),
    responses: [.status(.ok, .payload(parcel), headers: [.required("ETag", etag)])],
    examples: [.example("express", body: ["service": "express"], changesState: true)],
    relations: [
      .relation("lost-update", "Nobody overwrites what he has not seen.", .preconditionFailed)
    ]
  )

  static let cancel = Contract(
    "parcels.cancel",
    "Cancels a parcel.",
    document: "parcels.md",
    effect: .changesState,
    routes: [.delete("/parcels/{number}")],
    credential: known,
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", consumes: ["parcel"])]
  )

  static let label = Contract(
    "labels.text",
    "Returns the label of a parcel as text.",
    document: "parcels.md",
    effect: .readOnly,
    routes: [.get("/parcels/{number}/label.txt")],
    credential: known,
    parameters: [number],
    responses: [
      .status(.ok, .payload(.string(pattern: "^To: .+\\nWeight: [0-9]+ g\\n$")), in: ["text"])
    ],
    examples: [.example("one")]
  )

  static let printedLabel = Contract(
    "labels.pdf",
    "Returns the label of a parcel as it is printed.",
    document: "parcels.md",
    effect: .readOnly,
    routes: [.get("/parcels/{number}/label.pdf")],
    credential: known,
    parameters: [number],
    responses: [.status(.ok, .bytes(count: 50...1_000_000), in: ["pdf"])],
    examples: [.example("one")]
  )
}
