import Accord

/// A resource that is made, listed, read, replaced and deleted.
enum Tasks {
  static let suite = ContractSuite(
    "tasks",
    name: "Tasks",
    "Keeps what is to be done.",
    folder: "Tests/CookbookTests/Recipes",
    errors: ErrorCatalogue(
      entries: [
        .entry("TaskNotFound", statuses: .exactly(.notFound)),
        .entry("TaskInvalid", statuses: .exactly(.badRequest)),
      ],
      places: [.name("/error")]
    ),
    givens: [.given("task", .integer(in: 1...), "The number of a task.")],
    contracts: [list, add, get, replace, delete]
  )

  static let task = Schema.object([
    .required("id", .integer(in: 1...)), .required("title", .string(length: 1...80)),
    .required("done", .boolean),
  ])

  static let draft = Schema.object([
    .required("title", .string(length: 1...80)), .required("done", .boolean),
  ])

  static let number = Parameter.path(
    "id",
    .integer(in: 1...),
    example: .given("task"),
    invalid: .error("TaskInvalid"),
    unknown: .error(
      "TaskNotFound",
      probes: [.probe("no-task", 99_999, why: "is no task")]
    )
  )

  static let content = Contract.RequestBody.body(
    draft,
    malformed: .error("TaskInvalid"),
    incomplete: .error("TaskInvalid"),
    invalid: .error("TaskInvalid")
  )

  static let list = Contract(
    "tasks.list",
    "Returns the tasks.",
    document: "tasks.md",
    effect: .readOnly,
    routes: [.get("/tasks")],
    parameters: [.query("done", .boolean)],
    responses: [
      .status(.ok, .payload(.array(of: task))).tied(.every("", "/done", is: "done"))
    ],
    examples: [.example("all"), .example("done", query: ["done": true])]
  )

  static let add = Contract(
    "tasks.add",
    "Makes a task.",
    document: "tasks.md",
    effect: .changesState,
    routes: [.post("/tasks")],
    body: content,
    responses: [
      .status(
        .created,
        .payload(task),
        headers: [.required("Location", .format("uri-reference"))]
      )
      .tied(.value("/title", sentAt: "/title"))
    ],
    errors: [.named("TaskInvalid", .byRequest)],
    examples: [
      .example("lamp", body: ["title": "Buy a lamp", "done": false], changesState: true)
    ],
    relations: [
      .relation(
        "location",
        "Location leads to the task.",
        .locationLeads(to: "tasks.get", same: ["/id"])
      )
    ]
  )

  static let get = Contract(
    "tasks.get",
    "Returns a task.",
    document: "tasks.md",
    effect: .readOnly,
    routes: [.get("/tasks/{id}")],
    parameters: [number],
    responses: [.status(.ok, .payload(task)).tied(.value("/id", is: "id"))],
    errors: [.named("TaskNotFound", .byRequest), .named("TaskInvalid", .byRequest)],
    examples: [.example("one")],
    relations: [.relation("again", "A task does not change by itself.", .sameReadTwice)]
  )

  static let replace = Contract(
    "tasks.replace",
    "Replaces a task.",
    document: "tasks.md",
    effect: .changesState,
    routes: [.put("/tasks/{id}")],
    parameters: [number],
    body: content,
    responses: [.status(.noContent, .empty)],
    errors: [.named("TaskNotFound", .byRequest), .named("TaskInvalid", .byRequest)],
    examples: [
      .example("done", body: ["title": "Buy a lamp", "done": true], changesState: true)
    ],
    relations: [.relation("twice", "A task can be replaced twice.", .idempotent())]
  )

  static let delete = Contract(
    "tasks.delete",
    "Deletes a task.",
    document: "tasks.md",
    effect: .changesState,
    routes: [.delete("/tasks/{id}")],
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    errors: [.named("TaskNotFound", .byRequest), .named("TaskInvalid", .byRequest)],
    examples: [.example("one", consumes: ["task"])]
  )
}
