import AccordModel
import AccordSchema

/// Says which parts of a multipart body are files, and of which media type.
struct MultipartSchema {
  let context: ImportContext

  /// The schema of a media type, whose members have the media types that the document gives to parts.
  func schema(of media: DescriptionNode, _ schema: Schema) -> Schema {
    let content = schema.content
    var members = content.members
    var isChanged = false
    for index in members.indices {
      let encoding = media["encoding"]?[members[index].name]
      guard let type = mediaType(of: members[index].schema, encoding) else { continue }
      members[index].schema = file(members[index].schema, type)
      isChanged = true
    }
    for (name, entry) in media["encoding"]?.declared ?? [] {
      if let headers = entry["headers"] {
        context.leave(headers, .encoding(why: "parts have no header fields of their own."))
      }
      if !members.contains(where: { $0.name == name }) {
        context.leave(entry, .encoding(why: "the schema has no property of its name."))
      }
    }
    guard isChanged else { return schema }
    return schema.with { $0.members = members }
  }

  private func mediaType(of schema: Schema, _ encoding: DescriptionNode?) -> String? {
    if let text = encoding?["contentType"]?.text {
      // Of several the first is taken, which is one of them.
      let first = text.split(separator: ",").first.map(String.init) ?? text
      guard let type = MediaType(parsing: first)?.essence, !type.contains("*") else {
        return type(of: first)
      }
      return type == "text/plain" || type == "application/json" ? nil : type
    }
    let item = schema.content.items ?? schema
    guard item.content.contentMediaType == nil, item.content.format == "binary" || item.saysNothing
    else { return nil }
    return "application/octet-stream"
  }

  /// A media type of a range.
  private func type(of range: String) -> String {
    range.hasPrefix("image/") ? "image/png" : "application/octet-stream"
  }

  private func file(_ schema: Schema, _ type: String) -> Schema {
    guard let item = schema.content.items else {
      return schema.with {
        $0.types = .string
        $0.contentMediaType = type
      }
    }
    return schema.with { $0.items = file(item, type) }
  }
}

extension Schema {
  /// Whether it is empty, as OpenAPI 3.1 has parts that are bytes.
  fileprivate var saysNothing: Bool {
    content.types == nil && content.members.isEmpty && content.allOf.isEmpty
      && content.anyOf.isEmpty
      && content.oneOf.isEmpty && content.enumeration == nil && content.constant == nil
      && content.boolean == nil
  }
}
