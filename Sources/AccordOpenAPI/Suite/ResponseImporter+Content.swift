import AccordModel
import AccordSchema

extension ResponseImporter {
  /// A content with the formats that it is written in.
  typealias Entry = (
    content: ResponseRule.Content, formats: [Format.ID], node: DescriptionNode
  )

  /// The contents of an answer; media types with the same content stand together.
  func contents(of node: DescriptionNode) -> [Entry] {
    var entries: [Entry] = []
    for (name, media) in mediaTypes(of: node) {
      guard let format = context.format(name, at: media) else { continue }
      if let stream = media["itemSchema"] { context.leave(stream, .stream) }
      guard !entries.contains(where: { $0.formats.contains(format.id) }) else {
        context.leave(media, .sameEssence(name))
        continue
      }
      let content = content(of: media, format)
      if let index = entries.firstIndex(where: { $0.content == content }) {
        entries[index].formats.append(format.id)
      } else {
        entries.append((content, [format.id], media))
      }
    }
    return entries
  }

  private func mediaTypes(of node: DescriptionNode) -> [(name: String, node: DescriptionNode)] {
    guard context.isSwagger else {
      return (node["content"]?.declared ?? []).compactMap { name, media in
        context.followed(media).map { (name, $0) }
      }
    }
    guard node["schema"] != nil else { return [] }
    let produced = operation.produced
    return (produced.isEmpty ? ["application/json"] : produced).map { ($0, node) }
  }

  private func content(
    of media: DescriptionNode,
    _ format: Format
  ) -> ResponseRule.Content {
    let schema = media["schema"].map { context.schemas.schema($0, .answer) }
    switch format.syntax {
    case .bytes, .multipart, .parts: return .bytes(count: 0...)
    case .text:
      guard let schema, !schema.isBinary, schema.declaredTypes == .string else {
        return .bytes(count: 0...)
      }
      return .payload(schema)
    case .xml:
      guard let schema else { return .unspecified }
      guard schema.content.xml.name == nil, let name = media["schema"]?.componentName else {
        return .payload(schema)
      }
      return .payload(schema.xml(name: name))
    case .json, .form, .jsonLines, .csv, .jsv, .own:
      guard let schema else { return .payload(.any) }
      // A file of Swagger 2.0.
      if media["schema"]?["type"]?.text == "file" { return .bytes(count: 0...) }
      return .payload(shown(schema, by: media, format))
    }
  }

  /// The schema with the example that the document has of the answer, for the mock.
  private func shown(_ schema: Schema, by media: DescriptionNode, _ format: Format) -> Schema {
    let node: DescriptionNode =
      context.isSwagger ? (media["examples"] ?? media) : media
    let named: [ExampleReader.Named] =
      context.isSwagger
      ? (media["examples"]?[format.mediaType].map { [("", $0.value, $0)] } ?? [])
      : ExampleReader(context: context).values(of: node, isText: false)
    guard !named.isEmpty, let validator = try? SchemaValidator(schema) else { return schema }
    var first: JSON?
    for (_, value, node) in named {
      if let violation = validator.validate(value).first {
        context.leave(node, .example(why: violation.message))
      } else if first == nil {
        first = value
      }
    }
    guard let first else { return schema }
    // What the document shows goes before what the schema shows.
    return Schema.any.example(first).with { $0.allOf = [schema] }
  }
}
