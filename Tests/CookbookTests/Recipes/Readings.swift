import Accord

/// An API behind OAuth 2, with two roles.
enum Readings {
  static let suite = ContractSuite(
    "readings",
    name: "Readings",
    "Keeps what meters read.",
    folder: "Tests/CookbookTests/Recipes",
    credential: .clientCredentials(
      token: "/oauth/token",
      id: "METER_ID",
      secret: "METER_SECRET",
      scope: "readings"
    ),
    roles: ["viewer": .token("VIEWER_TOKEN")],
    contracts: [list, add]
  )

  static let unauthorized = Refusal.status(
    .unauthorized,
    headers: [.required("WWW-Authenticate", .string(pattern: "^Bearer"))]
  )

  static let caller = CredentialRule.required(missing: unauthorized, invalid: unauthorized)

  static let reading = Schema.object([
    .required("meter", .nonEmptyString), .required("kilowattHours", .number(in: 0...)),
  ])

  static let list = Contract(
    "readings.list",
    "Returns the readings.",
    document: "readings.md",
    effect: .readOnly,
    routes: [.get("/readings")],
    credential: caller,
    responses: [.status(.ok, .payload(.array(of: reading)))],
    examples: [.example("all"), .example("as-viewer", as: "viewer")]
  )

  static let add = Contract(
    "readings.add",
    "Takes a reading.",
    document: "readings.md",
    effect: .changesState,
    routes: [.post("/readings")],
    credential: caller,
    body: .body(reading),
    responses: [.status(.created, .payload(reading))],
    examples: [
      .example("one", body: ["meter": "north", "kilowattHours": 12.5], changesState: true),
      .example(
        "not-by-viewers",
        as: "viewer",
        body: ["meter": "north", "kilowattHours": 12.5],
        expect: .refusal(.status(.forbidden))
      ),
    ]
  )
}
