import AccordModel
import AccordSchema
import HTTPTypes

/// A small suite that is right, to be broken in one way at a time.
enum SoundSuite {
  /// The suite with a change.
  static func suite(_ change: (inout ContractSuite) -> Void = { _ in }) -> ContractSuite {
    var suite = ContractSuite(
      "garden",
      name: "Garden API",
      "Keeps the plants of a garden.",
      folder: "Contracts/Garden",
      formats: [.json, Format("xml", .xml, mediaType: "application/xml")],
      negotiation: Negotiation(ways: [.by(.query("format")), .by(.accept)], fallback: "json"),
      errors: errors,
      givens: [
        .given("plant", .integer(in: 1...), "The number of a plant.", discovery: discovery)
      ],
      contracts: [water, list]
    )
    change(&suite)
    return suite
  }

  private static let errors = ErrorCatalogue(
    entries: [
      .entry("NoSuchPlant", aliases: ["PlantMissing"], statuses: .exactly(.notFound), code: 7),
      .entry("BadValue", statuses: .exactly(.badRequest), code: 8),
      .entry("Drought", statuses: .exactly(.serviceUnavailable), code: 9),
    ],
    places: [.code("/code", success: 0)],
    schemas: [.object([.required("code", .integer)])]
  )

  private static let discovery = Given.Discovery(
    "list",
    RequestTemplate(.get, [.text("/plants")]),
    list: "/plants",
    members: ["/number"]
  )

  private static let water = Contract(
    "plants.water",
    "Waters a plant.",
    document: "garden.txt",
    routes: [
      .post(
        "/plants/{number}/water",
        name: "plain",
        version: .version(in: .query("v"), serves: [1], whenAbsent: 1)
      ),
      .post(
        "/plants/{number}/water/v{v}",
        name: "versioned",
        version: .version(
          in: .path("v"),
          serves: [2],
          unsupported: .error("BadValue", probes: [.probe("3", 3, why: "is not served")])
        )
      ),
    ],
    parameters: [
      .path(
        "number",
        .integer(in: 1...),
        "The number of the plant.",
        example: .given("plant"),
        unknown: .error(
          "PlantMissing",
          probes: [.probe("high", 99_999, why: "is the number of no plant")]
        )
      ),
      .parameter(
        "litres",
        .integer(in: 1...5),
        in: [.query, .body],
        required: true,
        "How much.",
        invalid: .error("BadValue", probes: [.probe("flood", 6, why: "is more than 5")])
      ),
    ],
    body: .body(.object([.optional("litres", .integer(in: 1...5))]), required: false),
    responses: [.status(.ok, .payload(.object([.required("code", .constant(0))])))],
    errors: [
      .named("NoSuchPlant", .byRequest),
      .named("BadValue", .byExample),
      .named("Drought", .impossible(reason: "No request makes it stop raining.")),
    ],
    examples: [
      .example("a-litre", query: ["litres": 1], consumes: ["plant"]),
      .example("in-the-body", body: ["litres": 2], consumes: ["plant"]),
      .example("flood", query: ["litres": 6], expect: .refusal(.error("BadValue"))),
    ],
    relations: [
      .relation(
        "others-stay-dry",
        "Who waters one plant waters no other.",
        .othersStay(
          Relation.Listing(
            example: "a-litre",
            route: "plain",
            parameter: "number",
            contract: "plants.list",
            listExample: "all",
            items: "/plants",
            identity: "/number",
            including: ["dry": true]
          )
        )
      )
    ]
  )

  private static let list = Contract(
    "plants.list",
    "Lists the plants.",
    document: "garden.txt",
    routes: [.get("/plants")],
    parameters: [
      .parameter("page", .integer, in: [.query, .form], required: false),
      .parameter("size", .integer, in: [.query], required: false),
      .parameter("dry", .boolean, in: [.query], required: false, example: true),
    ],
    responses: [.status(.ok, .payload(.any))],
    examples: [.example("all")],
    relations: [
      .relation("formats-agree", "Formats say the same.", .formatsAgree),
      .relation(
        "page-in-several-places",
        "The query goes before the form.",
        .strongerPlaceWins(parameter: "page", decoy: 2)
      ),
      .relation(
        "pages",
        "Pages are bounded.",
        .pageIsBounded(
          Relation.Paging(number: "page", size: "size", items: "/plants", identity: ["/number"])
        )
      ),
    ]
  )
}
