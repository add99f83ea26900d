import Accord

/// An API whose answers lead to others: by Location, by cursors, by links and by offsets.
enum Notes {
  static let suite = ContractSuite(
    "notes",
    name: "Notes",
    "Keeps notes.",
    errors: ErrorCatalogue(entries: [], places: []),
    contracts: [add, get, put, list, tags, words]
  )

  static let note = Schema.object([
    .required("id", .integer(in: 1...)), .required("text", .nonEmptyString),
  ])

  static let number = Parameter.path("id", .integer(in: 1...), example: 1)

  static let add = Contract(
    "notes.add",
    "Takes a note.",
    document: "notes.txt",
    routes: [.post("/notes")],
    headers: [.optional("Idempotency-Key", .nonEmptyString)],
    body: .body(.object([.required("text", .nonEmptyString)])),
    responses: [.status(.created, .payload(note))],
    examples: [
      .example(
        "lamp",
        headers: ["Idempotency-Key": .unique(prefix: "k", suffix: "")],
        body: ["text": "Buy a lamp."],
        changesState: true
      )
    ],
    relations: [
      .relation(
        "location",
        "Location leads to the note.",
        .locationLeads(to: "notes.get", same: ["/id"])
      ),
      .relation(
        "key",
        "A note with the same key is taken once.",
        .idempotent(key: "Idempotency-Key")
      ),
    ]
  )

  static let get = Contract(
    "notes.get",
    "Returns a note.",
    document: "notes.txt",
    routes: [.get("/notes/{id}")],
    parameters: [number],
    responses: [.status(.ok, .payload(note)).tied(.value("/id", is: "id"))],
    examples: [.example("one")]
  )

  static let put = Contract(
    "notes.put",
    "Changes a note.",
    document: "notes.txt",
    routes: [.put("/notes/{id}")],
    parameters: [number],
    body: .body(.object([.required("text", .nonEmptyString)])),
    responses: [.status(.noContent, .empty)],
    examples: [.example("chair", body: ["text": "Buy a chair."], changesState: true)],
    relations: [.relation("twice", "A note can be changed twice.", .idempotent())]
  )

  static let list = Contract(
    "notes.list",
    "Returns the notes by cursors.",
    document: "notes.txt",
    routes: [.get("/notes")],
    parameters: [
      .query("limit", .integer(in: 1...), example: 2), .query("after", .string, example: "1"),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([
            .required("notes", .array(of: note)), .optional("next", .string),
            .required("total", .integer),
          ])
        )
      )
    ],
    examples: [.example("all")],
    relations: [
      .relation(
        "cursors",
        "Cursors lead to all notes.",
        .pagesHoldAll(
          Relation.Pages(
            next: .cursor("after", at: "/next"),
            size: "limit",
            items: "/notes",
            identity: ["/id"],
            total: "/total"
          )
        )
      )
    ]
  )

  static let tags = Contract(
    "tags.list",
    "Returns the tags by links.",
    document: "notes.txt",
    routes: [.get("/tags")],
    parameters: [.query("n", .integer(in: 1...), example: 2)],
    responses: [.status(.ok, .payload(.array(of: .nonEmptyString)))],
    examples: [.example("all")],
    relations: [
      .relation(
        "links",
        "Links lead to all tags.",
        .pagesHoldAll(
          Relation.Pages(
            next: .link(),
            size: "n",
            items: "",
            identity: [""],
            whole: ["n": 100]
          )
        )
      )
    ]
  )

  static let words = Contract(
    "words.list",
    "Returns the words by offsets.",
    document: "notes.txt",
    routes: [.get("/words")],
    parameters: [
      .query("offset", .integer(in: 0...), example: 0),
      .query("limit", .integer(in: 1...), example: 2),
    ],
    responses: [.status(.ok, .payload(.array(of: note)))],
    examples: [.example("all")],
    relations: [
      .relation(
        "offsets",
        "Offsets lead to all words.",
        .pagesHoldAll(
          Relation.Pages(
            next: .offset("offset"),
            size: "limit",
            items: "",
            identity: ["/id"],
            whole: ["limit": 100]
          )
        )
      )
    ]
  )
}
