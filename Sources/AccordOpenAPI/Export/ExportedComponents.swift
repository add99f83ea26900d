import AccordSchema

/// Writes schemas, and keeps those that have a name under `components`.
final class ExportedComponents {
  let version: OpenAPIExport.Version
  /// What OpenAPI 3.0 cannot say of schemas, by the keyword.
  private(set) var unsaid: [String] = []
  private var schemas: [JSONMember] = []
  private var places: [String: Int] = [:]
  /// The first name of each schema that is kept.
  private var known: [JSON: String] = [:]

  init(_ version: OpenAPIExport.Version) { self.version = version }

  /// The schemas that are kept by their names.
  var members: [JSONMember] { schemas }

  /// A schema as it stands in the document.
  func json(_ schema: Schema) throws(SchemaError) -> JSON {
    let written = try schema.jsonSchema()
    guard case .object(var members) = written else { return converted(written) }
    members.removeAll { $0.key == "$schema" }
    let definitions = members.first { $0.key == "$defs" }?.value.members ?? []
    members.removeAll { $0.key == "$defs" }
    let names = self.names(of: definitions)
    for definition in definitions {
      let name = names[definition.key] ?? definition.key
      keep(name, converted(Self.renamed(definition.value, names)))
    }
    return converted(Self.renamed(.object(members), names))
  }

  /// How long a schema is at least that is kept by a name, so that it stands in the document once.
  private static let sharedLength = 300

  /// A schema as it stands in the document; one that is long is kept under its title, or another name.
  func shared(_ schema: Schema, named name: String) throws(SchemaError) -> JSON {
    let value = try json(schema)
    guard value["$ref"] == nil, value.text().utf8.count > Self.sharedLength else { return value }
    var name = Self.name(value["title"]?.string ?? name)
    while let place = places[name], schemas[place].value != value { name = next(after: name) }
    keep(name, value)
    let reference: JSON = ["$ref": .string("#/components/schemas/\(name)")]
    // The name of a component would name the element in XML.
    return value["xml"]?["name"] == nil ? ["allOf": [reference]] : reference
  }

  /// A schema for readers of what stands beside the operations: in as few words as there are, and where it
  /// stands already.
  func referred(_ schema: Schema) throws(SchemaError) -> JSON {
    let value = try json(schema)
    func reference(_ name: String) -> JSON { ["$ref": .string("#/components/schemas/\(name)")] }
    guard value["$ref"] == nil, value.text().utf8.count > Self.sharedLength else { return value }
    if let name = known[value] { return reference(name) }
    var name = Self.name(value["title"]?.string ?? "Schema")
    while let place = places[name], schemas[place].value != value { name = next(after: name) }
    keep(name, value)
    return reference(name)
  }

  /// The names under which definitions are kept: their own, unless another schema has it.
  private func names(of definitions: [JSONMember]) -> [String: String] {
    var names = Dictionary(definitions.map { ($0.key, Self.name($0.key)) }) { first, _ in first }
    // A name that changes changes those that refer to it.
    for _ in 0...definitions.count {
      var isSettled = true
      for definition in definitions {
        guard let name = names[definition.key] else { continue }
        let value = converted(Self.renamed(definition.value, names))
        guard let place = places[name], schemas[place].value != value else { continue }
        names[definition.key] = next(after: name)
        isSettled = false
      }
      if isSettled { break }
    }
    return names
  }

  private func next(after name: String) -> String {
    guard let dash = name.lastIndex(of: "-"), let number = Int(name[name.index(after: dash)...])
    else { return name + "-2" }
    return "\(name[..<dash])-\(number + 1)"
  }

  private func keep(_ name: String, _ value: JSON) {
    guard places[name] == nil else { return }
    places[name] = schemas.count
    if known[value] == nil { known[value] = name }
    schemas.append(JSONMember(name, value))
  }

  /// A name that components may have (OpenAPI 3.1, section 4.8.7).
  private static func name(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", "-", "_", ".": name.unicodeScalars.append(scalar)
      default: name += "_"
      }
    }
    return name.isEmpty ? "Schema" : name
  }

  /// A schema whose references to definitions lead to components.
  private static func renamed(_ value: JSON, _ names: [String: String]) -> JSON {
    switch value {
    case .array(let elements): return .array(elements.map { renamed($0, names) })
    case .object(let members):
      return .object(
        members.map { member in
          let prefix = "#/$defs/"
          guard member.key == "$ref", case .string(let text) = member.value, text.hasPrefix(prefix)
          else { return JSONMember(member.key, renamed(member.value, names)) }
          let token = String(text.dropFirst(prefix.count))
          let pointer = (try? PercentEscapes.decoded(token)).flatMap {
            JSONPointer(parsing: "/" + $0)
          }
          let name = pointer?.tokens.first ?? token
          return JSONMember("$ref", .string("#/components/schemas/\(names[name] ?? name)"))
        }
      )
    default: return value
    }
  }

  private func converted(_ schema: JSON) -> JSON {
    let schema = ReadableSchema.ordered(schema)
    guard version == .v30 else { return schema }
    var writer = EarlySchemaWriter()
    let early = writer.schema(schema)
    for keyword in writer.unsaid where !unsaid.contains(keyword) { unsaid.append(keyword) }
    return early
  }
}
