import AccordSchema

/// The schemas of the bench documents (`small.xsd`, `medium.xsd`, `large.xsd`) as Swift values.
enum BenchSchemas {
  static let small = Schema.object(
    [.required("errorCode", .integer(in: 0...)), .required("errorMsg", .string(length: 1...200))],
    additional: .forbidden
  )
  .titled("error").xml(order: .declared)

  static let medium = contact

  static let large = Schema.array(of: contact, count: 1...).titled("contacts")

  private static let text = Schema.string(length: 0...80)
  private static let name = Schema.string(length: 1...80)
  private static let instant = Schema.string(
    pattern: #"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"#
  )

  private static func text(_ length: ClosedRange<Int>, _ pattern: String) -> Schema {
    .allOf([.string(length: length), .string(pattern: pattern)])
  }

  private static let address = Schema.object(
    [
      .required("street", name), .optional("street2", text), .required("city", name),
      .optional("region", text), .required("postcode", text(3...10, "^[0-9A-Z -]+$")),
      .required("country", .string(pattern: "^[A-Z]{2}$")),
      .optional("lat", .number(in: -90...90)), .optional("lon", .number(in: -180...180)),
    ],
    additional: .forbidden
  )
  .xml(order: .declared)

  private static let email = Schema.object(
    [
      .required("kind", .oneOf("home", "work", "other")),
      .required("address", .string(pattern: #"^[^@ ]+@[^@ ]+\.[a-z]+$"#)),
      .optional("primary", .boolean),
    ],
    additional: .forbidden
  )
  .titled("item").xml(order: .declared)

  private static let phone = Schema.object(
    [
      .required("kind", .oneOf("home", "work", "mobile", "fax")),
      .required("number", .string(pattern: #"^\+[0-9]{6,15}$"#)),
    ],
    additional: .forbidden
  )
  .titled("item").xml(order: .declared)

  private static let contact = Schema.object(head + middle + tail, additional: .forbidden)
    .titled("contact").xml(order: .declared)

  private static let head: [Schema.Member] = [
    .required(
      "id",
      .string(pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
    ),
    .required("version", .integer(in: 0...)),
    .required("type", .oneOf("person", "company", "team")),
    .required("status", .oneOf("active", "inactive", "blocked", "pending")),
    .required("firstName", name), .optional("middleName", .string),
    .required("lastName", name), .optional("prefix", text), .optional("suffix", text),
    .optional("nickname", text), .optional("gender", .string),
    .optional("birthday", .string(pattern: #"^\d{4}-\d{2}-\d{2}$"#)),
    .optional("company", text), .optional("department", text), .optional("jobTitle", text),
    .optional("manager", text), .optional("assistant", text),
  ]

  private static let middle: [Schema.Member] = [
    .optional("employeeNo", .integer(in: 1...)),
    .optional("website", text(0...80, "^https?://")),
    .optional("timezone", name), .optional("locale", .string(pattern: "^[a-z]{2}-[A-Z]{2}$")),
    .optional("currency", .string(pattern: "^[A-Z]{3}$")),
    .optional("creditLimit", .number(in: 0...)), .optional("balance", .number),
    .optional("discount", .number(in: 0...1)), .optional("rating", .integer(in: 1...5)),
    .optional("vatId", text(2...20, "^[A-Z]{2}[0-9]+$")),
    .optional("iban", text(15...34, "^[A-Z0-9]+$")),
    .optional("newsletter", .boolean), .optional("vip", .boolean),
    .optional("deleted", .boolean), .optional("verified", .boolean),
  ]

  private static let tail: [Schema.Member] = [
    .required("createdAt", instant), .required("updatedAt", instant),
    .optional("createdBy", name), .optional("source", .oneOf("web", "import", "api", "phone")),
    .optional("notes", .string(length: 0...2000)),
    .optional("home", address), .optional("work", address),
    .required("emails", .array(of: email, count: 1...5)),
    .optional("phones", .array(of: phone, count: 0...5)),
    .optional("tags", .array(of: Schema.string(length: 1...30).titled("item"), count: 0...20)),
  ]
}
