import AccordSchema

/// The schema that stands among the members of a parameter or a header of Swagger 2.0.
enum SwaggerSchema {
  private static let keywords = [
    "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum",
    "exclusiveMinimum",
    "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum",
    "multipleOf",
  ]

  /// The schema of a parameter, a header or one of its items.
  static func schema(of value: JSON) -> JSON {
    var members = (value.members ?? []).filter { keywords.contains($0.key) }
    for index in members.indices {
      switch (members[index].key, members[index].value) {
      case ("items", let items): members[index].value = schema(of: items)
      case ("type", "file"):
        members[index].value = "string"
        members.append(JSONMember("contentMediaType", "application/octet-stream"))
      default: break
      }
    }
    return .object(members)
  }
}
