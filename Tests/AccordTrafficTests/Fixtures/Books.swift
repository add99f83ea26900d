import AccordModel
import AccordSchema
import HTTPTypes

/// A small API of a book shop whose traffic is judged.
enum Books {
  static let book: Schema = .object([
    .required("id", .integer), .required("title", .nonEmptyString),
    .optional("price", .number),
  ])

  static let suite = ContractSuite(
    "books",
    name: "Books",
    "Keeps books.",
    credential: .token("BOOKS_TOKEN", in: .header("X-Token")),
    formats: [Format("json", .json, mediaType: "application/json")],
    errors: ErrorCatalogue(
      entries: [
        .entry("InvalidParameter", statuses: .anyOf([400]), code: 1002),
        .entry("MissingToken", statuses: .anyOf([401]), code: 1006),
        .entry("BookNotFound", statuses: .anyOf([404]), code: 1044),
        .entry("SoldOut", statuses: .anyOf([409]), code: 1050),
        .entry("Malformed", statuses: .anyOf([400]), code: 1003),
      ],
      places: [.code("/errorCode", success: 0)]
    ),
    contracts: [get, add, list]
  )

  static let get = Contract(
    "books.get",
    "Shows a book.",
    document: "books.txt",
    effect: .readOnly,
    routes: [.get("/books/{id}")],
    credential: .required(missing: .error("MissingToken")),
    parameters: [
      .path(
        "id",
        .integer(in: 1...),
        example: 7,
        invalid: .error("InvalidParameter"),
        unknown: .error("BookNotFound")
      )
    ],
    responses: [
      .status(.ok, .payload(book)).tied(.value("/id", is: "id"))
    ],
    errors: [
      .named("InvalidParameter", .byRequest), .named("MissingToken", .byRequest),
      .named("BookNotFound", .byRequest),
    ],
    examples: [.example("one", path: ["id": 7])]
  )

  static let add = Contract(
    "books.add",
    "Adds a book.",
    document: "books.txt",
    routes: [.post("/books")],
    credential: .required(missing: .error("MissingToken")),
    body: .body(
      .object([.required("title", .nonEmptyString), .optional("price", .number)]),
      malformed: .error("Malformed"),
      incomplete: .error("InvalidParameter"),
      invalid: .error("InvalidParameter")
    ),
    responses: [.status(.created, .payload(book))],
    errors: [
      .named("InvalidParameter", .byRequest), .named("MissingToken", .byRequest),
      .named("Malformed", .byRequest),
      .named("SoldOut", .impossible(reason: "The printer decides.")),
    ],
    examples: [.example("one", body: ["title": "Emma"])]
  )

  static let list = Contract(
    "books.list",
    "Lists books.",
    document: "books.txt",
    effect: .readOnly,
    routes: [.get("/books")],
    parameters: [
      .parameter("page", .integer(in: 1...), in: [.query], required: false)
    ],
    responses: [.status(.ok, .payload(.array(of: book)))],
    examples: [.example("all")]
  )
}
