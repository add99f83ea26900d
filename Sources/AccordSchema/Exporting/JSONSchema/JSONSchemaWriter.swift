/// Writes a schema as a JSON Schema document of draft 2020-12.
struct JSONSchemaWriter {
  /// Whether the XML facet is written too.
  let includesXML: Bool

  /// The loaded documents inside the schema, which become resources of their own.
  private var documents: [SchemaDocument] = []

  /// The schemas that hold themselves, each with its place under `$defs` and, when it was written, the
  /// document of it.
  private var definitions: [Definition] = []

  /// The schemas of OpenAPI documents that are being written.
  private var open: Set<Schema.Identity> = []

  private struct Definition {
    var identity: Schema.Identity
    var name: String
    var value: JSON = true
  }

  init(includesXML: Bool) {
    self.includesXML = includesXML
  }

  /// Where a schema stands, which decides what names its element.
  enum Position {
    /// Where the schema's own name counts, if any does.
    case own
    /// A member of an object: its place among the elements names it.
    case member(Schema.Member, of: Schema)
    /// An item of a list, which may have the name of a .NET type.
    case item
    /// An item of a list without an element of its own.
    case bareItem(XMLName)
  }

  /// The document as a whole.
  mutating func document(_ schema: Schema) -> JSON {
    if case .loaded(let loaded) = schema.node, loaded.isWhole {
      return loaded.graph.document.exported
    }
    var members = object(schema, .own)
    let resources =
      documents.enumerated().map { number, document in
        JSONMember("document\(number + 1)", document.resource(number + 1))
      } + definitions.map { JSONMember($0.name, $0.value) }
    if !resources.isEmpty { members.append(JSONMember("$defs", .object(resources))) }
    let dialect = JSONMember("$schema", .string(SchemaDraft.draft202012.metaSchemaURI))
    return .object([dialect] + members)
  }

  private mutating func json(_ schema: Schema, _ position: Position = .own) -> JSON {
    let members = object(schema, position)
    if case .written = schema.node, let boolean = schema.content.boolean {
      // With something beside it a boolean is written as an object that means the same.
      let isAlone = members.count == (boolean ? 0 : 1)
      return isAlone ? .boolean(boolean) : .object(members)
    }
    return .object(members)
  }

  private mutating func object(_ schema: Schema, _ position: Position) -> [JSONMember] {
    switch schema.node {
    case .written:
      return keywords(of: schema, position)
    case .loaded(let loaded) where loaded.followsOpenAPI:
      // What an OpenAPI document says is no JSON Schema as it stands there.
      let isKnown = definitions.contains { $0.identity == schema.identity }
      if isKnown || loaded.isNamed || open.contains(schema.identity) {
        return reference(reference(to: schema, named: loaded.name), to: schema, position)
      }
      open.insert(schema.identity)
      defer { open.remove(schema.identity) }
      return keywords(of: schema, position)
    case .loaded(let loaded):
      return reference(reference(to: loaded), to: schema, position)
    case .recursive(let recursive):
      return reference(reference(to: schema, named: recursive.name), to: schema, position)
    }
  }

  /// A reference, with what a member says beside its schema.
  private func reference(
    _ reference: String,
    to schema: Schema,
    _ position: Position
  ) -> [JSONMember] {
    var members = [JSONMember("$ref", .string(reference))]
    guard case .member(let member, _) = position else { return members }
    if let description = member.description, description != schema.content.description {
      members.append(JSONMember("description", .string(description)))
    }
    return includesXML ? members + schema.xmlPlacement(position) : members
  }

  private mutating func keywords(of schema: Schema, _ position: Position) -> [JSONMember] {
    let content = schema.content
    var members: [JSONMember] = []
    func add(_ keyword: String, _ value: JSON?) {
      if let value { members.append(JSONMember(keyword, value)) }
    }
    add("$comment", content.comment.map { .string($0) })
    add("title", content.title.map { .string($0) })
    var description = content.description
    if case .member(let member, _) = position { description = member.description ?? description }
    add("description", description.map { .string($0) })
    if content.boolean == false { add("not", .object([])) }
    add("type", content.types?.json)
    add("const", content.constant)
    add("enum", content.enumeration.map { .array($0) })
    members += Self.limits(content)
    members += containers(schema, position)
    members += branches(content)
    add("unevaluatedItems", content.unevaluatedItems.map { json($0) })
    add("unevaluatedProperties", content.unevaluatedProperties.map { json($0) })
    add("contentEncoding", content.contentEncoding.map { .string($0) })
    add("contentMediaType", content.contentMediaType.map { .string($0) })
    add("contentSchema", content.contentSchema.map { json($0) })
    add("deprecated", content.isDeprecated ? true : nil)
    add("readOnly", content.isReadOnly ? true : nil)
    add("writeOnly", content.isWriteOnly ? true : nil)
    add("default", content.defaultValue)
    add("examples", content.examples.isEmpty ? nil : .array(content.examples))
    if includesXML { members += schema.xmlMembers(position) }
    return members
  }

  // MARK: - Keywords

  private static func limits(_ content: Schema.Content) -> [JSONMember] {
    let numbers: [(String, JSONNumber?)] = [
      ("multipleOf", content.multipleOf), ("minimum", content.minimum),
      ("exclusiveMinimum", content.exclusiveMinimum), ("maximum", content.maximum),
      ("exclusiveMaximum", content.exclusiveMaximum),
    ]
    let counts: [(String, Int?)] = [
      ("minLength", content.minLength), ("maxLength", content.maxLength),
    ]
    let texts = [("pattern", content.pattern), ("format", content.format)]
    return numbers.compactMap { name, value in value.map { JSONMember(name, .number($0)) } }
      + counts.compactMap { name, value in value.map { JSONMember(name, .number(JSONNumber($0))) } }
      + texts.compactMap { name, value in value.map { JSONMember(name, .string($0)) } }
  }

  private mutating func containers(_ schema: Schema, _ position: Position) -> [JSONMember] {
    let content = schema.content
    var members: [JSONMember] = []
    func add(_ keyword: String, _ value: JSON?) {
      if let value { members.append(JSONMember(keyword, value)) }
    }
    func count(_ keyword: String, _ value: Int?) {
      add(keyword, value.map { .number(JSONNumber($0)) })
    }
    add("prefixItems", list(content.prefixItems, .item))
    add("items", content.items.map { json($0, itemPosition(schema, position)) })
    add("contains", content.contains.map { json($0) })
    count("minContains", content.minContains)
    count("maxContains", content.maxContains)
    count("minItems", content.minItems)
    count("maxItems", content.maxItems)
    if content.uniqueItems { add("uniqueItems", true) }

    let properties = content.members.map { member in
      JSONMember(member.name, json(member.schema, .member(member, of: schema)))
    }
    if !properties.isEmpty { add("properties", .object(properties)) }
    let required = content.members.filter(\.isRequired).map(\.name) + content.requiredNames
    if !required.isEmpty { add("required", .array(required.map { .string($0) })) }
    add("patternProperties", object(content.patternProperties))
    add("additionalProperties", content.additionalProperties.map { json($0) })
    add("propertyNames", content.propertyNames.map { json($0) })
    count("minProperties", content.minProperties)
    count("maxProperties", content.maxProperties)
    if !content.dependentRequired.isEmpty {
      let needs = content.dependentRequired.map { dependency in
        JSONMember(dependency.name, .array(dependency.needs.map { .string($0) }))
      }
      add("dependentRequired", .object(needs))
    }
    add("dependentSchemas", object(content.dependentSchemas))
    return members
  }

  private func itemPosition(_ schema: Schema, _ position: Position) -> Position {
    guard schema.isBareList, case .member(let member, let parent) = position else { return .item }
    return .bareItem(XMLName(namespace: parent.xmlNamespace(of: member), local: member.xmlName))
  }

  private mutating func branches(_ content: Schema.Content) -> [JSONMember] {
    let keywords = [
      ("allOf", list(content.allOf)), ("anyOf", list(content.anyOf)),
      ("oneOf", list(content.oneOf)), ("not", content.not.map { json($0) }),
      ("if", content.condition.map { json($0) }), ("then", content.consequence.map { json($0) }),
      ("else", content.alternative.map { json($0) }),
    ]
    return keywords.compactMap { name, value in value.map { JSONMember(name, $0) } }
  }

  private mutating func list(_ schemas: [Schema], _ position: Position = .own) -> JSON? {
    guard !schemas.isEmpty else { return nil }
    var values: [JSON] = []
    for schema in schemas { values.append(json(schema, position)) }
    return .array(values)
  }

  private mutating func object(_ entries: [Schema.Entry]) -> JSON? {
    guard !entries.isEmpty else { return nil }
    var members: [JSONMember] = []
    for entry in entries { members.append(JSONMember(entry.name, json(entry.schema))) }
    return .object(members)
  }

  private mutating func reference(to loaded: LoadedSchema) -> String {
    let document = loaded.graph.document
    let known = documents.firstIndex(of: document)
    if known == nil { documents.append(document) }
    return loaded.reference(from: document.identifier((known ?? documents.count - 1) + 1))
  }

  /// A reference to a schema that holds itself, which is written once.
  private mutating func reference(to schema: Schema, named name: String) -> String {
    let identity = schema.identity
    if let known = definitions.first(where: { $0.identity == identity }) {
      return Self.reference(to: known.name)
    }
    var unused = name
    var number = 2
    while definitions.contains(where: { $0.name == unused }) {
      unused = name + "-\(number)"
      number += 1
    }
    let place = definitions.count
    definitions.append(Definition(identity: identity, name: unused))
    // What stands in there is written anew, whatever is being written around the reference.
    let outer = open
    open = []
    definitions[place].value = .object(keywords(of: schema, .own))
    open = outer
    return Self.reference(to: unused)
  }

  private static func reference(to name: String) -> String {
    "#/$defs/" + URIReference.escaped(fragment: JSONPointer.escaped(name))
  }
}

extension Schema.Types {
  /// The value of the keyword `type`.
  fileprivate var json: JSON? {
    let names = names
    // Whoever reads `number` reads `integer` too.
    let stated = contains(.number) ? names.filter { $0 != "integer" } : names
    return stated.count == 1 ? .string(stated[0]) : .array(stated.map { .string($0) })
  }
}
