import Accord

/// An API of documents that are read under conditions and in parts, and changed under conditions.
enum Depot {
  static let suite = ContractSuite(
    "archive",
    name: "Depot",
    "Keeps documents.",
    errors: ErrorCatalogue(entries: [], places: []),
    contracts: [get, put]
  )

  static let document = Schema.object([.required("text", .nonEmptyString)])

  static let number = Parameter.path("id", .integer(in: 1...), example: 1)

  static let get = Contract(
    "documents.get",
    "Returns a document.",
    document: "archive.txt",
    effect: .readOnly,
    routes: [.get("/documents/{id}")],
    parameters: [number],
    responses: [.status(.ok, .payload(document))],
    examples: [.example("one")],
    relations: [
      .relation("tag", "A document is not sent again to who has it.", .notModified(.entityTag)),
      .relation("date", "It is not sent again unless changed.", .notModified(.lastModified)),
      .relation("parts", "Documents are served in parts.", .ranges),
    ]
  )

  static let put = Contract(
    "documents.put",
    "Changes a document.",
    document: "archive.txt",
    effect: .changesState,
    routes: [.put("/documents/{id}")],
    parameters: [number],
    body: .body(document),
    responses: [.status(.noContent, .empty)],
    examples: [.example("another-text", body: ["text": "b"], changesState: true)],
    relations: [
      .relation("no-lost-update", "What another has changed is kept.", .preconditionFailed)
    ]
  )
}
