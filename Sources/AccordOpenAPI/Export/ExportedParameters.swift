import AccordModel
import AccordSchema

/// Writes the parameters of an operation.
struct ExportedParameters {
  let operation: ExportedOperation

  init(_ operation: ExportedOperation) { self.operation = operation }

  private var exporter: SuiteExporter { operation.exporter }
  private var contract: Contract { operation.contract }

  /// The parameters, those of the version and of the head after the others.
  func list() throws(SchemaError) -> [JSON] {
    var list: [JSON] = []
    var names: Set<String> = []
    for parameter in contract.parameters {
      guard let value = try json(parameter) else { continue }
      list.append(value)
      names.insert(parameter.name)
    }
    if let version = version, !names.contains(version.name) {
      list.append(version.json)
      names.insert(version.name)
    }
    // Every variable of the path needs one.
    for name in operation.route.path.variables where !names.contains(name) {
      list.append([
        "name": .string(name), "in": "path", "required": true, "schema": ["type": "string"],
      ])
    }
    for header in contract.headers {
      if let value = try json(header) { list.append(value) }
    }
    return list
  }

  private func json(_ parameter: Parameter) throws(SchemaError) -> JSON? {
    let isOfPath = operation.route.path.variables.contains(parameter.name)
    let place: Parameter.Place
    if isOfPath {
      place = .path
    } else {
      guard
        let found = [parameter.usual].first(where: { $0 != .path })
          ?? parameter.places.first(where: { $0 != .path })
      else { return nil }
      place = found
    }
    guard [.path, .query, .header, .cookie].contains(place) else {
      exporter.note(
        "\(contract.id): The parameter \(parameter.name) is sent in the body, whose schema says it."
      )
      return nil
    }
    var members = [
      JSONMember("name", .string(parameter.name)), JSONMember("in", .string(place.rawValue)),
    ]
    if !parameter.meaning.isEmpty {
      members.append(JSONMember("description", .string(parameter.meaning)))
    }
    let others = parameter.places.filter { $0 != place }
    if !others.isEmpty {
      exporter.note(
        "\(contract.id): The parameter \(parameter.name) is read from \(others.map(\.rawValue).joined(separator: ", ")) "
          + "too, which is in x-accord-contracts."
      )
    }
    members.append(JSONMember("required", .boolean(place == .path || parameter.isRequired)))
    if let style = parameter.style { members.append(JSONMember("style", .string(style.rawValue))) }
    if let explode = parameter.explode { members.append(JSONMember("explode", .boolean(explode))) }
    if parameter.allowReserved, place == .query {
      members.append(JSONMember("allowReserved", true))
    }
    members.append(JSONMember("schema", try exporter.components.json(parameter.schema)))
    if case .literal(let value)? = parameter.example {
      members.append(JSONMember("example", value))
    }
    return .object(members)
  }

  private func json(_ header: HeaderRule) throws(SchemaError) -> JSON? {
    // Security schemes and media types speak for these (OpenAPI 3.1, section 4.8.12.1).
    guard !header.isCredential, header.presence != .forbidden,
      !["accept", "content-type", "authorization"].contains(header.name.lowercased())
    else {
      if header.presence == .forbidden {
        exporter.note(
          "\(contract.id): That the header \(header.name) is not sent is in x-accord-contracts."
        )
      }
      return nil
    }
    var members = [JSONMember("name", .string(header.name)), JSONMember("in", "header")]
    if !header.meaning.isEmpty {
      members.append(JSONMember("description", .string(header.meaning)))
    }
    members.append(JSONMember("required", .boolean(header.presence == .required)))
    members.append(JSONMember("schema", try exporter.components.json(header.value)))
    return .object(members)
  }

  /// The version that a route serves, as the parameter that asks for it.
  private var version: (name: String, json: JSON)? {
    guard let rule = operation.route.version else { return nil }
    let values = JSON.array(rule.served.map { .number(JSONNumber($0)) })
    func json(_ name: String, _ place: String) -> JSON {
      [
        "name": .string(name), "in": .string(place), "description": .string(rule.clause.sentence),
        "required": .boolean(place == "path" || rule.whenAbsent == nil),
        "schema": ["type": "integer", "enum": values],
      ]
    }
    switch rule.carrier {
    case .query(let name): return (name, json(name, "query"))
    case .path(let name): return (name, json(name, "path"))
    case .header(let name): return (name, json(name, "header"))
    case .body, .mediaTypeParameter:
      exporter.note("\(contract.id): \(rule.clause.sentence) It is in x-accord-contracts.")
      return nil
    }
  }
}
