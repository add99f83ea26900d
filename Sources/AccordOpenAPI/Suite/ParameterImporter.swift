import AccordModel
import AccordSchema

/// Makes parameters of those of a description.
struct ParameterImporter {
  /// A parameter with the values that the document gives for it.
  struct Imported {
    var parameter: Parameter
    var node: DescriptionNode
    /// Further values, by their names.
    var others: [(name: String, value: JSON)] = []
    /// Whether its value is none that the document gives.
    var isMadeUp = false
  }

  let context: ImportContext
  let operation: DescribedOperation

  /// What wrong values get.
  let refusal: Refusal

  /// What well-formed values get that name nothing; `nil` where nothing is to be taken for granted.
  let unknown: Refusal?

  /// The parameters in path, query, header and cookie, in the order of the document.
  func parameters() -> [Imported] {
    var names: Set<String> = []
    let variables = RouteTemplate(operation.route).variables
    return operation.parameters.flatMap { node -> [Imported] in
      guard let name = node["name"]?.text, let place = node["in"]?.text else { return [] }
      switch place {
      case "body", "formData": return []
      case "querystring":
        return querystring(node).filter { names.insert($0.parameter.name).inserted }
      case "path" where !variables.contains(name):
        context.leave(node, .parameter(why: "the path has no variable of its name."))
        return []
      case "header" where ["accept", "content-type", "authorization"].contains(name.lowercased()):
        context.leave(node, .ignoredHeader(name))
        return []
      default: break
      }
      guard let parameter = parameter(node, name, place) else { return [] }
      guard names.insert(name).inserted else {
        context.leave(node, .repeatedParameter(name))
        return []
      }
      return [parameter]
    }
  }

  private func parameter(_ node: DescriptionNode, _ name: String, _ place: String) -> Imported? {
    guard let place = Parameter.Place(rawValue: place) else {
      context.leave(node, .parameter(why: "\"\(place)\" is no place of parameters."))
      return nil
    }
    if node.isTrue("allowEmptyValue") { context.leave(node, .emptyValue) }
    let writing = ParameterWriting(node, place, isSwagger: context.isSwagger)
    let imported = made(
      node,
      name,
      place,
      schema: schema(of: node),
      isRequired: place == .path || node.isTrue("required"),
      writing
    )
    return imported
  }

  /// A parameter in a place, unless none can be written so; `values` are those that the document shows, where
  /// they do not stand at the node.
  func made(
    _ node: DescriptionNode,
    _ name: String,
    _ place: Parameter.Place,
    schema: Schema,
    isRequired: Bool,
    _ writing: ParameterWriting,
    values shown: [ExampleReader.Named]? = nil
  ) -> Imported? {
    var parameter = Parameter.parameter(
      name,
      schema,
      in: [place],
      required: isRequired,
      node["description"]?.text ?? "",
      style: writing.style,
      explode: writing.explode,
      allowReserved: place == .query && writing.allowReserved,
      missing: isRequired && place != .path ? refusal : nil,
      invalid: refusal,
      unknown: nil,
      fileID: node.file,
      line: node.line
    )
    writing.settle(&parameter)
    if let fault = parameter.importFault {
      context.leave(node, .parameter(why: fault))
      return nil
    }
    let shown = shown ?? ExampleReader(context: context).values(of: node, isText: false)
    var values = shown.filter { entry in
      let violations = parameter.violations(of: entry.value, in: place)
      if let first = violations.first {
        context.leave(entry.node, .example(why: first.message))
      }
      return violations.isEmpty && place.canBear(entry.value)
    }
    let isMadeUp =
      values.isEmpty && schema.content.examples.isEmpty && schema.content.enumeration == nil
    if values.isEmpty, let usual = schema.content.defaultValue, usual != .null,
      parameter.violations(of: usual, in: place).isEmpty, place.canBear(usual)
    {
      values = [(name: "", value: usual, node: node)]
    }
    if values.isEmpty, let sample = schema.sample() {
      values = [(name: "", value: place.bearable(sample, of: schema), node: node)]
    }
    guard let first = values.first else {
      context.leave(node, .parameter(why: "no value of it can be made from its schema."))
      return nil
    }
    parameter.example = .literal(first.value)
    if let unknown, place == .path, let probe = parameter.unknownProbe {
      var refusal = unknown
      refusal.probes = [probe]
      parameter.unknown = refusal.belonging(
        to: "parameter/\(name)/unknown",
        when: "A value of \(name) that names nothing"
      )
    }
    return Imported(
      parameter: parameter,
      node: node,
      others: values.dropFirst().map { ($0.name, $0.value) },
      isMadeUp: isMadeUp
    )
  }

  // MARK: - Schemas

  private func schema(of node: DescriptionNode) -> Schema {
    if context.isSwagger { return context.schemas.schema(SwaggerSchema.schema(of: node.value)) }
    if let schema = node["schema"] { return context.schemas.schema(schema, .request) }
    guard let content = node["content"]?.members.first else { return .string }
    guard context.formats.isJSON(content.name) else {
      context.leave(node, .contentOfParameter(mediaType: content.name))
      return .string
    }
    let inner = content.node["schema"].map { context.schemas.schema($0, .request) } ?? .any
    return Schema.string.contentMediaType("application/json", as: .assertion).with {
      $0.contentSchema = inner
    }
  }

  /// The members of a query that is described as a whole (OpenAPI 3.2).
  private func querystring(_ node: DescriptionNode) -> [Imported] {
    guard let content = node["content"]?.members.first, content.name == MediaType.form,
      let schema = content.node["schema"].map({ context.schemas.schema($0, .request) })
    else {
      let name = node["content"]?.members.first?.name ?? "no media type"
      context.leave(node, .parameter(why: "a query as \(name) cannot be written."))
      return []
    }
    return schema.content.members.compactMap { member in
      made(
        node,
        member.name,
        .query,
        schema: member.schema,
        isRequired: member.isRequired && node.isTrue("required"),
        ParameterWriting()
      )
    }
  }
}

extension FormatTable {
  /// Whether a media type is JSON.
  func isJSON(_ text: String) -> Bool {
    guard let essence = MediaType(parsing: text)?.essence else { return false }
    return essence == "application/json" || essence.hasSuffix("+json")
  }
}
