import AccordSchema

/// Writes the keywords of one schema.
struct SwiftContent {
  private let content: Schema.Content
  private let isRead: Bool
  private let name: String?
  private let inner: (Schema) -> SwiftExpression

  /// Prepares a schema; `inner` writes those inside.
  init(_ schema: Schema, _ inner: @escaping (Schema) -> SwiftExpression) {
    content = schema.content
    isRead = schema.isReadAsInOpenAPI
    name = schema.nameInDocument
    self.inner = inner
  }

  /// The schema in Swift; one inside of a schema that is read as OpenAPI has it is read so too.
  func expression(draft: SchemaDraft, isInside: Bool) -> SwiftExpression {
    if let boolean = content.boolean { return .token(boolean ? ".any" : ".never") }
    var expression = base
    addValues(to: &expression)
    addLimits(to: &expression)
    addItems(to: &expression)
    addMembers(to: &expression)
    addBranches(to: &expression)
    addContent(to: &expression)
    SwiftAnnotations(content).apply(to: &expression)
    addXML(to: &expression)
    // A list has no element of its own in OpenAPI unless the document says so.
    let isWrapped = content.types?.contains(.array) == true && content.xml.wrapped
    guard isRead, !isInside || name != nil || isWrapped else { return expression }
    // What says nothing is read in no way.
    guard expression != .token(".any") else { return expression }
    var arguments = [SwiftExpression.Argument(label: nil, value: .token(".\(draft.word)"))]
    arguments.add("named", name.map(SwiftExpression.text))
    expression = expression.applying("inOpenAPI", arguments)
    if isWrapped {
      let wrapped = SwiftExpression.Argument(label: "wrapped", value: .token("true"))
      expression = expression.applying("xml", [wrapped])
    }
    return expression
  }

  // MARK: - Types and values

  /// Whether all that is right are these texts.
  private var texts: [String]? {
    guard content.types == .string, let values = content.enumeration, !values.isEmpty else {
      return nil
    }
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? texts : nil
  }

  private var base: SwiftExpression {
    if let texts {
      return .call(".oneOf", texts.map { .init(label: nil, value: .text($0)) })
    }
    let types = Schema.Types.spoken.filter { content.types?.contains($0.type) == true }
    guard let first = types.first else { return .token(".any") }
    var base = plain(first.type)
    for other in types.dropFirst() {
      let isNull = other.type == .null && types.count == 2
      base =
        isNull
        ? base.applying("nullable")
        : base.applying("orType", [.init(label: "of", value: plain(other.type, isBare: true))])
    }
    return base
  }

  private func plain(_ type: Schema.Types, isBare: Bool = false) -> SwiftExpression {
    switch type {
    case .object:
      guard !isBare else { return .call(".object", .list([])) }
      var arguments = [SwiftExpression.Argument(label: nil, value: members)]
      if isClosed { arguments.add("additional", .token(".forbidden")) }
      return .call(".object", arguments)
    case .array:
      guard !isBare, let items = content.items, content.prefixItems.isEmpty else {
        return .call(".array", [.init(label: "startingWith", value: .list([]))])
      }
      return .call(".array", [.init(label: "of", value: inner(items))])
    case .boolean: return .token(".boolean")
    case .integer: return .token(".integer")
    case .number: return .token(".number")
    case .null: return .token(".null")
    default: return .token(".string")
    }
  }

  private func addValues(to expression: inout SwiftExpression) {
    if texts == nil, let values = content.enumeration {
      expression = expression.applying("enumeration", .list(values.map { SwiftExpression($0) }))
    }
    if let value = content.constant {
      expression = expression.applying("constant", SwiftExpression(value))
    }
  }

  private func addLimits(to expression: inout SwiftExpression) {
    let numbers: [(String, JSONNumber?)] = [
      ("minimum", content.minimum), ("maximum", content.maximum),
      ("exclusiveMinimum", content.exclusiveMinimum),
      ("exclusiveMaximum", content.exclusiveMaximum), ("multipleOf", content.multipleOf),
    ]
    for (name, number) in numbers {
      if let number { expression = expression.applying(name, SwiftExpression(number)) }
    }
    let counts: [(String, Int?)] = [
      ("minLength", content.minLength), ("maxLength", content.maxLength),
      ("minItems", content.minItems), ("maxItems", content.maxItems),
      ("minProperties", content.minProperties), ("maxProperties", content.maxProperties),
    ]
    for (name, count) in counts {
      if let count { expression = expression.applying(name, .token("\(count)")) }
    }
    if let pattern = content.pattern {
      expression = expression.applying("pattern", .text(pattern))
    }
    if let format = content.format { expression = expression.applying("format", .text(format)) }
  }

  // MARK: - Schemas inside

  private var isList: Bool { content.types?.contains(.array) == true }
  private var isObject: Bool { content.types?.contains(.object) == true }
  private var isClosed: Bool { content.additionalProperties?.content.boolean == false }

  private func addItems(to expression: inout SwiftExpression) {
    if !content.prefixItems.isEmpty {
      expression = expression.applying("prefixItems", .list(content.prefixItems.map(inner)))
    }
    let isSaid =
      Schema.Types.spoken.first { content.types?.contains($0.type) == true }?.type == .array
    if let items = content.items, !isSaid || !content.prefixItems.isEmpty {
      expression = expression.applying("items", inner(items))
    }
    if let contained = content.contains {
      var arguments = [SwiftExpression.Argument(label: nil, value: inner(contained))]
      let (least, most) = (content.minContains, content.maxContains)
      if least != nil || most != nil {
        let range = "\(least.map(String.init) ?? "")...\(most.map(String.init) ?? "")"
        arguments.add("count", .token(range))
      }
      expression = expression.applying("contains", arguments)
    }
    if content.uniqueItems { expression = expression.applying("uniqueItems()") }
    add("unevaluatedItems", content.unevaluatedItems, to: &expression)
  }

  private func addMembers(to expression: inout SwiftExpression) {
    let isSaid = Schema.Types.spoken.first.map { content.types?.contains($0.type) == true } == true
    if !isSaid, !content.members.isEmpty {
      expression = expression.applying("properties", members)
    }
    if !content.requiredNames.isEmpty {
      let names = content.requiredNames.map {
        SwiftExpression.Argument(label: nil, value: .text($0))
      }
      expression = expression.applying("required", names)
    }
    if let others = content.additionalProperties, !isSaid || !isClosed {
      expression = expression.applying("additionalProperties", inner(others))
    }
    add("patternProperties", content.patternProperties, to: &expression)
    add("propertyNames", content.propertyNames, to: &expression)
    add("dependentSchemas", content.dependentSchemas, to: &expression)
    if !content.dependentRequired.isEmpty {
      let pairs = content.dependentRequired.map {
        SwiftExpression.Pair(key: $0.name, value: .texts($0.needs))
      }
      expression = expression.applying("dependentRequired", .pairs(pairs))
    }
    add("unevaluatedProperties", content.unevaluatedProperties, to: &expression)
  }

  private var members: SwiftExpression {
    .list(
      content.members.map { member in
        var arguments: [SwiftExpression.Argument] = []
        arguments.add(nil, .text(member.name))
        arguments.add(nil, inner(member.schema))
        arguments.add(nil, member.description.map(SwiftExpression.text))
        let expression = SwiftExpression.call(
          member.isRequired ? ".required" : ".optional",
          arguments
        )
        var xml: [SwiftExpression.Argument] = []
        xml.add("name", member.xml.name.map(SwiftExpression.text))
        if let namespace = member.xml.namespace, !namespace.isEmpty {
          xml.add("namespace", .text(namespace))
        }
        if member.xml.attribute { xml.add("attribute", .token("true")) }
        return xml.isEmpty ? expression : expression.applying("xml", xml)
      }
    )
  }

  private func addBranches(to expression: inout SwiftExpression) {
    let branches = [
      ("allOf", content.allOf), ("anyOf", content.anyOf), ("exactlyOne", content.oneOf),
    ]
    for (name, schemas) in branches where !schemas.isEmpty {
      expression = expression.applying(name, .list(schemas.map(inner)))
    }
    add("not", content.not, to: &expression)
    guard let condition = content.condition else { return }
    var arguments = [SwiftExpression.Argument(label: nil, value: inner(condition))]
    arguments.add("then", content.consequence.map(inner))
    arguments.add("else", content.alternative.map(inner))
    expression = expression.applying("if", arguments)
  }

  private func add(_ name: String, _ schema: Schema?, to expression: inout SwiftExpression) {
    if let schema { expression = expression.applying(name, inner(schema)) }
  }

  private func add(
    _ name: String,
    _ entries: [Schema.Entry],
    to expression: inout SwiftExpression
  ) {
    guard !entries.isEmpty else { return }
    let pairs = entries.map { SwiftExpression.Pair(key: $0.name, value: inner($0.schema)) }
    expression = expression.applying(name, .pairs(pairs))
  }

  // MARK: - Content and XML

  private func addContent(to expression: inout SwiftExpression) {
    // Only what a parameter has as JSON is checked.
    let isAsserted = !isRead && content.contentSchema != nil
    func arguments(_ text: String) -> [SwiftExpression.Argument] {
      var arguments = [SwiftExpression.Argument(label: nil, value: .text(text))]
      if isAsserted { arguments.add("as", .token(".assertion")) }
      return arguments
    }
    if let encoding = content.contentEncoding {
      expression = expression.applying("contentEncoding", arguments(encoding))
    }
    if let type = content.contentMediaType {
      expression = expression.applying("contentMediaType", arguments(type))
    }
    add("contentSchema", content.contentSchema, to: &expression)
  }

  private func addXML(to expression: inout SwiftExpression) {
    var arguments: [SwiftExpression.Argument] = []
    arguments.add("name", content.xml.name.map(SwiftExpression.text))
    arguments.add("namespace", content.xml.namespace.map(SwiftExpression.text))
    switch content.xml.order {
    case .any: break
    case .declared: arguments.add("order", .token(".declared"))
    case .dataContract: arguments.add("order", .token(".dataContract"))
    }
    if !arguments.isEmpty { expression = expression.applying("xml", arguments) }
  }
}

extension SchemaDraft {
  /// The draft as a word of Swift.
  var word: String {
    switch self {
    case .draft4: "draft4"
    case .draft6: "draft6"
    case .draft7: "draft7"
    case .draft201909: "draft201909"
    case .draft202012: "draft202012"
    }
  }
}
