import Accord

/// An API whose calls need many things at once: a credential beside parameters in all places, lists in
/// pages, several media types, conditions, bodies in several syntaxes.
enum Attic {
  static func suite(_ credential: Credential, next: Relation.Pages.Next = next) -> ContractSuite {
    ContractSuite(
      "attic",
      name: "Attic",
      "Keeps boxes.",
      credential: credential,
      formats: [.json, .form, .formData, Format("png", .bytes, mediaType: "image/png")],
      errors: ErrorCatalogue(entries: [], places: []),
      contracts: [list(next), add, get, label]
    )
  }

  static let next = Relation.Pages.Next.cursor("after", at: "/next")

  static let caller = CredentialRule.required(
    missing: .status(.unauthorized),
    invalid: .status(.unauthorized)
  )

  static let box = Schema.object([
    .required("id", .integer(in: 1...)), .required("name", .nonEmptyString),
  ])

  static let size = Schema.object([
    .optional("width", .integer(in: 1...)), .optional("height", .integer(in: 1...)),
  ])

  static func list(_ next: Relation.Pages.Next) -> Contract {
    Contract(
      "boxes.list",
      "Returns the boxes.",
      document: "attic.txt",
      effect: .readOnly,
      routes: [.get("/boxes").otherMethods(.status(.methodNotAllowed))],
      credential: caller,
      parameters: [
        .query("size", size, style: .deepObject, example: ["width": 640]),
        .query("limit", .integer(in: 1...100), example: 2),
        .cookie("theme", .oneOf("dark", "light"), required: true, example: "dark"),
        .header("X-Trace", .integer(in: 1...), required: true, example: 7),
      ] + (next == Self.next ? [.query("after", .string)] : []),
      responses: [
        .status(
          .ok,
          .payload(
            .object([
              .required("boxes", .array(of: box)), .optional("next", .string),
              .optional("total", .integer),
            ])
          )
        ).tied(.items("/boxes", atMost: "limit"))
      ],
      unacceptable: .status(.notAcceptable),
      examples: [
        .example("all"), .example("wide", query: ["size": ["width": 640, "height": 480]]),
      ],
      relations: [
        .relation(
          "pages",
          "Pages hold all.",
          .pagesHoldAll(
            Relation.Pages(
              next: next,
              size: "limit",
              items: "/boxes",
              identity: ["/id"],
              total: "/total"
            )
          )
        ), .relation("head", "HEAD answers what GET would.", .headAnswersAsGet),
        .relation("tag", "What is known is not sent again.", .notModified(.entityTag)),
      ]
    )
  }

  static let add = Contract(
    "boxes.add",
    "Keeps a box.",
    document: "attic.txt",
    effect: .changesState,
    routes: [.post("/boxes")],
    credential: caller,
    parameters: [.cookie("theme", .oneOf("dark", "light"))],
    body: .body(
      .object([.required("name", .nonEmptyString)]),
      in: ["json", "form", "multipart"],
      unsupported: .status(.unsupportedMediaType)
    ),
    responses: [
      .status(.created, .payload(box), headers: [.required("Location", .format("uri-reference"))])
        .tied(.value("/name", sentAt: "/name"))
    ],
    examples: [
      .example(
        "data",
        in: "json",
        cookies: ["theme": "light"],
        body: ["name": "lamp"],
        changesState: true
      ),
      .example("form", in: "form", body: ["name": "lamp & shade"], changesState: true),
      .example("parts", in: "multipart", body: ["name": "lamp"], changesState: true),
    ],
    relations: [
      .relation("location", "Location leads to it.", .locationLeads(to: "boxes.get", same: ["/id"]))
    ]
  )

  static let get = Contract(
    "boxes.get",
    "Returns a box.",
    document: "attic.txt",
    effect: .readOnly,
    routes: [.get("/boxes/{id}")],
    credential: caller,
    parameters: [.path("id", .integer(in: 1...), example: 1)],
    responses: [.status(.ok, .payload(box))],
    examples: [.example("one")]
  )

  static let label = Contract(
    "labels.get",
    "Returns a label as data or as a picture.",
    document: "attic.txt",
    effect: .readOnly,
    routes: [.get("/labels/{+name}")],
    credential: caller,
    parameters: [.path("name", .string, example: "left/a:b+c@d")],
    responses: [
      .status(.ok, .payload(.object([.required("text", .nonEmptyString)])), in: ["json"]),
      .status(.ok, .bytes(count: 1...100), in: ["png"], name: "png"),
    ],
    examples: [.example("data"), .example("picture", in: "png")],
    relations: [
      .relation("head", "HEAD answers what GET would.", .headAnswersAsGet),
      .relation("parts", "Labels are served in parts.", .ranges),
      .relation("tag", "What is known is not sent again.", .notModified(.entityTag)),
    ]
  )
}
