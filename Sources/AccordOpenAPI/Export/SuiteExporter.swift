import AccordModel
import AccordSchema
import HTTPTypes

/// Makes the OpenAPI document of a suite.
final class SuiteExporter {
  let suite: ContractSuite
  let version: OpenAPIExport.Version
  let components: ExportedComponents
  private(set) var notes: [String] = []
  private var noted: Set<String> = []
  private var paths: [JSONMember] = []
  /// Where each path stands, by its template.
  private var places: [String: Int] = [:]
  private var served: [String: [String]] = [:]

  init(_ suite: ContractSuite, _ version: OpenAPIExport.Version) {
    self.suite = suite
    self.version = version
    components = ExportedComponents(version)
  }

  /// Says once what OpenAPI has no word for.
  func note(_ sentence: String) {
    if noted.insert(sentence).inserted { notes.append(sentence) }
  }

  func export() throws(SchemaError) -> OpenAPIExport {
    for contract in suite.contracts {
      for route in contract.routes { try add(route, of: contract) }
    }
    noteRest()
    let statements = try self.statements()
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
      if let place = places[key], case .object(let members) = paths[place].value {
        paths[place].value = .object(members + [JSONMember(name, value)])
      } else {
        places[key] = paths.count
        paths.append(JSONMember(path, .object([JSONMember(name, value)])))
      }
    }
  }

  /// The fields of a path item that are operations (OpenAPI 3.1, "Path Item Object").
  private static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
  ]

  /// What OpenAPI has no word for, and what is only named.
  private func statements() throws(SchemaError) -> [JSONMember] {
    var members = try SuiteExtension.rows.members(of: suite, self) ?? []
    func names(_ member: String, _ names: [String]) {
      if !names.isEmpty { members.append(JSONMember(member, .array(names.map(JSON.string)))) }
    }
    names(SuiteExtension.workflows, suite.workflows.map(\.id))
    names(SuiteExtension.lifeCycles, suite.lifeCycles.map(\.id))
    names(SuiteExtension.neighbours, suite.neighbours.map(\.contract.id))
    return members
  }

  /// Says that a member has a value that only Swift has.
  func noteNotWritten(_ member: String) {
    note(
      "A value of the member \(member) is made by Swift, such as a signature or a syntax of a team's own: no "
        + "document holds it, and it is left out."
    )
  }

  private func noteRest() {
    note(
      "What OpenAPI has no word for is in the members that begin with x-accord-, which are read back and other "
        + "readers ignore."
    )
    if !suite.errors.entries.isEmpty {
      note("The names, codes and places of errors are in x-accord-errors.")
    }
    if suite.negotiation != nil {
      note("How a request chooses a format is in x-accord-negotiation.")
    }
    if !suite.givens.isEmpty {
      note("What live data is needed, and how it is found, is in x-accord-live-data.")
    }
    if suite.givens.contains(where: { $0.making != nil }) {
      note("That a workflow makes live data is not written.")
    }
    if !suite.workflows.isEmpty {
      note(
        "Workflows are listed in x-accord-workflows by their names: those are read back that follow from the "
          + "operations, and no others."
      )
    }
    if !suite.lifeCycles.isEmpty {
      note("Life cycles are listed in x-accord-life-cycles by their names, and not read back.")
    }
    if !suite.neighbours.isEmpty {
      note("Neighbours are listed in x-accord-neighbours by their names, and not read back.")
    }
    if suite.mock != nil {
      note("What the mock does beyond the contracts is not written.")
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
