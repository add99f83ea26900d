import Accord

/// What requests say: routes and methods, parameters and their styles, headers.
enum Requests {
  static let suite = ContractSuite(
    "requests",
    name: "Requests",
    "Shows how requests are stated.",
    folder: "Tests/CookbookTests/Vocabulary",
    contracts: [methods, purge, repository, search, headers, form, versions]
  )

  static let done = ResponseRule.status(.noContent, .empty)

  static let methods = Contract(
    "shelf.get",
    "Returns a shelf.",
    document: "requests.md",
    effect: .readOnly,
    routes: [
      .get("/shelf", name: "short"),
      .get("/rooms/main/shelf", name: "long").otherMethods(.status(.methodNotAllowed)),
    ],
    responses: [done],
    examples: [.example("both"), .example("short-only", routes: ["short"])]
  )

  static let purge = Contract(
    "cache.purge",
    "Forgets what is cached.",
    document: "requests.md",
    effect: .changesState,
    routes: [.method("PURGE", "/cache")],
    responses: [done],
    examples: [.example("all", changesState: true)]
  )

  static let repository = Contract(
    "tags.list",
    "Returns the tags of a repository.",
    document: "requests.md",
    effect: .readOnly,
    routes: [.get("/v2/{+name}/tags")],
    parameters: [
      .path("name", .string(pattern: "^[a-z]+(/[a-z]+)*$"), example: "library/alpine")
    ],
    responses: [done],
    examples: [.example("nested"), .example("flat", path: ["name": "alpine"])]
  )

  static let search = Contract(
    "search",
    "Finds things.",
    document: "requests.md",
    effect: .readOnly,
    routes: [.get("/things")],
    parameters: [
      .query(
        "q",
        .nonEmptyString,
        required: true,
        "What is looked for.",
        example: "lamp",
        missing: .status(.badRequest)
      ),
      .query("color", .array(of: .string), explode: false, example: ["red", "blue"]),
      .query("year", .array(of: .integer), style: .pipeDelimited, example: [1890, 1910]),
      .query(
        "size",
        .object([.required("width", .integer(in: 1...)), .required("height", .integer(in: 1...))]),
        style: .deepObject,
        example: ["width": 640, "height": 480]
      ),
      .header("X-Page", .integer(in: 1...), example: 2, invalid: .status(.badRequest)),
      .cookie("theme", .oneOf("dark", "light"), example: "dark"),
    ],
    responses: [done],
    examples: [
      .example("lamps"),
      .example(
        "more",
        query: ["color": ["red", "blue"], "size": ["width": 1, "height": 2]],
        headers: ["X-Page": 3],
        cookies: ["theme": "light"]
      ),
    ]
  )

  static let headers = Contract(
    "greeting.get",
    "Greets.",
    document: "requests.md",
    effect: .readOnly,
    routes: [.get("/greeting")],
    headers: [
      .required("X-Client", .nonEmptyString, missing: .status(.badRequest)),
      .optional("Accept-Language", .string),
    ],
    responses: [
      .status(
        .noContent,
        .empty,
        headers: [
          .required("X-Greeting", .nonEmptyString),
          .optional("ETag", .string(pattern: #"^(W/)?"[^"]*"$"#)),
          .forbidden("X-Powered-By"),
        ]
      )
    ],
    examples: [
      .example("hello", headers: ["X-Client": "cookbook"]),
      .example("hallo", headers: ["X-Client": "cookbook", "Accept-Language": "de"]),
    ]
  )

  static let form = Contract(
    "picture.add",
    "Takes a picture.",
    document: "requests.md",
    effect: .changesState,
    routes: [.post("/pictures")],
    parameters: [
      .form("title", .nonEmptyString, required: true, example: "A bridge"),
      .form("tag", .array(of: .string), example: ["a", "b"]),
    ],
    responses: [done],
    examples: [.example("bridge", query: ["tag": ["a", "b"]], changesState: true)]
  )

  static let versions = Contract(
    "clock.get",
    "Tells the time.",
    document: "requests.md",
    effect: .readOnly,
    routes: [
      .get(
        "/clock",
        version: .version(
          in: .query("version"),
          serves: [1, 2],
          whenAbsent: 1,
          unsupported: .status(.badRequest, probes: [.probe("three", 3, why: "is not served")])
        )
      )
    ],
    responses: [done],
    examples: [.example("now")]
  )
}
