import Accord

/// An ordinary API whose callers prove who they are, in whatever way.
enum Vault {
  static func suite(_ credential: Credential) -> ContractSuite {
    ContractSuite(
      "vault",
      name: "Vault",
      "Keeps things for those who may see them.",
      credential: credential,
      errors: ErrorCatalogue(
        entries: [],
        places: [],
        message: "/title",
        formats: [.problemJSON],
        schemas: [.object([.required("title", .nonEmptyString)])]
      ),
      contracts: [list, add]
    ).mocked(by: DeviceMock())
  }

  static let caller = CredentialRule.required(
    missing: .status(.unauthorized),
    invalid: .status(.unauthorized)
  )

  static let thing = Schema.object([
    .required("id", .integer(in: 1...)), .required("name", .nonEmptyString),
  ])

  static let list = Contract(
    "things.list",
    "Returns the things.",
    document: "vault.txt",
    effect: .readOnly,
    routes: [.get("/things")],
    credential: caller,
    parameters: [.query("limit", .integer(in: 1...100), invalid: .status(.unprocessableContent))],
    responses: [.status(.ok, .payload(.array(of: thing)))],
    examples: [.example("all"), .example("few", query: ["limit": 2])]
  )

  static let add = Contract(
    "things.add",
    "Keeps a thing.",
    document: "vault.txt",
    routes: [.post("/things")],
    credential: caller,
    body: .body(
      .object([.required("name", .nonEmptyString)]),
      incomplete: .status(.unprocessableContent)
    ),
    responses: [.status(.created, .payload(thing))],
    examples: [.example("a-lamp", body: ["name": "lamp"], changesState: true)]
  )
}
