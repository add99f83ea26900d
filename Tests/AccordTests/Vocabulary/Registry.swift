import Accord

/// An API whose errors are lists of names, as the OCI distribution specification has them.
enum Registry {
  static let suite = ContractSuite(
    "registry",
    name: "Registry",
    "Keeps images.",
    errors: ErrorCatalogue(
      entries: [
        .entry("NAME_UNKNOWN", statuses: .exactly(.notFound)),
        .entry("MANIFEST_UNKNOWN", statuses: .exactly(.notFound)),
      ],
      places: [.listedName("/errors", member: "code")],
      schemas: [
        .object([
          .required(
            "errors",
            .array(
              of: .object([.required("code", .nonEmptyString), .optional("message", .string)])
            )
          )
        ])
      ]
    ),
    contracts: [tags]
  )

  static let tags = Contract(
    "tags.list",
    "Returns the tags of a repository.",
    document: "registry.txt",
    routes: [.get("/v2/{name}/tags/list")],
    parameters: [
      .path(
        "name",
        .string(pattern: "^[a-z0-9]+$"),
        example: "alpine",
        unknown: .error(
          "NAME_UNKNOWN",
          probes: [.probe("no-repository", "nothing", why: "is no repository")]
        )
      ),
      .query("n", .integer(in: 1...), invalid: .status(.badRequest)),
    ],
    responses: [
      .status(
        .ok,
        .payload(
          .object([.required("name", .nonEmptyString), .required("tags", .array(of: .string))])
        )
      )
    ],
    errors: [.named("NAME_UNKNOWN", .byRequest)],
    examples: [.example("alpine"), .example("one", query: ["n": 1])]
  )
}
