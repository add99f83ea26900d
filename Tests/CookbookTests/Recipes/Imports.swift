import Accord

/// Work that a server accepts and does later: an import is begun, waited for, read and removed.
enum Imports {
  static let suite = ContractSuite(
    "imports",
    name: "Imports",
    "Reads what others send, some time later.",
    folder: "Tests/CookbookTests/Recipes",
    givens: [
      .given(
        "import",
        .integer(in: 1...),
        "The number of an import.",
        madeBy: .workflow("import-is-done", giving: .output("id", of: "begin"))
      )
    ],
    contracts: [begin, get, remove],
    workflows: [life]
  )

  static let life = Workflow.workflow(
    "import-is-done",
    "An import that is begun is done some time later, and is gone when it is removed.",
    steps: [
      .step(
        "begin",
        "imports.begin",
        outputs: [
          .output("id", .body("/id"), .integer(in: 1...)),
          .output("place", .reference("Location"), .nonEmptyString),
        ]
      ),
      .step(
        "wait",
        "imports.get",
        target: .output("place", of: "begin"),
        until: .value(at: "/state", is: .constant("done"), every: .seconds(1), atMost: 30)
      ),
      .step("remove", "imports.remove", arguments: ["id": .output("id", of: "begin")]),
      .step(
        "read again",
        "imports.get",
        arguments: ["id": .output("id", of: "begin")],
        expect: .refused("parameter/id/unknown"),
        dependsOn: ["remove"]
      ),
    ],
    cleanUp: [.step("clean", "imports.remove", arguments: ["id": .output("id", of: "begin")])]
  )

  static let state = Schema.object([
    .required("id", .integer(in: 1...)), .required("state", .oneOf("pending", "done")),
  ])

  static let number = Parameter.path(
    "id",
    .integer(in: 1...),
    example: .given("import"),
    unknown: .status(.notFound, probes: [.probe("none", 99_999, why: "is no import")])
  )

  static let begin = Contract(
    "imports.begin",
    "Begins an import.",
    document: "imports.md",
    effect: .changesState,
    routes: [.post("/imports")],
    body: .body(.object([.required("source", .nonEmptyString)])),
    responses: [
      .status(.accepted, .payload(state), headers: [.required("Location", .nonEmptyString)])
    ],
    examples: [.example("of-a-file", body: ["source": "contacts.csv"], changesState: true)]
  )

  static let get = Contract(
    "imports.get",
    "Tells how far an import is.",
    document: "imports.md",
    effect: .readOnly,
    routes: [.get("/imports/{id}")],
    parameters: [number],
    responses: [.status(.ok, .payload(state))],
    examples: [.example("one")]
  )

  static let remove = Contract(
    "imports.remove",
    "Removes an import.",
    document: "imports.md",
    effect: .changesState,
    routes: [.delete("/imports/{id}")],
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", consumes: ["import"])]
  )
}
