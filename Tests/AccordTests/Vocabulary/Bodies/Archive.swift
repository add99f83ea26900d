import Accord

/// An archive: its answers and its requests have several media types, each with a schema of its own, and
/// some are bytes or texts.
enum Archive {
  static let invoiceJSON = Format("invoice", .json, mediaType: "application/vnd.acme.invoice+json")
  static let pdf = Format("pdf", .bytes, mediaType: "application/pdf")

  static let suite = ContractSuite(
    "archive",
    name: "Archive",
    "Keeps invoices and files.",
    formats: [.json, invoiceJSON, pdf, .plainText, .octetStream, .form, .formData],
    givens: [.given("invoice", .integer(in: 1...), "The number of an invoice.")],
    contracts: [invoice, latest, file, keepFile, keepNote, note, send, attach]
  )

  static let invoiceSchema = Schema.object([
    .required("number", .integer(in: 1...)), .required("total", .number),
  ])

  /// JSON, text or PDF, as the request asks by Accept.
  static let invoice = Contract(
    "invoices.get",
    "Returns an invoice.",
    document: "archive.txt",
    effect: .readOnly,
    routes: [.get("/invoices/{number}")],
    parameters: [.path("number", .integer(in: 1...), example: .given("invoice"))],
    responses: [
      .status(.ok, .payload(invoiceSchema), in: ["invoice"]),
      .status(.ok, .bytes(count: 5...2_000), in: ["pdf"], name: "pdf"),
      .status(.ok, .payload(.string(length: 5...40)), in: ["text"], name: "text"),
    ],
    examples: [
      .example("one"), .example("printed", in: "pdf"),
      .example("read", expect: .response("text")),
      .example("printed-or-read", headers: ["Accept": "application/pdf, text/plain;q=0.5"]),
    ]
  )

  /// The server chooses between two media types with one schema.
  static let latest = Contract(
    "invoices.latest",
    "Returns the last invoice.",
    document: "archive.txt",
    effect: .readOnly,
    routes: [.get("/latest")],
    responses: [.status(.ok, .payload(invoiceSchema), in: ["invoice", "json"])],
    examples: [.example("last")]
  )

  /// Bytes of any media type, with their digests.
  static let file = Contract(
    "files.get",
    "Returns a file.",
    document: "archive.txt",
    effect: .readOnly,
    routes: [.get("/files/{name}")],
    parameters: [.path("name", .nonEmptyString, example: "logo")],
    responses: [
      .status(
        .ok,
        .bytes(count: 3...1_000),
        digests: [
          .required("Docker-Content-Digest", .algorithmAndHex),
          .optional("Content-Digest", .dictionary),
        ]
      )
    ],
    examples: [.example("logo")],
    relations: [.relation("head", "HEAD answers what GET would.", .headAnswersAsGet)]
  )

  static let keepFile = Contract(
    "files.put",
    "Keeps a file.",
    document: "archive.txt",
    routes: [.put("/files/{name}")],
    parameters: [.path("name", .nonEmptyString, example: "logo")],
    body: .body(
      .string.contentEncoding("base64"),
      in: ["bytes"]
    ),
    responses: [.status(.noContent, .empty)],
    examples: [.example("picture", body: "iVBORw0KGgo=", changesState: true)]
  )

  static let keepNote = Contract(
    "notes.put",
    "Keeps a note.",
    document: "archive.txt",
    routes: [.put("/notes/{name}")],
    parameters: [.path("name", .nonEmptyString, example: "first")],
    body: .body(
      .string(length: 1...20),
      in: ["text"],
      malformed: .status(.badRequest),
      invalid: .status(.unprocessableContent)
    ),
    responses: [.status(.noContent, .empty)],
    examples: [.example("greeting", body: "Grüß Gott", changesState: true)]
  )

  static let note = Contract(
    "notes.get",
    "Returns a note.",
    document: "archive.txt",
    effect: .readOnly,
    routes: [.get("/notes/{name}")],
    parameters: [.path("name", .nonEmptyString, example: "first")],
    responses: [.status(.ok, .payload(.string(length: 1...20)), in: ["text"])],
    examples: [.example("first")]
  )

  /// The same as JSON or as a form, which has other names.
  static let send = Contract(
    "messages.send",
    "Sends a message.",
    document: "archive.txt",
    routes: [.post("/messages")],
    body: .body(
      .object([.required("to", .nonEmptyString), .optional("copies", .integer(in: 0...9))]),
      in: ["json", "form"],
      schemas: [
        .schema(
          .object([
            .required("recipient", .nonEmptyString), .optional("tag", .array(of: .string)),
            .optional("copies", .integer(in: 0...9)),
          ]),
          in: "form"
        )
      ],
      malformed: .statuses(.clientError),
      incomplete: .status(.unprocessableContent),
      invalid: .status(.unprocessableContent)
    ),
    responses: [.status(.accepted, .empty)],
    examples: [
      .example("as-json", body: ["to": "Emma", "copies": 1], changesState: true),
      .example(
        "as-form",
        in: "form",
        body: ["recipient": "Emma & Ida", "tag": ["a", "b"], "copies": 2],
        changesState: true
      ),
    ]
  )

  /// A form with a file.
  static let attach = Contract(
    "messages.attach",
    "Sends a message with a picture.",
    document: "archive.txt",
    routes: [.post("/attachments")],
    body: .body(
      .object([
        .required("to", .nonEmptyString),
        .required("picture", .string.contentMediaType("image/png").contentEncoding("base64")),
      ]),
      in: ["multipart"],
      malformed: .status(.badRequest),
      incomplete: .status(.unprocessableContent)
    ),
    responses: [.status(.accepted, .empty)],
    examples: [
      .example("a-picture", body: ["to": "Emma", "picture": "iVBORw0KGgo="], changesState: true)
    ]
  )
}
