import Accord

/// An API with versions, errors by name, a credential, and contents that are checked member by member.
enum Garden {
  static let suite = ContractSuite(
    "garden",
    name: "Garden",
    "Keeps plants.",
    credential: .token("GARDEN_TOKEN"),
    formats: [.json],
    errors: ErrorCatalogue(
      entries: [
        .entry("NoSuchPlant", statuses: .exactly(.notFound)),
        .entry("BadValue", statuses: .exactly(.badRequest)),
        .entry("WhoAreYou", statuses: .exactly(.unauthorized)),
        .entry("Drought", statuses: .exactly(.serviceUnavailable)),
      ],
      places: [.name("/error")],
      message: "/message",
      formats: [.json],
      schemas: [
        .object([.required("error", .nonEmptyString), .required("message", .nonEmptyString)])
      ]
    ),
    contracts: [water, names]
  )

  static let plant = Schema.object(
    [
      .required("number", .integer(in: 1...9_000_000_000)), .required("name", .nonEmptyString),
      .required("kind", .oneOf("herb", "tree")), .required("isDry", .boolean),
      .required("litres", .array(of: .integer(in: 1...5), count: 1...3)),
    ],
    additional: .forbidden
  )

  static let water = Contract(
    "plants.water",
    "Waters a plant.",
    document: "garden.txt",
    effect: .changesState,
    routes: [
      .post(
        "/plants/{number}/water",
        name: "queried",
        version: .version(
          in: .query("v"),
          serves: [1, 2],
          whenAbsent: 1,
          unsupported: .error("BadValue"),
          notANumber: .error("BadValue")
        )
      ),
      .put(
        "/plants/{number}/water/v{v}",
        name: "written",
        version: .version(in: .path("v"), serves: [3], unsupported: .error("BadValue"))
      ),
    ],
    credential: .required(missing: .error("WhoAreYou"), invalid: .error("WhoAreYou")),
    headers: [
      .required(
        "X-Can",
        .oneOf("green", "blue"),
        missing: .error("BadValue"),
        invalid: .error("BadValue")
      )
    ],
    parameters: [
      .path(
        "number",
        .integer(in: 1...),
        example: 7,
        invalid: .error("BadValue"),
        unknown: .error(
          "NoSuchPlant",
          probes: [.probe("high", 99_999, why: "is the number of no plant")]
        )
      ),
      .query(
        "litres",
        .integer(in: 1...5),
        required: true,
        example: 2,
        missing: .error("BadValue"),
        invalid: .error("BadValue")
      ),
      .query(
        "note",
        .string(pattern: "^[a-z]+$"),
        example: "early",
        invalid: .error("BadValue", probes: [.probe("digits", "123", why: "has no letter")])
      ),
    ],
    body: .body(
      .object(
        [
          .required("by", .nonEmptyString), .required("can", .oneOf("green", "blue")),
          .required("minutes", .integer(in: 1...60)),
          .required("pauses", .array(of: .integer, count: 1...3)),
        ],
        additional: .forbidden
      ),
      malformed: .error("BadValue"),
      unsupported: .status(.unsupportedMediaType),
      incomplete: .error("BadValue"),
      invalid: .error("BadValue")
    ),
    responses: [
      .status(
        .ok,
        .payload(plant),
        headers: [.required("X-Soil", .string(pattern: "^[a-z]{3}$"))]
      )
      .tied(.value("/number", is: "number"))
    ],
    errors: [
      .named("NoSuchPlant", .byRequest), .named("BadValue", .byRequest),
      .named("WhoAreYou", .byRequest),
    ],
    examples: [
      .example(
        "usual",
        headers: ["X-Can": "green"],
        body: ["by": "Ida", "can": "green", "minutes": 5, "pauses": [1]]
      )
    ]
  )

  static let names = Contract(
    "plants.names",
    "Returns the names of plants.",
    document: "garden.txt",
    effect: .readOnly,
    routes: [.get("/names")],
    responses: [.status(.ok, .payload(.object([.required("names", .array(of: .nonEmptyString))])))],
    examples: [.example("all")]
  )
}
