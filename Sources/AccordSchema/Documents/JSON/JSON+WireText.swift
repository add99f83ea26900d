extension JSON {
  /// The value as it stands in a path, a query, a form or a header.
  package var wireText: String {
    switch self {
    case .null: ""
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    case .array, .object: text()
    }
  }
}
