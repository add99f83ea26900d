extension DocumentKind {
  /// What the document is, with its article.
  public var words: String {
    switch self {
    case .schema: "a JSON Schema"
    case .openAPI(let version):
      (version.name == "Swagger" ? "a " : "an ") + version.name + " "
        + Found.bounded(version.text, to: 20) + " document"
    case .other(let format, let version):
      (format.hasPrefix("S") ? "a " : "an ") + format + " of version "
        + Found.bounded(version, to: 20)
    case .unknownObject(let members, let count):
      "an object without a keyword of JSON Schema: "
        + (count == 1 ? "its member is " : "its members are ")
        + members.map(Found.quoted).joined(separator: ", ")
        + (count > members.count ? " and \(count - members.count) more" : "")
    case .value(let type): Self.article(of: type) + type
    }
  }

  private static func article(of type: String) -> String {
    if type.hasPrefix("a ") || type.hasPrefix("an ") || type == "null" { return "" }
    return type.hasPrefix("integer") ? "an " : "a "
  }
}
