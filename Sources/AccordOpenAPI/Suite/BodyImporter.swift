import AccordModel
import AccordSchema

/// Makes the body that an operation reads of what a description says of it.
struct BodyImporter {
  /// A body with the requests that show it.
  struct Imported {
    var body: Contract.RequestBody
    /// Values by the name of their example, each in a format.
    var values: [Value]
  }

  /// A value that is sent.
  struct Value {
    /// The name of the example; empty where the document has none.
    var name: String
    var format: Format
    var json: JSON
    var node: DescriptionNode
  }

  /// A media type in which a body can be sent.
  struct Written {
    var format: Format
    var schema: Schema
    var values: [Value]
  }

  let context: ImportContext

  /// What wrong bodies get.
  let refusal: Refusal

  /// The body of an operation; `nil` where it reads none, or none that can be sent.
  func body(of operation: DescribedOperation) -> Imported? {
    if context.isSwagger { return swaggerBody(of: operation) }
    guard let node = operation.node["requestBody"].flatMap(context.followed) else { return nil }
    var written: [Written] = []
    for (name, media) in node["content"]?.declared ?? [] {
      guard let media = context.followed(media), let format = context.format(name, at: media) else {
        continue
      }
      guard !written.contains(where: { $0.format.id == format.id }) else {
        context.leave(media, .sameEssence(name))
        continue
      }
      if let made = made(media, name, format) { written.append(made) }
    }
    return imported(written, node, isRequired: node.isTrue("required"))
  }

  /// A media type with its schema and its values; `nil` where no value can be written in it.
  func made(_ media: DescriptionNode, _ name: String, _ format: Format) -> Written? {
    if let stream = media["itemSchema"] ?? media["itemEncoding"] { context.leave(stream, .stream) }
    var schema = media["schema"].map { context.schemas.schema($0, .request) } ?? .any
    switch format.syntax {
    case .bytes, .text:
      if schema.declaredTypes != .string || schema.isBinary { schema = .string }
    case .xml:
      if schema.content.xml.name == nil, let name = media["schema"]?.componentName {
        schema = schema.xml(name: name)
      }
    case .multipart: schema = MultipartSchema(context: context).schema(of: media, schema)
    case .form:
      if let encoding = media["encoding"] { leaveEncodings(encoding) }
    case .json, .jsonLines, .csv, .jsv, .parts, .own: break
    }
    let isText = format.syntax != .json && format.syntax != .text
    let validator = try? SchemaValidator(schema)
    var values: [Value] = []
    for (name, value, node) in ExampleReader(context: context).values(of: media, isText: isText) {
      if let violation = validator?.validate(value).first {
        context.leave(node, .example(why: violation.message))
      } else {
        values.append(Value(name: name, format: format, json: value, node: node))
      }
    }
    return written(format, schema, values, media, name)
  }

  /// A media type in which at least one value can be written.
  func written(
    _ format: Format,
    _ schema: Schema,
    _ values: [Value],
    _ media: DescriptionNode,
    _ name: String
  ) -> Written? {
    var values = values
    if values.isEmpty {
      let usual: JSON = format.syntax == .text || format.syntax == .bytes ? "text" : .object([])
      guard let sample = schema == .any ? usual : schema.sample() else {
        context.leave(media, .body(mediaType: name, why: "no value of its schema was found."))
        return nil
      }
      values = [Value(name: "", format: format, json: sample, node: media)]
    }
    do {
      for value in values { _ = try format.syntax.bytes(of: value.json, as: schema) }
      if let sample = schema.sample() { _ = try format.syntax.bytes(of: sample, as: schema) }
    } catch {
      context.leave(media, .body(mediaType: name, why: "\(error)"))
      return nil
    }
    return Written(format: format, schema: schema, values: values)
  }

  private func leaveEncodings(_ encoding: DescriptionNode) {
    for (_, entry) in encoding.declared {
      let usual =
        (entry["style"]?.text ?? "form") == "form" && entry["explode"]?.boolean != false
        && !entry.isTrue("allowReserved")
      if !usual {
        context.leave(entry, .encoding(why: "fields are written in the style form, exploded."))
      }
      if let type = entry["contentType"] {
        context.leave(type, .encoding(why: "fields of a form have no media type."))
      }
    }
  }

  func imported(
    _ written: [Written],
    _ node: DescriptionNode,
    isRequired: Bool
  ) -> Imported? {
    guard let first = written.first else { return nil }
    let body = Contract.RequestBody.body(
      first.schema,
      in: written.map(\.format.id),
      schemas: written.dropFirst().filter { $0.schema != first.schema }
        .map { .schema($0.schema, in: $0.format.id) },
      required: isRequired,
      malformed: refusal,
      incomplete: refusal,
      invalid: refusal,
      fileID: node.file,
      line: node.line
    )
    return Imported(body: body, values: written.flatMap(\.values))
  }
}

extension DescriptionNode {
  /// The name of the component that a reference leads to, which names an element of XML.
  var componentName: String? {
    guard let reference = self["$ref"]?.text, reference.contains("#/") else { return nil }
    return reference.split(separator: "/").last.map(String.init)
  }
}

extension Schema {
  /// The types that it names, itself or in its branches.
  var declaredTypes: Types {
    withAlternatives.reduce(into: []) { $0.formUnion($1.content.types ?? []) }
  }

  /// Whether it is a string that stands for bytes.
  var isBinary: Bool { content.format == "binary" || content.contentMediaType != nil }
}
