import AccordSchema

/// The snippets of the documentation, compiled: the page holds the same lines.
enum PageSnippets {

  /// What the snippets print.
  static func run() throws -> [String] {
    var output: [String] = []
    func print(_ items: Any...) {
      output.append(items.map { "\($0)" }.joined(separator: " "))
    }
    let body = Array(#"{"id": 7}"#.utf8)
    let xml = Array(#"<Contact xmlns="urn:contacts"><Id>7</Id></Contact>"#.utf8)
    let address = Array(#"{"type": "string", "minLength": 1}"#.utf8)
    let person = Array(#"{"properties": {"home": {"$ref": "https://example.com/address"}}}"#.utf8)
    let lines = Array("{\"id\": 7}\n".utf8)
    let rows = Array("id,age\nx,y\n".utf8)
    let form = Array("id=x&age=y".utf8)

    let schema: Schema = .object([.required("id", .guid), .optional("age", .integer(in: 0...))])
    let validator = try SchemaValidator(schema)
    for violation in validator.validate(try JSONDocument(parsing: body)) {
      print(violation.message)
    }

    let violations = validator.validate(try JSONDocument(parsing: body))
    for violation in violations {
      let line = violation.position.map { "\($0.line):\($0.column)" } ?? "-"
      print(line, violation.keyword, violation.expected, violation.actual)
    }

    let contact = Schema.object([.required("Id", .guid), .optional("Name", .string.nullable)])
      .xml(name: "Contact", namespace: "urn:contacts", order: .declared)
    let ofContacts = try SchemaValidator(contact)
    for violation in ofContacts.validate(try XMLDocument(parsing: xml)) {
      print(violation.message)
    }

    var registry = SchemaRegistry()
    registry.add(try JSONDocument(parsing: address).root.value, at: "https://example.com/address")
    let document = try JSONDocument(parsing: person).root.value
    let loaded = try Schema(loading: document, registry: registry, formats: .assertion)
    let ofPeople = try SchemaValidator(loaded)
    print(ofPeople.admits(["home": ""]), ofPeople.admits(["home": "here"]))

    let ofLines = validator.validate(try JSONLines(parsing: lines))
    let ofRows = validator.validate(try CSVDocument(parsing: rows))
    let ofForm = validator.validate(FormDocument(parsing: form))
    print(ofLines.count, ofRows.count, ofForm.count)

    let jsonSchema = try contact.jsonSchema().text(indented: true)
    let xmlSchema = try contact.xmlSchema(named: "contact")
    for file in xmlSchema.documents { print(file.fileName, file.text) }
    for note in xmlSchema.notes { print(note) }
    print(jsonSchema)
    return output
  }
}
