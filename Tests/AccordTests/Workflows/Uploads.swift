import Accord

/// An API that accepts work and does it later: uploads that are begun, waited for, renamed and removed.
enum Uploads {
  static let suite = ContractSuite(
    "uploads",
    name: "Uploads",
    "Keeps what is uploaded.",
    credential: .token("UPLOADS_TOKEN"),
    contracts: [begin, get, rename, remove],
    workflows: [life]
  )

  static let life = Workflow.workflow(
    "upload-lives",
    "An upload that is begun is done some time later, is renamed, and is gone when it is removed.",
    steps: [
      .step(
        "begin",
        "uploads.begin",
        outputs: [
          .output("id", .body("/id"), .integer(in: 1...)),
          .output("place", .reference("Location"), .nonEmptyString),
          .output("name", .requestBody("/name"), .string),
        ]
      ),
      .step(
        "wait",
        "uploads.get",
        target: .output("place", of: "begin"),
        until: .value(at: "/state", is: .constant("done"), every: .seconds(60), atMost: 4)
      ),
      .step(
        "rename",
        "uploads.rename",
        arguments: ["id": .output("id", of: "begin")],
        bodyValues: [.at("/alias", .output("name", of: "begin"))]
      ),
      .step("read", "uploads.get", arguments: ["id": .output("id", of: "begin")]),
      .step("remove", "uploads.remove", arguments: ["id": .output("id", of: "begin")]),
      .step(
        "read again",
        "uploads.get",
        arguments: ["id": .output("id", of: "begin")],
        expect: .refused("parameter/id/unknown"),
        dependsOn: ["remove"]
      ),
    ],
    cleanUp: [
      .step("clean", "uploads.remove", arguments: ["id": .output("id", of: "begin")])
    ]
  )

  static let upload = Schema.object([
    .required("id", .integer(in: 1...)), .required("name", .nonEmptyString),
    .required("state", .oneOf("done", "pending")),
  ])

  static let number = Parameter.path(
    "id",
    .integer(in: 1...),
    example: 1,
    unknown: .status(.notFound, probes: [.probe("none", 99_999, why: "is no upload")])
  )

  static let caller = CredentialRule.required(
    missing: .status(.unauthorized),
    invalid: .status(.unauthorized)
  )

  static let begin = Contract(
    "uploads.begin",
    "Begins an upload.",
    document: "uploads.txt",
    effect: .changesState,
    routes: [.post("/uploads")],
    credential: caller,
    body: .body(.object([.required("name", .nonEmptyString)])),
    responses: [
      .status(.accepted, .payload(upload), headers: [.required("Location", .nonEmptyString)])
    ],
    examples: [.example("a-picture", body: ["name": "picture"], changesState: true)]
  )

  static let get = Contract(
    "uploads.get",
    "Returns an upload.",
    document: "uploads.txt",
    effect: .readOnly,
    routes: [.get("/uploads/{id}")],
    credential: caller,
    parameters: [number],
    responses: [.status(.ok, .payload(upload))],
    examples: [.example("one")]
  )

  static let rename = Contract(
    "uploads.rename",
    "Renames an upload.",
    document: "uploads.txt",
    effect: .changesState,
    routes: [.put("/uploads/{id}")],
    credential: caller,
    parameters: [number],
    body: .body(
      .object([.required("name", .nonEmptyString), .optional("alias", .nonEmptyString)])
    ),
    responses: [.status(.ok, .payload(upload))],
    examples: [.example("a-photo", body: ["name": "photo"], changesState: true)]
  )

  static let remove = Contract(
    "uploads.remove",
    "Removes an upload.",
    document: "uploads.txt",
    effect: .changesState,
    routes: [.delete("/uploads/{id}")],
    credential: caller,
    parameters: [number],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", changesState: true)]
  )
}
