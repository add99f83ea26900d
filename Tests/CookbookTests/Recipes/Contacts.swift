import Accord

/// Answers in XML with namespaces, and in JSON of the same meaning.
enum Contacts {
  static let suite = ContractSuite(
    "contacts",
    name: "Contacts",
    "Keeps contacts.",
    folder: "Tests/CookbookTests/Recipes",
    formats: [Format("xml", .xml, mediaType: "application/xml"), .json],
    negotiation: Negotiation(ways: [.by(.accept)], fallback: "xml"),
    contracts: [get, add]
  )

  static let contact = Schema.object([
    .required("id", .integer(in: 1...)).xml(attribute: true), .required("name", .nonEmptyString),
    .optional("phones", .array(of: .nonEmptyString.xml(name: "phone"))),
    .optional("tags", .array(of: .nonEmptyString).xml(wrapped: false)).xml(name: "tag"),
    .optional("born", .format("date")),
  ])
  .xml(name: "contact", order: .declared)
  .xml(targetNamespace: "urn:example:contacts")

  static let get = Contract(
    "contacts.get",
    "Returns a contact.",
    document: "contacts.md",
    effect: .readOnly,
    routes: [.get("/contacts/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: 1)],
    responses: [.status(.ok, .payload(contact))],
    examples: [.example("one")],
    relations: [.relation("formats", "XML and JSON say the same.", .formatsAgree)]
  )

  static let add = Contract(
    "contacts.add",
    "Takes a contact.",
    document: "contacts.md",
    effect: .changesState,
    routes: [.post("/contacts")],
    body: .body(contact, in: ["xml", "json"], malformed: .status(.badRequest)),
    responses: [.status(.created, .payload(contact))],
    examples: [
      .example(
        "emma",
        in: "xml",
        body: ["id": 7, "name": "Emma", "phones": ["555-0101"], "tags": ["work", "chess"]],
        changesState: true
      )
    ]
  )
}
