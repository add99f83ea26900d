import AccordModel
import AccordSchema

/// Makes parameters of the fields of a form that says how they are written (OpenAPI 3.1, "Encoding Object").
///
/// A form without that is a body, whose fields are written in the one usual way.
struct FormImporter {
  let context: ImportContext
  let operation: DescribedOperation

  /// What wrong values get.
  let refusal: Refusal

  /// A form, and how its fields are written.
  private struct Form {
    var media: DescriptionNode
    var encoding: DescriptionNode
    var schema: Schema
    var isRequired: Bool
  }

  /// The fields; `nil` where the body is no such form, or none that can be sent field by field.
  ///
  /// `taken` are the names of other parameters.
  func fields(besides taken: [String]) -> [ParameterImporter.Imported]? {
    guard let form else { return nil }
    let members = form.schema.withMergedMembers.content.members
    guard !members.contains(where: { taken.contains($0.name) }) else { return nil }
    let importer = ParameterImporter(
      context: context,
      operation: operation,
      refusal: refusal,
      unknown: nil
    )
    var fields: [ParameterImporter.Imported] = []
    for member in members {
      let entry = form.encoding[member.name]
      let (schema, writing) = written(member.schema, entry)
      let field = importer.made(
        entry ?? form.media,
        member.name,
        .form,
        schema: schema,
        isRequired: form.isRequired && member.isRequired,
        writing,
        values: values(of: member.name, schema, in: form)
      )
      if let field {
        fields.append(field)
      } else if member.isRequired {
        return nil
      }
    }
    guard !fields.isEmpty else { return nil }
    let content = form.schema.content
    let isOpen =
      content.additionalProperties == nil && content.minProperties == nil
      && content.maxProperties == nil && content.propertyNames == nil
      && content.dependentRequired.isEmpty && content.unevaluatedProperties == nil
    if !isOpen {
      context.leave(
        form.media["schema"] ?? form.media,
        .encoding(
          why: "a form is held to its fields one by one, and not to how many or which it has."
        )
      )
    }
    return fields
  }

  /// The body, where it is a form of which a field has a style of its own.
  private var form: Form? {
    guard !context.isSwagger,
      let node = operation.node["requestBody"].flatMap(context.followed),
      let content = node["content"]?.declared, content.count == 1,
      let (name, entry) = content.first.map({ ($0.name, $0.node) }),
      MediaType(parsing: name)?.essence == MediaType.form,
      let media = context.followed(entry), let encoding = media["encoding"],
      encoding.declared.contains(where: { Self.hasOwnStyle($0.node) }),
      let schema = media["schema"].map({ context.schemas.schema($0, .request) })
    else { return nil }
    let facts = schema.content
    let isPlain =
      facts.anyOf.isEmpty && facts.oneOf.isEmpty && facts.not == nil && facts.condition == nil
      && facts.dependentSchemas.isEmpty && facts.patternProperties.isEmpty
    guard isPlain else { return nil }
    return Form(
      media: media,
      encoding: encoding,
      schema: schema,
      isRequired: node.isTrue("required")
    )
  }

  /// Whether a field is written otherwise than in the style form, exploded.
  private static func hasOwnStyle(_ entry: DescriptionNode) -> Bool {
    (entry["style"]?.text ?? "form") != "form" || entry["explode"]?.boolean == false
  }

  /// What a field is, and how it is written.
  private func written(_ schema: Schema, _ entry: DescriptionNode?) -> (Schema, ParameterWriting) {
    if let entry, ["style", "explode", "allowReserved"].contains(where: { entry[$0] != nil }) {
      if entry.isTrue("allowReserved") {
        context.leave(entry, .encoding(why: "reserved characters of a form are always encoded."))
      }
      let writing = ParameterWriting(entry, .form, isSwagger: false)
      guard writing.style == .deepObject else { return (schema, writing) }
      return (object(of: schema, entry), writing)
    }
    if let type = entry?["contentType"], !context.formats.isJSON(type.text ?? "") {
      context.leave(type, .encoding(why: "fields of a form have no media type."))
    }
    // Without a style an object is JSON in its field ("Encoding Object", contentType).
    guard schema.declaredTypes == .object else { return (schema, ParameterWriting()) }
    let text = Schema.string.contentMediaType("application/json", as: .assertion).with {
      $0.contentSchema = schema
    }
    return (text, ParameterWriting())
  }

  /// The alternative of a field that is an object, where another one, such as an empty text, clears it.
  private func object(of schema: Schema, _ entry: DescriptionNode) -> Schema {
    let alternatives = schema.content.anyOf + schema.content.oneOf
    let objects = alternatives.filter { $0.declaredTypes == .object }
    guard let only = objects.first, objects.count == 1, alternatives.count > 1 else {
      return schema
    }
    context.leave(entry, .encoding(why: "the field is sent as an object, and as nothing else."))
    return only
  }

  /// The values that the document shows of a field, or one with a member of any name; none where its schema
  /// tells one.
  private func values(
    of name: String,
    _ schema: Schema,
    in form: Form
  ) -> [ExampleReader.Named] {
    let place = JSONPointer.root.appending(name)
    let shown = ExampleReader(context: context).values(of: form.media, isText: true)
    let values = shown.compactMap { entry -> ExampleReader.Named? in
      entry.value[place].map { (entry.name, $0, entry.node) }
    }
    guard values.isEmpty, schema.declaredTypes == .object, schema.sample() == .object([]),
      let value = (schema.content.additionalProperties ?? .string).sample()
    else { return values }
    // An object without a member is not written at all.
    return [("", .object([JSONMember("key", value)]), form.media)]
  }
}
