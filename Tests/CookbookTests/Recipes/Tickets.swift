import Accord

/// A resource with states: a ticket is open, is closed, and may be opened again.
enum Tickets {
  static let suite = ContractSuite(
    "tickets",
    name: "Tickets",
    "Keeps what visitors ask for.",
    folder: "Tests/CookbookTests/Recipes",
    contracts: [add, get, list, close, remove],
    lifeCycles: [life]
  )

  static let life = LifeCycle.lifeCycle(
    "ticket",
    of: "ticket",
    states: ["open", "closed", .gone],
    from: .made(.step("make", "tickets.add", outputs: [.output("id", .body("/id"), .integer)])),
    transitions: [
      .transition(
        .step("close", "tickets.close", arguments: ["id": .identity("id")]),
        from: "open",
        to: "closed"
      ),
      .transition(
        .step("remove", "tickets.remove", arguments: ["id": .identity("id")]),
        from: "open",
        "closed",
        to: .gone,
        repeated: .refused("parameter/id/unknown")
      ),
    ],
    refusals: [
      .refused(
        "close",
        in: "closed",
        by: .refusal(.status(.conflict), because: "closes what is closed"),
        basis: .assumption("The document says that only open tickets are closed.")
      ),
      .refused("close", in: .gone, by: .refused("parameter/id/unknown")),
    ],
    views: [
      .read(
        .step("get", "tickets.get", arguments: ["id": .identity("id")]),
        state: "/state",
        refusals: [.hidden(in: .gone, by: .refused("parameter/id/unknown"))]
      ),
      .list(
        .step("list", "tickets.list"),
        items: "/open",
        identity: "/id",
        omits: ["closed", .gone]
      ),
    ],
    written: [.written("/subject", by: "make", in: "get")]
  )

  static let ticket = Schema.object([
    .required("id", .integer(in: 1...)), .required("subject", .nonEmptyString),
    .required("state", .oneOf("open", "closed")),
  ])

  static let number = Parameter.path(
    "id",
    .integer(in: 1...),
    example: 1,
    unknown: .status(.notFound, probes: [.probe("none", 99_999, why: "is no ticket")])
  )

  static let add = Contract(
    "tickets.add",
    "Opens a ticket.",
    document: "tickets.md",
    effect: .changesState,
    routes: [.post("/tickets")],
    body: .body(.object([.required("subject", .nonEmptyString)])),
    responses: [.status(.created, .payload(ticket))],
    examples: [.example("cold", body: ["subject": "It is cold."], changesState: true)]
  )

  static let get = Contract(
    "tickets.get",
    "Returns a ticket.",
    document: "tickets.md",
    effect: .readOnly,
    routes: [.get("/tickets/{id}")],
    parameters: [number],
    responses: [.status(.ok, .payload(ticket))],
    examples: [.example("one")]
  )

  static let list = Contract(
    "tickets.list",
    "Returns the open tickets.",
    document: "tickets.md",
    effect: .readOnly,
    routes: [.get("/tickets")],
    responses: [.status(.ok, .payload(.object([.required("open", .array(of: ticket))])))],
    examples: [.example("all")]
  )

  static let close = Contract(
    "tickets.close",
    "Closes a ticket.",
    document: "tickets.md",
    effect: .changesState,
    routes: [.post("/tickets/{id}/close")],
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", changesState: true)]
  )

  static let remove = Contract(
    "tickets.remove",
    "Removes a ticket.",
    document: "tickets.md",
    effect: .changesState,
    routes: [.delete("/tickets/{id}")],
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", changesState: true)]
  )
}
