import Accord

/// An API that is not shipped: bookings of a house, each of which is requested, confirmed, and then used or
/// cancelled.
enum Bookings {
  static let suite = ContractSuite(
    "bookings",
    name: "Bookings",
    "Books rooms of a house.",
    credential: .token("BOOKINGS_TOKEN"),
    contracts: [make, get, list, archive, confirm, change, remove] + plain,
    lifeCycles: [booking]
  )

  static let booking = LifeCycle.lifeCycle(
    "booking",
    of: "booking",
    states: ["requested", "confirmed", "arrived", "left", "cancelled", .gone],
    from: .made(
      .step("make", "bookings.make", outputs: [.output("id", .body("/id"), .integer(in: 1...))])
    ),
    transitions: [
      .transition(call("confirm"), from: "requested", to: "confirmed"),
      .transition(call("arrive"), from: "confirmed", to: "arrived"),
      .transition(call("leave"), from: "arrived", to: "left"),
      .transition(
        call("cancel"),
        from: "requested",
        "confirmed",
        to: "cancelled",
        repeated: .asDocumented
      ),
      .transition(call("change"), from: "requested", to: "requested", repeated: .asDocumented),
      .transition(call("remove"), from: "requested", "left", "cancelled", to: .gone),
    ],
    refusals: [
      .refused("confirm", in: "confirmed", "arrived", "left", "cancelled", by: conflict),
      .refused("arrive", in: "requested", "left", "cancelled", by: conflict),
      .refused("leave", in: "requested", "confirmed", by: conflict),
      .refused("cancel", in: "arrived", "left", by: conflict),
      .refused("change", in: "confirmed", "arrived", "left", "cancelled", by: conflict),
      .refused("remove", in: "confirmed", "arrived", by: conflict),
      .refused("confirm", in: .gone, by: .refused("parameter/id/unknown")),
    ],
    views: [
      .read(
        .step("get", "bookings.get", arguments: ["id": .identity("id")]),
        state: "/state",
        refusals: [.hidden(in: .gone, by: .refused("parameter/id/unknown"))],
        ignoring: ["/seen"]
      ),
      .list(
        .step("list", "bookings.list"),
        items: "/bookings",
        identity: "/number",
        state: "/status",
        values: [.value("open", for: "requested")],
        omits: ["left", "cancelled", .gone]
      ),
      .list(
        .step("archive", "bookings.archive"),
        items: "",
        identity: "/id",
        omits: ["requested", "confirmed", "arrived", .gone],
        leavesOpen: ["left"]
      ),
    ],
    written: [
      .written("/guest", by: "make", in: "get"), .written("/nights", by: "make", in: "get"),
      .written("/nights", by: "change", in: "get"), .written("/nights", by: "change", in: "list"),
      .written("/room", by: "confirm", in: "get"),
    ]
  )

  static let conflict = Workflow.Step.Expectation.refusal(
    .status(.conflict),
    because: "is not allowed in this state"
  )

  static func call(_ name: String) -> Workflow.Step {
    .step(name, "bookings.\(name)", arguments: ["id": .identity("id")])
  }
}

// MARK: - Contracts

extension Bookings {
  static let view = Schema.object([
    .required("id", .integer(in: 1...)), .required("guest", .nonEmptyString),
    .required("nights", .integer(in: 1...30)), .optional("room", .integer(in: 1...99).nullable),
    .required("seen", .integer),
    .required("state", .oneOf("requested", "confirmed", "arrived", "left", "cancelled")),
  ])

  static let item = Schema.object([
    .required("number", .integer(in: 1...)), .required("nights", .integer(in: 1...30)),
    .required("status", .oneOf("open", "confirmed", "arrived")),
  ])

  static let caller = CredentialRule.required(
    missing: .status(.unauthorized),
    invalid: .status(.unauthorized)
  )

  static let desk = HeaderRule.required(
    "X-Desk",
    .oneOf("front", "back"),
    missing: .status(.badRequest),
    invalid: .status(.badRequest)
  )

  static let id = Parameter.path(
    "id",
    .integer(in: 1...),
    example: 1,
    invalid: .status(.notFound),
    unknown: .status(.notFound, probes: [.probe("none", 99_999, why: "is no booking")])
  )

  static let mail = Parameter.query(
    "mail",
    .oneOf("guest", "nobody"),
    invalid: .status(.unprocessableContent)
  )

  static let version = VersionRule.version(
    in: .path("version"),
    serves: [1],
    unsupported: .status(.badRequest, probes: [.probe("9", 9, why: "is no version")])
  )

  static let make = Contract(
    "bookings.make",
    "Requests a booking.",
    document: "bookings.txt",
    effect: .changesState,
    routes: [.post("/v{version}/bookings", version: version)],
    credential: caller,
    headers: [desk],
    body: .body(
      .object([.required("guest", .nonEmptyString), .required("nights", .integer(in: 1...30))]),
      malformed: .status(.badRequest),
      incomplete: .status(.unprocessableContent)
    ),
    responses: [.status(.created, .payload(view))],
    examples: [
      .example(
        "dora",
        headers: ["X-Desk": "front"],
        body: ["guest": "Dora", "nights": 3],
        changesState: true
      )
    ]
  )

  static let get = Contract(
    "bookings.get",
    "Returns a booking.",
    document: "bookings.txt",
    effect: .readOnly,
    routes: [.get("/bookings/{id}")],
    credential: caller,
    parameters: [id],
    responses: [.status(.ok, .payload(view))],
    examples: [.example("one")]
  )

  static let list = Contract(
    "bookings.list",
    "Lists the bookings that are to come or in use.",
    document: "bookings.txt",
    effect: .readOnly,
    routes: [.get("/bookings")],
    credential: caller,
    responses: [.status(.ok, .payload(.object([.required("bookings", .array(of: item))])))],
    examples: [.example("all")]
  )

  static let archive = Contract(
    "bookings.archive",
    "Lists the bookings that were cancelled.",
    document: "bookings.txt",
    effect: .readOnly,
    routes: [.get("/archive")],
    credential: caller,
    responses: [.status(.ok, .payload(.array(of: .object([.required("id", .integer)]))))],
    examples: [.example("all")]
  )

  static let confirm = Contract(
    "bookings.confirm",
    "Confirms a booking, for a room.",
    document: "bookings.txt",
    effect: .changesState,
    routes: [
      .post("/v{version}/bookings/{id}/confirm", version: version)
        .otherMethods(.status(.methodNotAllowed))
    ],
    credential: caller,
    headers: [desk],
    parameters: [id, mail],
    body: .body(
      .object([.required("room", .integer(in: 1...99))]),
      malformed: .status(.badRequest),
      unsupported: .status(.unsupportedMediaType),
      incomplete: .status(.unprocessableContent),
      invalid: .status(.unprocessableContent)
    ),
    responses: [.status(.ok, .payload(view))],
    unacceptable: .status(.notAcceptable),
    examples: [
      .example(
        "seven",
        query: ["mail": "nobody"],
        headers: ["X-Desk": "front"],
        body: ["room": 7],
        changesState: true
      )
    ]
  )

  static let change = Contract(
    "bookings.change",
    "Changes how long a booking is.",
    document: "bookings.txt",
    effect: .changesState,
    routes: [.put("/v{version}/bookings/{id}", version: version)],
    credential: caller,
    headers: [desk],
    parameters: [id],
    body: .body(
      .object([.required("nights", .integer(in: 1...30))]),
      incomplete: .status(.unprocessableContent)
    ),
    responses: [.status(.ok, .payload(view))],
    examples: [
      .example(
        "five",
        headers: ["X-Desk": "front"],
        body: ["nights": 5],
        changesState: true
      )
    ]
  )

  static let remove = Contract(
    "bookings.remove",
    "Removes a booking.",
    document: "bookings.txt",
    effect: .changesState,
    routes: [.delete("/v{version}/bookings/{id}", version: version)],
    credential: caller,
    headers: [desk],
    parameters: [id],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", headers: ["X-Desk": "front"], changesState: true)]
  )

  /// The calls that send nothing but which booking they are about.
  static let plain: [Contract] = ["arrive", "leave", "cancel"].map { name in
    Contract(
      "bookings.\(name)",
      "Takes a booking one step further.",
      document: "bookings.txt",
      effect: .changesState,
      routes: [.post("/v{version}/bookings/{id}/\(name)", version: version)],
      credential: caller,
      headers: [desk],
      parameters: [id],
      responses: [.status(.ok, .payload(view))],
      examples: [.example("one", headers: ["X-Desk": "front"], changesState: true)]
    )
  }
}
