import AccordModel
import AccordSchema
import HTTPTypes

extension Contract {
  /// Its routes as text: the methods and the path.
  var routeLines: [String] {
    routes.map { route in
      let methods =
        switch route.methods {
        case .only(let list): list.map(\.rawValue).joined(separator: " ")
        case .all: "All Verbs"
        }
      return "\(methods) \(route.path)"
    }
  }

  /// The basis of a promise; `nil` if there is none of this identifier.
  func basis(of clause: Clause.ID, in suite: ContractSuite) -> Basis? {
    clauses(in: suite).first { $0.id == clause }?.basis
  }
}

extension Schema {
  /// The names of its members, in the order of the contract.
  var memberNames: [String] { content.members.map(\.name) }

  /// The names of its members that must be there.
  var requiredMemberNames: [String] { content.members.filter(\.isRequired).map(\.name) }

  /// The schema of a member.
  func member(_ name: String) -> Schema? { content.members.first { $0.name == name }?.schema }

  /// The messages of a JSON text that violates it.
  func messages(json text: String) throws -> [String] {
    try SchemaValidator(self).validate(JSONDocument(parsing: Array(text.utf8))).map(\.message)
  }

  /// The messages of an XML text that violates it.
  func messages(xml text: String) throws -> [String] {
    try SchemaValidator(self).validate(XMLDocument(parsing: Array(text.utf8))).map(\.message)
  }
}

extension Schema {
  /// What is said of its members, and of theirs.
  var memberDescriptions: [String] {
    content.members.flatMap { member in
      [member.description].compactMap(\.self) + member.schema.memberDescriptions
    }
  }
}
