import Accord

/// An API that sorts by named members, answers with what was put, says what other answers are, and leads from
/// one answer to another by Link.
enum Shelves {
  static let suite = ContractSuite(
    "shelves",
    name: "Shelves",
    "Keeps books.",
    formats: [
      .json, .octetStream, Format("problem", .json, mediaType: "application/problem+json"),
    ],
    contracts: [list, get, head, put, add, remove, cover, putCover]
  )

  static let book = Schema.object([
    .required("id", .integer(in: 1...)), .required("title", .nonEmptyString),
    .optional("price", .number),
  ])

  static let problem = Schema.object([.required("title", .nonEmptyString)])

  static let id = Parameter.path("id", .integer(in: 1...), example: 1)

  static let list = Contract(
    "books.list",
    "Returns the books.",
    document: "shelves.txt",
    effect: .readOnly,
    routes: [.get("/books")],
    parameters: [
      .query("sort", .string, example: "title"), .query("dir", .oneOf("asc", "desc")),
    ],
    responses: [
      .status(.ok, .payload(.object([.required("books", .array(of: book))])), in: ["json"])
    ],
    examples: [.example("all")],
    relations: [
      .relation(
        "sorted",
        "The books are sorted.",
        .sortingSorts(
          Relation.Sorting(
            [
              .order(
                "price",
                ascending: ["sort": "price"],
                descending: ["sort": "-price"],
                by: "/price"
              ),
              .order(
                "title",
                ascending: ["sort": "title"],
                descending: ["sort": "title", "dir": "desc"],
                by: "/title"
              ),
              .order("newest", descending: ["sort": "new"], by: "/id"),
            ],
            items: "/books",
            identity: ["/id"]
          )
        )
      )
    ]
  )

  static let get = Contract(
    "books.get",
    "Returns a book.",
    document: "shelves.txt",
    effect: .readOnly,
    routes: [.get("/books/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: 1, invalid: .statuses(.clientError))],
    responses: [
      .status(
        .ok,
        .payload(book),
        in: ["json"],
        headers: [.required("X-Shelf", .string(pattern: "^[a-z]{3}-[0-9]{4}$"))]
      )
      .tied(.value("/id", is: "id"))
    ],
    otherwise: [
      .status(.badRequest, .payload(problem), in: ["json"], name: "bad"),
      .statuses(
        .clientError,
        .payload(problem),
        in: ["problem"],
        headers: [.required("X-Trace", .nonEmptyString)],
        name: "wrong"
      ),
      .default(.payload(problem), in: ["problem"]),
    ],
    examples: [.example("one")],
    relations: [
      .relation("cover", "Link leads to the cover.", .linkLeads("icon", to: "covers.get")),
      .relation("head", "HEAD answers what GET would.", .headAnswersAsGet),
    ]
  )

  static let head = Contract(
    "books.head",
    "Says whether there is a book.",
    document: "shelves.txt",
    effect: .readOnly,
    routes: [.head("/books/{id}")],
    parameters: [id],
    responses: [.status(.ok, .empty, headers: [.required("X-Shelf", .nonEmptyString)])],
    examples: [.example("one")]
  )

  static let put = Contract(
    "books.put",
    "Changes a book.",
    document: "shelves.txt",
    effect: .changesState,
    routes: [.put("/books/{id}")],
    parameters: [id],
    body: .body(.object([.required("title", .nonEmptyString), .optional("secret", .string)])),
    responses: [.status(.noContent, .empty)],
    examples: [.example("title", body: ["title": "Ida", "secret": "x"], changesState: true)],
    relations: [.relation("kept", "What is put is read.", .readsBack(by: "books.get"))]
  )

  static let add = Contract(
    "books.add",
    "Takes a book.",
    document: "shelves.txt",
    effect: .changesState,
    routes: [.post("/books")],
    body: .body(.object([.required("title", .nonEmptyString), .optional("price", .number)])),
    responses: [.status(.created, .payload(book), in: ["json"])],
    examples: [.example("emma", body: ["title": "Emma", "price": 9.5], changesState: true)],
    relations: [
      .relation("kept", "What is added is read.", .readsBack(by: "books.get", same: ["/title"]))
    ]
  )

  static let remove = Contract(
    "books.remove",
    "Removes a book.",
    document: "shelves.txt",
    effect: .changesState,
    routes: [.delete("/books/{id}")],
    parameters: [
      .path(
        "id",
        .integer(in: 1...),
        example: 1,
        unknown: .status(
          .notFound,
          probes: [
            .probe("nobody", 999, why: "is the number of no book")
          ]
        )
      )
    ],
    responses: [.status(.noContent, .empty)],
    examples: [.example("one", changesState: true)],
    relations: [.relation("twice", "A book can be removed twice.", .idempotent())]
  )

  static let cover = Contract(
    "covers.get",
    "Returns a cover.",
    document: "shelves.txt",
    effect: .readOnly,
    routes: [.get("/covers/{name}")],
    parameters: [.path("name", .nonEmptyString, example: "emma")],
    responses: [.status(.ok, .bytes(), in: ["bytes"])],
    examples: [.example("emma")]
  )

  static let putCover = Contract(
    "covers.put",
    "Keeps a cover.",
    document: "shelves.txt",
    effect: .changesState,
    routes: [.put("/covers/{name}")],
    parameters: [.path("name", .nonEmptyString, example: "emma")],
    body: .body(.string.contentEncoding("base64"), in: ["bytes"]),
    responses: [.status(.noContent, .empty)],
    examples: [.example("picture", body: "iVBORw0KGgo=", changesState: true)],
    relations: [.relation("kept", "A cover is read as it was put.", .readsBack(by: "covers.get"))]
  )
}
