import AccordModel
import AccordOpenAPI
import AccordSchema

/// Reads what settings of a document have in common, and notes what names nothing.
struct SettingReader {
  /// The file of the settings.
  private(set) var document: SettingsDocument

  /// The suite of the document, with what was stated already.
  let imported: ImportedSuite

  private let operations: OperationIndex
  private let contracts: [Contract.ID: Contract]
  private let errors: [String: String]

  init(_ document: SettingsDocument, _ imported: ImportedSuite) {
    self.document = document
    self.imported = imported
    operations = imported.operations
    contracts = Dictionary(
      imported.suite.contracts.map { ($0.id, $0) }
    ) { first, _ in first }
    errors = Dictionary(
      imported.suite.errors.entries.flatMap { entry in
        ([entry.name] + entry.aliases).map { ($0, entry.name) }
      }
    ) { first, _ in first }
  }

  /// Notes what is wrong with a value.
  mutating func note(_ problem: UnmatchedSetting, at node: JSONNode) {
    document.add(node, "\(problem)")
  }

  /// Where a setting stands, as promises that come from it say.
  func source(of node: JSONNode) -> (file: String, line: Int) {
    (document.path, node.position.line)
  }

  /// One value, or those of a list; none where nothing is said.
  static func each(_ node: JSONNode?) -> [JSONNode] {
    guard let node else { return [] }
    return node.kind == .array ? Array(node.elements) : [node]
  }

  /// A JSON Pointer, which the schema knows to be one.
  static func pointer(_ node: JSONNode?) -> JSONPointer? {
    node?.string.flatMap { JSONPointer(parsing: $0) }
  }

  /// What a wrong call gets: the statuses, or the names of errors; `nil` where one of these is not there.
  mutating func refusal(_ node: JSONNode) -> Refusal? {
    var statuses: [Int] = []
    var names: [String] = []
    for value in Self.each(node) {
      if let status = value.number?.int {
        statuses.append(status)
      } else if let name = value.string {
        guard let error = errors[name] else {
          let known = imported.suite.errors.entries.map(\.name)
          note(.error(name, known: known), at: value)
          return nil
        }
        names.append(error)
      }
    }
    let (file, line) = source(of: node)
    guard let name = names.first else {
      return .statuses(.anyOf(statuses), allowsEmptyBody: true, fileID: file, line: line)
    }
    var refusal = Refusal.error(
      name,
      statuses: statuses.isEmpty ? nil : .anyOf(statuses),
      fileID: file,
      line: line
    )
    refusal.names = names
    return refusal
  }

  /// Notes an operation that is not there; its contract where it is.
  mutating func contract(_ node: JSONNode?) -> Contract? {
    guard let node, let name = node.string else { return nil }
    guard let id = operations[name] else {
      note(.operation(name, known: operations.names), at: node)
      return nil
    }
    return contracts[id]
  }

  /// The contract of an operation, of which nothing is noted.
  func contract(named name: String?) -> Contract? {
    name.flatMap { operations[$0] }.flatMap { contracts[$0] }
  }

  /// The name of a role that is there.
  mutating func role(_ node: JSONNode?) -> String? {
    guard let node, let name = node.string else { return nil }
    let known = imported.suite.roles.list.map(\.name)
    guard known.contains(name) else {
      note(.role(name, known: known), at: node)
      return nil
    }
    return name
  }
}
