/// What a schema and its alternatives say together of the type of one value.
///
/// Texts must get a type before a schema can be applied to them. What is inside is looked at when a
/// value has it; the same shape serves all rows.
final class LexicalShape {
  private let schemas: [Schema]
  private var members: [String: LexicalShape] = [:]
  private var items: [Int: LexicalShape] = [:]

  /// The types that the value may have.
  let types: Schema.Types

  /// The schemas with their alternatives.
  private let alternatives: [Schema]

  /// The members that must be there whatever the alternative, but for `null`.
  private(set) lazy var required: [Schema.Member] = schemas.flatMap(\.membersOfOneKind)
    .filter(\.isRequired)

  /// Whether the text is a GUID, by the format of a schema.
  private(set) lazy var isGUID = alternatives.contains { $0.content.format == "guid" }

  private lazy var validators = schemas.compactMap { try? SchemaValidator($0) }

  convenience init(_ schema: Schema) { self.init([schema]) }

  private init(_ schemas: [Schema]) {
    self.schemas = schemas
    alternatives = schemas.flatMap(\.withAlternatives)
    types = schemas.isEmpty ? .all : schemas.map(\.lexicalTypes).reduce([]) { $0.union($1) }
  }

  /// What is said of the member of a name.
  func member(_ name: String) -> LexicalShape {
    if let known = members[name] { return known }
    var found: [Schema] = []
    for content in alternatives.map(\.content) {
      if let member = content.members.first(where: { $0.name.isIdentical(to: name) }) {
        found.append(member.schema)
      } else if let additional = content.additionalProperties {
        found.append(additional)
      }
    }
    let shape = LexicalShape(found)
    members[name] = shape
    return shape
  }

  /// Whether the member of a name must be there.
  func requires(_ name: String) -> Bool { required.contains { $0.name.isIdentical(to: name) } }

  /// What is said of an item of a list.
  func item(_ index: Int) -> LexicalShape {
    // All items after those that are told apart have one schema.
    let place = min(index, alternatives.map(\.content.prefixItems.count).max() ?? 0)
    if let known = items[place] { return known }
    let found = alternatives.map(\.content).compactMap { content in
      place < content.prefixItems.count ? content.prefixItems[place] : content.items
    }
    let shape = LexicalShape(found)
    items[place] = shape
    return shape
  }

  /// Whether a schema admits a value.
  func admits(_ value: JSON) -> Bool { validators.contains { $0.admits(value) } }
}

extension Schema {
  /// The members that the schema has where it has no choice, or one between a kind and `null`.
  fileprivate var membersOfOneKind: [Member] {
    var met: Set<Identity> = []
    return membersOfOneKind(&met)
  }

  private func membersOfOneKind(_ met: inout Set<Identity>) -> [Member] {
    guard met.enter(self) else { return [] }
    let content = self.content
    var members = content.members
    for part in content.allOf { members += part.membersOfOneKind(&met) }
    for branches in [content.anyOf, content.oneOf] {
      let kinds = branches.filter { !$0.isNull }
      if kinds.count == 1 { members += kinds[0].membersOfOneKind(&met) }
    }
    return members
  }

  /// The types that all keywords together leave to a value.
  fileprivate var lexicalTypes: Types {
    var known: [Identity: Types] = [:]
    return lexicalTypes(&known)
  }

  private func lexicalTypes(_ known: inout [Identity: Types]) -> Types {
    if mayRecur {
      if let known = known[identity] { return known }
      // One that comes back to itself leaves what it leaves without that.
      known[identity] = .all
    }
    let content = self.content
    if content.boolean == false { return [] }
    var types = (content.types ?? .all).withIntegers
    let values = content.constant.map { [$0] } ?? content.enumeration
    if let values { types.formIntersection(Types.of(values).withIntegers) }
    for part in content.allOf { types.formIntersection(part.lexicalTypes(&known)) }
    for branches in [content.anyOf, content.oneOf] where !branches.isEmpty {
      var admitted: Types = []
      for branch in branches { admitted.formUnion(branch.lexicalTypes(&known)) }
      types.formIntersection(admitted)
    }
    if mayRecur { known[identity] = types }
    return types
  }
}

extension Schema.Types {
  /// The types of some values.
  fileprivate static func of(_ values: [JSON]) -> Self {
    values.reduce(into: []) { types, value in
      switch value {
      case .null: types.insert(.null)
      case .boolean: types.insert(.boolean)
      case .number: types.insert(.number)
      case .string: types.insert(.string)
      case .array: types.insert(.array)
      case .object: types.insert(.object)
      }
    }
  }
}
