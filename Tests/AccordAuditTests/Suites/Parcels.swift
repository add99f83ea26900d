import Accord

/// An API of parcels: each is a draft, is sent, and is delivered or cancelled.
enum Parcels {
  static let suite = ContractSuite(
    "parcels",
    name: "Parcels",
    "Sends parcels.",
    contracts: [add, get, list, send, deliver, cancel, label, remove],
    lifeCycles: [parcel]
  )

  static let parcel = LifeCycle.lifeCycle(
    "parcel",
    of: "parcel",
    states: ["draft", "sent", "delivered", "cancelled", .gone],
    from: .made(
      .step("make", "parcels.add", outputs: [.output("id", .body("/id"), .integer(in: 1...))])
    ),
    transitions: [
      .transition(call("send"), from: "draft", to: "sent"),
      .transition(call("deliver"), from: "sent", to: "delivered"),
      .transition(call("cancel"), from: "draft", "sent", to: "cancelled", repeated: .asDocumented),
      .transition(call("label"), from: "draft", to: "draft", repeated: .asDocumented),
      .transition(call("remove"), from: "draft", "delivered", "cancelled", to: .gone),
    ],
    refusals: [
      .refused("send", in: "sent", "delivered", "cancelled", by: conflict),
      .refused("deliver", in: "draft", "delivered", "cancelled", by: conflict),
      .refused("cancel", in: "delivered", by: conflict),
      .refused("label", in: "sent", "delivered", "cancelled", by: conflict),
      .refused("remove", in: "sent", by: conflict),
      .refused("send", in: .gone, by: .refused("parameter/id/unknown")),
      .refused(
        "remove",
        in: .gone,
        by: .refused("parameter/id/unknown"),
        basis: .assumption("The document does not say what a second removal gets.")
      ),
    ],
    views: [
      .read(
        .step("get", "parcels.get", arguments: ["id": .identity("id")]),
        state: "/state",
        refusals: [.hidden(in: .gone, by: .refused("parameter/id/unknown"))],
        ignoring: ["/seen"]
      ),
      .list(
        .step("list", "parcels.list"),
        items: "/items",
        identity: "/id",
        state: "/status",
        values: [.value("underway", for: "sent")],
        omits: ["cancelled", .gone],
        leavesOpen: ["delivered"]
      ),
    ],
    written: [
      .written("/label", by: "make", in: "get"),
      .written("/label", by: "label", in: "get"),
      .written("/weight", by: "make", in: "get"),
      .written("/label", by: "label", in: "list", at: "/title"),
    ]
  )

  static let conflict = Workflow.Step.Expectation.refusal(
    .status(.conflict),
    because: "is not allowed in this state"
  )

  static func call(_ name: String) -> Workflow.Step {
    .step(name, "parcels.\(name)", arguments: ["id": .identity("id")])
  }

  static let view = Schema.object([
    .required("id", .integer(in: 1...)), .required("label", .nonEmptyString),
    .required("weight", .integer(in: 1...)), .required("seen", .integer),
    .required("state", .oneOf("draft", "sent", "delivered", "cancelled")),
  ])

  static let item = Schema.object([
    .required("id", .integer(in: 1...)), .required("title", .nonEmptyString),
    .required("status", .oneOf("draft", "underway", "delivered", "cancelled")),
  ])

  static let number = Parameter.path(
    "id",
    .integer(in: 1...),
    example: 1,
    unknown: .status(.notFound, probes: [.probe("none", 99_999, why: "is no parcel")])
  )

  static let add = Contract(
    "parcels.add",
    "Makes a draft of a parcel.",
    document: "parcels.txt",
    effect: .changesState,
    routes: [.post("/parcels")],
    body: .body(
      .object([.required("label", .nonEmptyString), .required("weight", .integer(in: 1...))])
    ),
    responses: [.status(.created, .payload(view))],
    examples: [.example("books", body: ["label": "Books", "weight": 3], changesState: true)]
  )

  static let get = Contract(
    "parcels.get",
    "Returns a parcel.",
    document: "parcels.txt",
    effect: .readOnly,
    routes: [.get("/parcels/{id}")],
    parameters: [number],
    responses: [.status(.ok, .payload(view))],
    examples: [.example("one")]
  )

  static let list = Contract(
    "parcels.list",
    "Lists the parcels that are not cancelled.",
    document: "parcels.txt",
    effect: .readOnly,
    routes: [.get("/parcels")],
    responses: [.status(.ok, .payload(.object([.required("items", .array(of: item))])))],
    examples: [.example("all")]
  )

  static let send = change("send", "Sends a parcel.")

  static let deliver = change("deliver", "Delivers a parcel.")

  static let cancel = change("cancel", "Cancels a parcel.")

  static let label = Contract(
    "parcels.label",
    "Labels a parcel anew.",
    document: "parcels.txt",
    effect: .changesState,
    routes: [.put("/parcels/{id}/label")],
    parameters: [number],
    body: .body(
      .object([.required("label", .nonEmptyString)]),
      incomplete: .status(.unprocessableContent)
    ),
    responses: [.status(.ok, .payload(view))],
    examples: [.example("letters", body: ["label": "Letters"], changesState: true)]
  )

  static let remove = Contract(
    "parcels.remove",
    "Removes a parcel.",
    document: "parcels.txt",
    effect: .changesState,
    routes: [.delete("/parcels/{id}").otherMethods(.status(.methodNotAllowed))],
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", changesState: true)]
  )

  private static func change(_ name: String, _ summary: String) -> Contract {
    Contract(
      "parcels.\(name)",
      summary,
      document: "parcels.txt",
      effect: .changesState,
      routes: [.post("/parcels/{id}/\(name)")],
      parameters: [number],
      responses: [.status(.ok, .payload(view))],
      examples: [.example("one", changesState: true)]
    )
  }
}
