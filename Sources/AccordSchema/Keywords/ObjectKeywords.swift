/// The keywords that speak of objects, compiled.
final class ObjectKeywords: Sendable {
  let members: MemberTable
  let required: [Int]
  let elements: [XMLName: Int]
  let patterns: [(pattern: Pattern, schema: Program.Index)]
  let additional: Program.Index?
  let additionalForbidden: Bool
  let names: Program.Index?
  let minProperties: Int?
  let maxProperties: Int?
  let dependentRequired: [Schema.Dependency]
  let dependentSchemas: [(name: String, schema: Program.Index)]

  /// Whether the presence of one member asks for something else.
  var hasDependencies: Bool { !dependentRequired.isEmpty || !dependentSchemas.isEmpty }

  /// Whether a member of this name is among those that are present.
  func has(_ name: String, among present: MemberSet) -> Bool {
    members.place(of: name).map(present.contains) ?? false
  }

  init(_ draft: Draft) {
    members = draft.members
    required = draft.required
    elements = Dictionary(
      draft.members.list.enumerated().filter { !$0.element.isAttribute }
        .map { ($0.element.element, $0.offset) }
    ) { _, last in last }
    patterns = draft.patterns
    additional = draft.additional
    additionalForbidden = draft.additionalForbidden
    names = draft.names
    minProperties = draft.minProperties
    maxProperties = draft.maxProperties
    dependentRequired = draft.dependentRequired
    dependentSchemas = draft.dependentSchemas
  }

  /// The evidence of `minProperties` and `maxProperties` (validation, sections 6.5.1 and 6.5.2).
  func findings(count: Int) -> (keyword: String, evidence: Evidence)? {
    if let minProperties, count < minProperties {
      return ("minProperties", .memberCount(atLeast: minProperties, atMost: nil, actual: count))
    }
    if let maxProperties, count > maxProperties {
      return ("maxProperties", .memberCount(atLeast: nil, atMost: maxProperties, actual: count))
    }
    return nil
  }

  /// The keywords while they are being collected.
  struct Draft {
    /// The members of `properties`, and the names that are only required or depended upon.
    var members = MemberTable()
    /// The places in the table of the members that must be there.
    var required: [Int] = []
    var patterns: [(pattern: Pattern, schema: Program.Index)] = []
    var additional: Program.Index?
    /// Whether `additionalProperties` is `false`.
    var additionalForbidden = false
    var names: Program.Index?
    var minProperties: Int?
    var maxProperties: Int?
    var dependentRequired: [Schema.Dependency] = []
    var dependentSchemas: [(name: String, schema: Program.Index)] = []
  }
}

/// A member of an object, compiled.
struct CompiledMember: Sendable {
  var name: String
  /// The schema of the value; a name that is only required has none.
  var schema: Program.Index?
  var element: XMLName
  var isAttribute = false
  var isAbsentFromXML = false
  /// The place among the elements, where order matters.
  var rank = 0
  /// Whether the items of a list stand as elements of this name, without an element around them.
  var isBareList = false
}
