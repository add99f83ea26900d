import Accord

/// An API of letters in two formats and two versions, whose answers follow what was asked for.
enum Letters {
  static let suite = ContractSuite(
    "letters",
    name: "Letters",
    "Keeps letters.",
    formats: [.json, Format("xml", .xml, mediaType: "application/xml"), .octetStream],
    errors: ErrorCatalogue(entries: [], places: []),
    contracts: [list, get, seal, add]
  )

  static let letter = Schema.object([
    .required("to", .oneOf("Zoë", "Ida")), .required("size", .integer(in: 1...9)),
    .required("weight", .anyOf([.null, .integer])),
    .required("shelf", .string.not(.constant("none"))),
  ])
  .titled("Letter")
  .xml(namespace: "urn:letters", order: .declared)

  static let list = Contract(
    "letters.list",
    "Lists letters.",
    document: "letters.txt",
    effect: .readOnly,
    routes: [.get("/letters")],
    parameters: [
      .query("most", .integer(in: 1...5), example: 2, invalid: .status(.badRequest)),
      .query("to", .oneOf("Zoë", "Ida"), example: "Zoë", invalid: .status(.badRequest)),
    ],
    responses: [
      .status(.ok, .payload(.object([.required("letters", .array(of: letter))])), in: ["json"])
        .tied(.items("/letters", atMost: "most"), .every("/letters", "/to", is: "to"))
    ],
    examples: [
      .example("all"), .example("two", query: ["most": 2]),
      .example("to-one", query: ["to": "Zoë"]),
    ],
    relations: [.relation("same", "The same letters are listed twice.", .sameReadTwice)]
  )

  static let get = Contract(
    "letters.get",
    "Returns a letter.",
    document: "letters.txt",
    effect: .readOnly,
    routes: [
      .get(
        "/letters/{id}",
        version: .version(in: .query("v"), serves: [1, 2], whenAbsent: 1)
      )
    ],
    parameters: [.path("id", .integer(in: 1...), example: 1)],
    responses: [
      .status(
        .ok,
        .payload(letter),
        in: ["json", "xml"],
        readings: [
          .reading(
            "small",
            "A letter is small.",
            .object([.required("size", .integer(in: 1...3))]),
            basis: .stated
          )
        ],
        versions: [1],
        name: "first"
      ),
      .status(
        .ok,
        .payload(.object([.required("letter", letter)])),
        in: ["json"],
        versions: [2],
        name: "second"
      ),
    ],
    unacceptable: .status(.notAcceptable),
    examples: [.example("one"), .example("in-xml", in: "xml")]
  )

  static let add = Contract(
    "letters.add",
    "Takes a letter.",
    document: "letters.txt",
    effect: .changesState,
    routes: [.post("/letters")],
    body: .body(.object([.required("to", .oneOf("Zoë", "Ida")), .optional("note", .string)])),
    responses: [
      .status(
        .created,
        .payload(.object([.required("to", .string), .required("note", .string)])),
        in: ["json"]
      )
      .tied(.value("/to", sentAt: "/to"), .value("/note", sentAt: "/note"))
    ],
    examples: [.example("usual", body: ["to": "Zoë", "note": "Soon."], changesState: true)]
  )

  static let seal = Contract(
    "letters.seal",
    "Returns the seal of a letter.",
    document: "letters.txt",
    effect: .readOnly,
    routes: [
      .get(
        "/letters/{id}/seal",
        version: .version(in: .header("X-Version"), serves: [1], missing: .status(.badRequest))
      )
    ],
    parameters: [.path("id", .integer(in: 1...), example: 1)],
    responses: [
      .status(
        .ok,
        .bytes(count: 1...64),
        in: ["bytes"],
        digests: [.required("Digest-Of-Seal", .hex)]
      )
    ],
    examples: [.example("one")]
  )
}
