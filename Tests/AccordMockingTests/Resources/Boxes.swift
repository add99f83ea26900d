import AccordModel
import AccordSchema
import HTTPTypes

/// An API of boxes, which have a life cycle, and of files, which have a workflow; boxes are changed and
/// removed by calls of a workflow that are no transitions.
enum Boxes {
  static let suite = ContractSuite(
    "boxes",
    name: "Boxes",
    "Keeps boxes and files.",
    contracts: [make, get, list, send, change, remove, write, read, discard],
    workflows: [edited, filed],
    lifeCycles: [box]
  )

  static let box = LifeCycle.lifeCycle(
    "box",
    of: "box",
    states: ["draft", "sent"],
    from: .made(
      .step("make", "boxes.make", outputs: [.output("id", .body("/id"), .integer(in: 1...))])
    ),
    transitions: [
      .transition(
        .step("send", "boxes.send", arguments: ["id": .identity("id")]),
        from: "draft",
        to: "sent"
      )
    ],
    refusals: [
      .refused("send", in: "sent", by: .refusal(.status(.conflict), because: "is sent already"))
    ],
    views: [
      .read(
        .step("get", "boxes.get", arguments: ["id": .identity("id")]),
        state: "/state"
      ),
      .list(.step("list", "boxes.list"), items: "/boxes", identity: "/id", state: "/state"),
    ],
    cleanUp: []
  )

  static let edited = Workflow.workflow(
    "edited",
    "A box that is made is changed and removed.",
    steps: [
      .step("make", "boxes.make", outputs: [.output("id", .body("/id"), .integer(in: 1...))]),
      .step("change", "boxes.change", arguments: ["id": .output("id", of: "make")]),
      .step("remove", "boxes.remove", arguments: ["id": .output("id", of: "make")]),
    ]
  )

  static let filed = Workflow.workflow(
    "filed",
    "A file is written under a name that its caller chooses, read and discarded.",
    steps: [
      .step(
        "write",
        "files.write",
        arguments: ["name": .unique(prefix: "file-", suffix: "")],
        outputs: [.output("name", .requestParameter("name"), .nonEmptyString)]
      ),
      .step("read", "files.read", arguments: ["name": .output("name", of: "write")]),
      .step("discard", "files.discard", arguments: ["name": .output("name", of: "write")]),
    ]
  )

  static let view = Schema.object([
    .required("id", .integer(in: 1...)), .required("label", .nonEmptyString),
    .required("state", .oneOf("draft", "sent")),
  ])

  static let id = Parameter.path(
    "id",
    .integer(in: 1...),
    example: 1,
    unknown: .status(.notFound, probes: [.probe("none", 99_999, why: "is no box")])
  )

  static let name = Parameter.path("name", .nonEmptyString, example: "notes")

  static let label = Schema.object([.required("label", .nonEmptyString)])

  static let text = Schema.object([.required("text", .nonEmptyString)])

  static let make = contract(
    "boxes.make",
    .post("/boxes"),
    .status(.created, .payload(view)),
    label
  )

  static let get = contract("boxes.get", .get("/boxes/{id}"), .status(.ok, .payload(view)))

  static let list = contract(
    "boxes.list",
    .get("/boxes"),
    .status(.ok, .payload(.object([.required("boxes", .array(of: view))])))
  )

  static let send = contract("boxes.send", .post("/boxes/{id}/send"), .status(.ok, .payload(view)))

  static let change = contract(
    "boxes.change",
    .put("/boxes/{id}"),
    .status(.ok, .payload(view)),
    label
  )

  static let remove = contract("boxes.remove", .delete("/boxes/{id}"), .status(.noContent, .empty))

  static let write = contract(
    "files.write",
    .put("/files/{name}"),
    .status(.ok, .payload(text)),
    text
  )

  static let read = contract("files.read", .get("/files/{name}"), .status(.ok, .payload(text)))

  static let discard = contract(
    "files.discard",
    .delete("/files/{name}"),
    .status(.noContent, .empty)
  )

  private static func contract(
    _ name: String,
    _ route: Contract.Route,
    _ response: ResponseRule,
    _ body: Schema? = nil
  ) -> Contract {
    let known = [id, self.name].filter { route.path.variables.contains($0.name) }
    let sample: JSON? = body.flatMap { $0.sample() }
    return Contract(
      name,
      "Does it.",
      document: "boxes.txt",
      effect: route.methods.allows(.get) ? .readOnly : .changesState,
      routes: [route],
      parameters: known,
      body: body.map { .body($0) },
      responses: [response],
      examples: [
        .example("one", body: sample, changesState: !route.methods.allows(.get))
      ]
    )
  }
}
