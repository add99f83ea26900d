import AccordModel
import AccordSchema

/// Makes the header fields of an answer of those that a description lists.
struct HeaderImporter {
  let context: ImportContext

  /// The fields, in the order of the document.
  func headers(of response: DescriptionNode) -> [HeaderRule] {
    var names: Set<String> = []
    return (response["headers"]?.declared ?? []).compactMap { name, entry in
      guard let node = context.followed(entry) else { return nil }
      guard name.lowercased() != "content-type" else {
        context.leave(entry, .ignoredHeader(name))
        return nil
      }
      guard Field.isName(name) else {
        context.leave(entry, .header(why: "its name is no field name."))
        return nil
      }
      guard names.insert(name.lowercased()).inserted else {
        context.leave(entry, .header(why: "another one has its name."))
        return nil
      }
      let meaning = node["description"]?.text ?? ""
      guard node.isTrue("required") else {
        return .optional(name, schema(of: node), meaning, fileID: node.file, line: node.line)
      }
      return .required(name, schema(of: node), meaning, fileID: node.file, line: node.line)
    }
  }

  private func schema(of node: DescriptionNode) -> Schema {
    if let content = node["content"]?.members.first {
      context.leave(node, .contentOfParameter(mediaType: content.name))
      return .string
    }
    let schema =
      context.isSwagger
      ? context.schemas.schema(SwaggerSchema.schema(of: node.value))
      : node["schema"].map { context.schemas.schema($0, .answer) } ?? .string
    guard schema.declaredTypes.isDisjoint(with: [.array, .object]) else {
      context.leave(node, .header(why: "its value is a list or an object."))
      return .string
    }
    return schema
  }
}
