import AccordModel
import AccordSchema
import HTTPTypes

/// A small API from which the examples of the rules are taken.
enum BookShop {
  static let suite = ContractSuite(
    "bookshop",
    name: "Bookshop",
    "Lists and shows books.",
    formats: [json, xml, jsonLines, csv, jsv, table],
    negotiation: Negotiation(ways: [.by(.accept)], fallback: "json"),
    errors: catalogue,
    contracts: [get, list, remove]
  )

  static let json = Format(
    "json",
    .json,
    mediaType: "application/json",
    charset: "utf-8"
  )
  static let xml = Format("xml", .xml, mediaType: "application/xml")
  static let jsonLines = Format("jsonl", .jsonLines, mediaType: "text/jsonl")
  static let csv = Format("csv", .csv, mediaType: "text/csv")
  static let jsv = Format("jsv", .jsv, mediaType: "application/jsv")
  /// A format that is promised and not checked.
  static let table = Format(
    "table",
    .csv,
    mediaType: "text/tab-separated-values",
    isChecked: false
  )

  static let catalogue = ErrorCatalogue(
    entries: [
      .entry("InvalidParameter", statuses: .anyOf([400]), code: 1002),
      .entry("MissingToken", aliases: ["NoToken"], statuses: .anyOf([401]), code: 1006),
      .entry("ExpiredToken", statuses: .anyOf([401]), code: 1007),
      .entry("PaidAlready", statuses: .anyOf([400]), code: 1009),
      .entry("BookNotFound", statuses: .anyOf([404]), code: 1044),
      .entry("UnsupportedVersion", statuses: .range(400...499)),
      .entry("Internal", statuses: .anyOf([500]), code: 2000),
    ],
    places: [.code("/errorCode", success: 0), .name("/errorName")],
    message: "/errorMsg",
    fieldNames: ErrorCatalogue.FieldNames(list: "/fields", member: "name"),
    schemas: [
      .object([
        .required("errorCode", .integer),
        .required("errorMsg", .string),
        .optional("errorName", .string.nullable),
        .optional("trace", .string),
      ]).titled("Error")
    ]
  )

  static let book: Schema = .object([
    .required("id", .integer),
    .required("title", .nonEmptyString),
    .optional("price", .number),
    .optional("note", .string.nullable),
  ]).titled("Book").xml(namespace: "urn:books", order: .declared)

  static let bookWithISBN: Schema = .object([
    .required("id", .integer),
    .required("title", .nonEmptyString),
    .required("isbn", .string),
  ]).titled("Book").xml(namespace: "urn:books", order: .declared)

  static let books: Schema = .object([
    .required("items", .array(of: book)),
    .optional("total", .integer),
  ]).titled("Books").xml(namespace: "urn:books", order: .declared)

  static let get = Contract(
    "books.get",
    "Shows a book.",
    document: "bookshop.txt",
    routes: [
      .get(
        "/v{version}/books/{id}",
        version: .version(
          in: .path("version"),
          serves: [1, 2],
          unsupported: .error("UnsupportedVersion")
        )
      )
    ],
    headers: [
      .required("X-Token", isCredential: true, missing: .error("MissingToken"))
    ],
    parameters: [
      .path(
        "id",
        .integer,
        invalid: .error("InvalidParameter"),
        unknown: .error("BookNotFound")
      )
    ],
    responses: [
      .status(.ok, .payload(book), versions: [1]),
      .status(.ok, .payload(bookWithISBN), versions: [2], name: "version-2"),
    ],
    errors: [
      .named("InvalidParameter", .byRequest), .named("MissingToken", .byRequest),
      .named("ExpiredToken", .byRequest), .named("BookNotFound", .byRequest),
      .named("UnsupportedVersion", .byRequest), .named("Internal", .impossible(reason: "A fault.")),
    ],
    examples: []
  )

  static let list = Contract(
    "books.list",
    "Lists books.",
    document: "bookshop.txt",
    routes: [.get("/books")],
    parameters: [
      .parameter("page", .integer, in: [.query], required: false),
      .parameter("size", .integer, in: [.query], required: false),
      .parameter("shop", .string, in: [.query, .form], required: false),
    ],
    responses: [.status(.ok, .rows(books, of: "/items"))],
    examples: []
  )

  static let remove = Contract(
    "books.remove",
    "Removes a book.",
    document: "bookshop.txt",
    routes: [.route(.only([.delete]), "/books/{id}")],
    parameters: [.path("id", .integer)],
    responses: [.status(.ok, .empty)],
    examples: []
  )
}
