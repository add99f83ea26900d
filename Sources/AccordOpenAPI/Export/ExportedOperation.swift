import AccordModel
import AccordSchema
import HTTPTypes

/// Writes one route of a contract as an operation.
struct ExportedOperation {
  let exporter: SuiteExporter
  let contract: Contract
  let route: Contract.Route

  init(_ exporter: SuiteExporter, _ contract: Contract, _ route: Contract.Route) {
    self.exporter = exporter
    self.contract = contract
    self.route = route
  }

  var suite: ContractSuite { exporter.suite }

  /// The path; a variable of several segments is one of a single one in OpenAPI.
  var path: String {
    let path = route.path.description
    return path.replacing("{+", with: "{")
  }

  /// The operation.
  func json(_ method: HTTPRequest.Method) throws(SchemaError) -> JSON {
    var members: [JSONMember] = []
    func add(_ name: String, _ value: JSON?) {
      if let value { members.append(JSONMember(name, value)) }
    }
    if path != route.path.description {
      exporter.note(
        "\(contract.id): A variable of \(path) stands for several segments, which OpenAPI cannot say."
      )
    }
    var words = OperationWords(contract)
    add("operationId", operationID(method).map(JSON.string))
    add("summary", .string(contract.summary))
    add("description", words.description.map(JSON.string))
    add("tags", words.tags.isEmpty ? nil : .array(words.tags.map(JSON.string)))
    add("deprecated", words.isDeprecated ? true : nil)
    add(
      "externalDocs",
      contract.references.first.map {
        ["description": .string($0.title), "url": .string($0.address)]
      }
    )
    let parameters = try ExportedParameters(self).list()
    add("parameters", parameters.isEmpty ? nil : .array(parameters))
    if ["GET", "HEAD", "DELETE", "TRACE"].contains(method.rawValue), contract.body != nil,
      contract.body?.isRequired == false
    {
      exporter.note(
        "\(contract.id): A body with \(method.rawValue) has no meaning in OpenAPI; it is left out."
      )
    } else {
      add("requestBody", try ExportedBody(self).json())
    }
    add("responses", try ExportedResponses(self).json())
    add("security", security)
    members += statements
    words = OperationWords(contract)
    return .object(members)
  }

  /// The identifier; nil where the contract's name is only the method and the path.
  private func operationID(_ method: HTTPRequest.Method) -> String? {
    let isSingle = contract.routes.count == 1 && route.methods.probed.count == 1
    if isSingle {
      guard contract.name != "\(method.rawValue) \(path)" else { return nil }
      return ContractNames.hyphenated(contract.name) == contract.id ? contract.name : contract.id
    }
    let parts = [contract.id, contract.routes.count > 1 ? route.name : nil]
    let name = parts.compactMap(\.self).joined(separator: ".")
    return route.methods.probed.count > 1 ? name + "." + method.rawValue.lowercased() : name
  }

  private var security: JSON? {
    let isInHeader = contract.headers.contains { $0.isCredential }
    guard contract.credential != nil || isInHeader,
      let scheme = ExportedSecurity(suite).scheme(of: contract.credential?.role)
    else { return nil }
    return [.object([JSONMember(scheme.name, .array(scheme.scopes.map(JSON.string)))])]
  }

  /// Which contract it is of, of which x-accord-contracts says the rest.
  private var statements: [JSONMember] {
    if !contract.relations.isEmpty {
      exporter.note("\(contract.id): What holds of several exchanges is in x-accord-contracts.")
    }
    return [
      JSONMember(SuiteExtension.contract, .string(contract.id)),
      JSONMember(SuiteExtension.route, .string(route.name)),
    ]
  }
}

/// The notes of a contract as the members that they came from.
struct OperationWords {
  var isDeprecated = false
  var tags: [String] = []
  private var texts: [String] = []

  init(_ contract: Contract) {
    for note in contract.notes {
      if note == "The document says that it is deprecated." {
        isDeprecated = true
      } else if note.hasPrefix("Tags: "), note.hasSuffix("."), !note.contains("\n") {
        tags = String(note.dropFirst("Tags: ".count).dropLast()).split(separator: ", ")
          .map(String.init)
      } else {
        texts.append(note)
      }
    }
  }

  var description: String? { texts.isEmpty ? nil : texts.joined(separator: "\n\n") }
}
