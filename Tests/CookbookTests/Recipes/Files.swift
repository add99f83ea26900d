import Accord

/// Files: bytes with their digests, in parts, and a form with a picture.
enum Files {
  static let suite = ContractSuite(
    "files",
    name: "Files",
    "Keeps files.",
    folder: "Tests/CookbookTests/Recipes",
    formats: [.json, .octetStream, .formData, Format("pdf", .bytes, mediaType: "application/pdf")],
    contracts: [get, put, print, attach]
  )

  static let name = Parameter.path("name", .nonEmptyString, example: "logo")

  static let get = Contract(
    "files.get",
    "Returns a file.",
    document: "files.md",
    effect: .readOnly,
    routes: [.get("/files/{name}")],
    parameters: [name],
    responses: [
      .status(
        .ok,
        .bytes(count: 1...1_000_000),
        in: ["bytes"],
        digests: [.required("Repr-Digest", .dictionary)]
      )
    ],
    examples: [.example("logo")],
    relations: [
      .relation("head", "HEAD answers what GET would.", .headAnswersAsGet),
      .relation("parts", "Files are served in parts.", .ranges),
      .relation("tag", "A file is not sent again to who has it.", .notModified(.entityTag)),
    ]
  )

  static let put = Contract(
    "files.put",
    "Keeps a file.",
    document: "files.md",
    effect: .changesState,
    routes: [.put("/files/{name}")],
    parameters: [name],
    body: .body(.string.contentEncoding("base64"), in: ["bytes"]),
    responses: [.status(.noContent, .empty)],
    examples: [.example("picture", body: "iVBORw0KGgo=", changesState: true)]
  )

  static let print = Contract(
    "files.print",
    "Returns a page that can be printed.",
    document: "files.md",
    effect: .readOnly,
    routes: [.get("/pages/{name}")],
    parameters: [name],
    responses: [
      .status(.ok, .payload(.object([.required("title", .string)])), in: ["json"]),
      .status(.ok, .bytes(), in: ["pdf"], name: "pdf"),
    ],
    examples: [.example("data"), .example("printed", in: "pdf")]
  )

  static let attach = Contract(
    "files.attach",
    "Takes a message with a picture.",
    document: "files.md",
    effect: .changesState,
    routes: [.post("/messages")],
    body: .body(
      .object([
        .required("to", .nonEmptyString),
        .required("picture", .string.contentMediaType("image/png").contentEncoding("base64")),
      ]),
      in: ["multipart"],
      incomplete: .status(.unprocessableContent)
    ),
    responses: [.status(.accepted, .empty)],
    examples: [
      .example("picture", body: ["to": "Emma", "picture": "iVBORw0KGgo="], changesState: true)
    ]
  )
}
