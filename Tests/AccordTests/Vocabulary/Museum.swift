import Accord

/// An API whose parameters are lists, objects, header fields, cookies and names with slashes.
enum Museum {
  static let suite = ContractSuite(
    "gallery",
    name: "Museum",
    "Shows pictures.",
    errors: ErrorCatalogue(entries: [], places: []),
    contracts: [search, collection, picture, latest, post]
  )

  static let answer = ResponseRule.status(.ok, .payload(.object([.required("found", .integer)])))

  static let search = Contract(
    "pictures.search",
    "Finds pictures.",
    document: "gallery.txt",
    routes: [.get("/pictures")],
    parameters: [
      .query(
        "tag",
        .array(of: .string(pattern: "^[a-z]+$")),
        required: true,
        explode: false,
        example: ["red", "blue"],
        missing: .status(.badRequest),
        invalid: .status(.badRequest)
      ),
      .query(
        "size",
        .object([.required("width", .integer(in: 1...)), .required("height", .integer(in: 1...))]),
        style: .deepObject,
        example: ["width": 640, "height": 480],
        invalid: .status(.badRequest)
      ),
      .query(
        "year",
        .array(of: .integer(in: 1800...)),
        style: .pipeDelimited,
        example: [1890, 1910]
      ),
      .header("X-Page", .integer(in: 1...), example: 2, invalid: .status(.badRequest)),
      .cookie("theme", .oneOf("dark", "light"), example: "dark", invalid: .status(.badRequest)),
    ],
    responses: [answer],
    examples: [
      .example("tags"),
      .example("all", query: ["size": ["width": 1, "height": 2]], headers: ["X-Page": 3]),
      .example("dark", cookies: ["theme": "light"]),
    ]
  )

  static let collection = Contract(
    "collections.get",
    "Returns the size of a collection.",
    document: "gallery.txt",
    routes: [.get("/collections/{+name}/size")],
    parameters: [
      .path(
        "name",
        .string(pattern: "^[a-z]+(/[a-z]+)*$"),
        example: "old/masters",
        invalid: .status(.notFound)
      )
    ],
    responses: [answer],
    examples: [.example("nested"), .example("plain", path: ["name": "modern"])]
  )

  static let picture = Contract(
    "pictures.get",
    "Returns pictures by their numbers.",
    document: "gallery.txt",
    routes: [.get("/pictures/{number}")],
    parameters: [
      .path(
        "number",
        .array(of: .integer(in: 1...)),
        style: .label,
        example: [1, 2],
        invalid: .status(.badRequest)
      )
    ],
    responses: [answer],
    examples: [.example("two")]
  )

  static let latest = Contract(
    "pictures.latest",
    "Returns the latest picture.",
    document: "gallery.txt",
    routes: [.get("/pictures/latest")],
    responses: [.status(.accepted, .payload(.object([.required("latest", .integer)])))],
    examples: [.example("latest")]
  )

  static let post = Contract(
    "pictures.post",
    "Takes a picture.",
    document: "gallery.txt",
    routes: [.post("/pictures")],
    parameters: [
      .form("title", .nonEmptyString, required: true, example: "A bridge"),
      .form("tag", .array(of: .string), example: ["a", "b"]),
    ],
    responses: [.status(.created, .payload(.object([.required("found", .integer)])))],
    examples: [.example("bridge", query: ["tag": ["a", "b"]], changesState: true)]
  )
}
