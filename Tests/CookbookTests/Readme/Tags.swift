import Accord

/// Parameters of every place, as the README shows them.
enum Tags {
  static let suite = ContractSuite(
    "tags",
    name: "Tags",
    "Tells which tags an image has.",
    folder: "Tests/CookbookTests/Readme",
    errors: ErrorCatalogue(
      entries: [.entry("out-of-stock", statuses: .exactly(.conflict))],
      places: [.type(base: "https://errors.example/")]  // https://errors.example/out-of-stock
    ),
    contracts: [list]
  )

  static let reason = ErrorCatalogue(
    entries: [.entry("Conflict", statuses: .exactly(.conflict))],
    places: [
      .own(
        "the reason phrase",
        at: .status,
        reading: { $0.status < 400 ? nil : $0.reason },
        writing: { name, response in response.reason = name }
      )
    ]
  )

  static let size = Schema.object([.required("width", .integer(in: 1...))])

  static let list = Contract(
    "tags.list",
    "Lists the tags of an image.",
    document: "tags.txt",
    effect: .readOnly,
    routes: [.get("/v2/{+name}/tags")],  // /v2/library/alpine/tags
    parameters: [
      .path("name", .string, example: "library/alpine"),
      .query("color", .array(of: .string), explode: false, example: ["red", "blue"]),
      .query("size", size, style: .deepObject, example: ["width": 640]),  // size%5Bwidth%5D=640
      .header("X-Page", .integer(in: 1...), example: 2, invalid: .status(.badRequest)),
      .cookie("theme", .oneOf("dark", "light")),
    ],
    responses: [.status(.ok, .payload(.array(of: .string)))],
    examples: [.example("page-three", headers: ["X-Page": 3], cookies: ["theme": "dark"])]
  )
}
