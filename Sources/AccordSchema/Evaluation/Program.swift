/// A schema in the form in which it is evaluated: a flat list of schemas that refer to one another
/// by index.
///
/// Nothing in it is looked up by name or built while a document is checked, except the names of
/// members.
final class Program: Sendable {
  /// The index of a schema in the program.
  typealias Index = Int

  /// The schemas.
  let schemas: [CompiledSchema]

  /// The schema to which a document as a whole is held: the same schemas serve several, each with its own.
  let root: Index

  /// Where dynamic references lead, by table and by the resource through which evaluation came.
  let tables: [[Index?]]

  /// The members of each schema that applies others to its own value, for XML.
  let groups: [XMLMemberGroup?]

  /// What can be checked of XML without looking at the schemas again.
  let plan: XMLPlan

  /// The bounds within which documents are held to the schemas.
  let limits: ValidationLimits

  /// What is odd in the schemas, though they can be used.
  let notices: [SchemaNotice]

  /// Whether evaluation has to remember through which resources it came.
  var isDynamic: Bool { !tables.isEmpty }

  /// Whether the root says nothing of any value.
  var admitsEverything: Bool {
    var root = schemas[self.root]
    // A chain of references that comes back to where it was is refused before.
    for _ in schemas.indices {
      let said = root.keywords.filter { !$0.admitsEverything }
      guard said.count == 1, case .branch(.reference(let index, keyword: _)) = said[0] else {
        return said.isEmpty
      }
      root = schemas[index]
    }
    return false
  }

  /// The schema that an index stands for in evaluation.
  func schema(_ index: Index) -> CompiledSchema {
    let schema = schemas[index]
    guard let forward = schema.forward else { return schema }
    return schemas[forward]
  }

  init(
    _ schemas: [CompiledSchema],
    root: Index = 0,
    tables: [[Index?]] = [],
    limits: ValidationLimits = .default,
    notices: [SchemaNotice] = []
  ) {
    self.schemas = schemas.map { $0.withDiscriminators(among: schemas) }
    self.root = root
    self.tables = tables
    self.limits = limits
    self.notices = notices
    groups = XMLMemberGroup.groups(of: schemas)
    plan = XMLPlan(of: schemas)
  }

  /// The same schemas within other bounds, or from another of them on.
  init(_ other: Program, root: Index? = nil, limits: ValidationLimits? = nil) {
    schemas = other.schemas
    self.root = root ?? other.root
    tables = other.tables
    groups = other.groups
    plan = other.plan
    notices = other.notices
    self.limits = limits ?? other.limits
  }
}
