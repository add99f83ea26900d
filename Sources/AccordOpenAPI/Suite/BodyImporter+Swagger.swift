import AccordModel
import AccordSchema

extension BodyImporter {
  /// The body of an operation of Swagger 2.0: one parameter that is the body, or the fields of a form.
  func swaggerBody(of operation: DescribedOperation) -> Imported? {
    let consumed = operation.consumed
    if let node = operation.parameters.first(where: { $0["in"]?.text == "body" }) {
      let types = consumed.isEmpty ? ["application/json"] : consumed
      let written = types.compactMap { type -> Written? in
        guard let format = context.format(type, at: node) else { return nil }
        return made(node, type, format)
      }
      var known: Set<String> = []
      let distinct = written.filter { known.insert($0.format.id).inserted }
      return imported(distinct, node, isRequired: node.isTrue("required"))
    }
    let fields = operation.parameters.filter { $0["in"]?.text == "formData" }
    guard let first = fields.first else { return nil }
    let hasFile = fields.contains { $0["type"]?.text == "file" }
    let forms = consumed.filter { $0 == MediaType.form || $0 == MediaType.formData }
    let types = forms.isEmpty ? [hasFile ? MediaType.formData : MediaType.form] : forms
    let schema = context.schemas.schema(formSchema(fields))
    let written = types.filter { !hasFile || $0 == MediaType.formData }.compactMap {
      type -> Written? in
      guard let format = context.format(type, at: first) else { return nil }
      return self.written(format, schema, [], first, type)
    }
    return imported(written, first, isRequired: fields.contains { $0.isTrue("required") })
  }

  private func formSchema(_ fields: [DescriptionNode]) -> JSON {
    var properties: [JSONMember] = []
    var required: [JSON] = []
    for field in fields {
      guard let name = field["name"]?.text else { continue }
      properties.append(JSONMember(name, SwaggerSchema.schema(of: field.value)))
      if field.isTrue("required") { required.append(.string(name)) }
      let format = field["collectionFormat"]
      if let format, format.text != "multi" {
        context.leave(format, .encoding(why: "a list is sent as fields of one name."))
      }
    }
    var members = [JSONMember("type", "object"), JSONMember("properties", .object(properties))]
    // An empty list is no value of it in draft 4.
    if !required.isEmpty { members.append(JSONMember("required", .array(required))) }
    return .object(members)
  }
}

extension DescribedOperation {
  /// The media types that it reads, in Swagger 2.0.
  fileprivate var consumed: [String] {
    (node["consumes"] ?? rootOfSwagger?["consumes"])?.items.compactMap(\.text) ?? []
  }

  /// The media types that it answers in, in Swagger 2.0.
  var produced: [String] {
    (node["produces"] ?? rootOfSwagger?["produces"])?.items.compactMap(\.text) ?? []
  }
}
