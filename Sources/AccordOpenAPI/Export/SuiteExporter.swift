import AccordModel
import AccordSchema
import HTTPTypes

/// Makes the OpenAPI document of a suite.
final class SuiteExporter {
  let suite: ContractSuite
  let version: OpenAPIExport.Version
  let components: ExportedComponents
  private(set) var notes: [String] = []
  private var paths: [JSONMember] = []
  private var served: [String: [String]] = [:]

  init(_ suite: ContractSuite, _ version: OpenAPIExport.Version) {
    self.suite = suite
    self.version = version
    components = ExportedComponents(version)
  }

  /// Says once what OpenAPI has no word for.
  func note(_ sentence: String) {
    if !notes.contains(sentence) { notes.append(sentence) }
  }

  func export() throws(SchemaError) -> OpenAPIExport {
    for contract in suite.contracts {
      for route in contract.routes { try add(route, of: contract) }
    }
    noteRest()
    var members = [
      JSONMember("openapi", .string(version.rawValue)), JSONMember("info", info),
      JSONMember("paths", .object(paths)),
    ]
    var kept: [JSONMember] = []
    if !components.members.isEmpty {
      kept.append(JSONMember("schemas", .object(components.members)))
    }
    let schemes = ExportedSecurity(suite).schemes
    if !schemes.isEmpty { kept.append(JSONMember("securitySchemes", .object(schemes))) }
    if !kept.isEmpty { members.append(JSONMember("components", .object(kept))) }
    members += statements
    for keyword in components.unsaid {
      note(
        "OpenAPI 3.0 has no keyword \(keyword): it stands as x-accord-\(keyword), which readers ignore."
      )
    }
    return OpenAPIExport(document: .object(members), notes: notes)
  }

  private var info: JSON {
    var members = [JSONMember("title", .string(suite.name))]
    // A summary is a member of 3.1 only.
    members.append(JSONMember(version == .v31 ? "summary" : "description", .string(suite.summary)))
    // Contracts have no version of their own; the member is required.
    members.append(JSONMember("version", "unversioned"))
    return .object(members)
  }

  /// Adds the operations of a route.
  private func add(_ route: Contract.Route, of contract: Contract) throws(SchemaError) {
    let operation = ExportedOperation(self, contract, route)
    let path = operation.path
    if case .all = route.methods {
      note(
        "\(contract.id): \(path) is served for every method; the document has those that are tried."
      )
    }
    for method in route.methods.probed {
      let name = method.rawValue.lowercased()
      guard Self.methods.contains(name) else {
        note(
          "\(contract.id): OpenAPI \(version.rawValue) has no place for the method \(method.rawValue)."
        )
        continue
      }
      let key = ComparedPath.template(path)
      guard !(served[key] ?? []).contains(name) else {
        note(
          "\(contract.id): Another contract has \(method.rawValue) \(path) already, and OpenAPI has one "
            + "operation for each: this one is left out."
        )
        continue
      }
      served[key, default: []].append(name)
      let value = try operation.json(method)
      if let place = paths.firstIndex(where: { ComparedPath.template($0.key) == key }),
        case .object(let members) = paths[place].value
      {
        paths[place].value = .object(members + [JSONMember(name, value)])
      } else {
        paths.append(JSONMember(path, .object([JSONMember(name, value)])))
      }
    }
  }

  /// The fields of a path item that are operations (OpenAPI 3.1, "Path Item Object").
  private static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
  ]

  /// What the suite says of all of its contracts.
  private var statements: [JSONMember] {
    var members: [JSONMember] = []
    if let negotiation = suite.negotiation {
      let ways = negotiation.ways.map { JSON.string($0.way.sentence) }
      members.append(
        JSONMember(
          "x-accord-negotiation",
          ["ways": .array(ways), "fallback": .string(negotiation.fallback)]
        )
      )
    }
    if !suite.errors.entries.isEmpty {
      members.append(
        JSONMember("x-accord-errors", .array(suite.errors.entries.map(Self.error)))
      )
    }
    func names(_ member: String, _ names: [String]) {
      if !names.isEmpty { members.append(JSONMember(member, .array(names.map(JSON.string)))) }
    }
    names("x-accord-workflows", suite.workflows.map(\.id))
    names("x-accord-life-cycles", suite.lifeCycles.map(\.id))
    names("x-accord-live-data", suite.givens.map(\.id))
    return members
  }

  /// An error of the catalogue.
  static func error(_ entry: ErrorCatalogue.Entry) -> JSON {
    var members = [
      JSONMember("name", .string(entry.name)),
      JSONMember("statuses", .string(entry.statuses.description)),
    ]
    if let code = entry.code { members.append(JSONMember("code", .number(JSONNumber(code)))) }
    if let message = entry.message { members.append(JSONMember("message", .string(message))) }
    return .object(members)
  }

  private func noteRest() {
    if suite.negotiation != nil {
      note("How a request chooses a format is in x-accord-negotiation.")
    }
    if !suite.errors.entries.isEmpty {
      note("The names and codes of errors are in x-accord-errors.")
    }
    if !suite.workflows.isEmpty {
      note("Workflows are listed in x-accord-workflows by their names.")
    }
    if !suite.lifeCycles.isEmpty {
      note("Life cycles are listed in x-accord-life-cycles by their names.")
    }
    if !suite.givens.isEmpty {
      note("What live data is needed is listed in x-accord-live-data, and not how it is found.")
    }
  }
}

/// A path without the names of its variables.
enum ComparedPath {
  static func template(_ path: String) -> String {
    var text = ""
    var isVariable = false
    for scalar in path.unicodeScalars {
      switch scalar {
      case "{":
        isVariable = true
        text += "{}"
      case "}": isVariable = false
      default: if !isVariable { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }
}
