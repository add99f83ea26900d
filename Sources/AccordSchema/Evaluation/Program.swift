/// A schema in the form in which it is evaluated: a flat list of schemas that refer to one another
/// by index.
///
/// Nothing in it is looked up by name or built while a document is checked, except the names of
/// members.
final class Program: Sendable {
  /// The index of a schema in the program.
  typealias Index = Int

  /// The schemas; the first is the root.
  let schemas: [CompiledSchema]

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
    var root = schemas[0]
    // A chain of references that comes back to where it was is refused before.
    for _ in schemas.indices {
      guard root.branches.count == 1, case .reference(let index, _) = root.branches[0],
        root.types == .all, !root.hasKeywordsOfItsOwn
      else { break }
      root = schemas[index]
    }
    return root.boolean == true
      || root.boolean == nil && root.types == .all && root.branches.isEmpty
        && !root.hasKeywordsOfItsOwn
  }

  /// The schema that an index stands for in evaluation.
  func schema(_ index: Index) -> CompiledSchema {
    let schema = schemas[index]
    guard let forward = schema.forward else { return schema }
    return schemas[forward]
  }

  init(
    _ schemas: [CompiledSchema],
    tables: [[Index?]] = [],
    limits: ValidationLimits = .default,
    notices: [SchemaNotice] = []
  ) {
    self.schemas = schemas.map { $0.withDiscriminators(among: schemas) }
    self.tables = tables
    self.limits = limits
    self.notices = notices
    groups = XMLMemberGroup.groups(of: schemas)
    plan = XMLPlan(of: schemas)
  }

  /// The same schemas within other bounds.
  init(_ other: Program, limits: ValidationLimits) {
    schemas = other.schemas
    tables = other.tables
    groups = other.groups
    plan = other.plan
    notices = other.notices
    self.limits = limits
  }
}

/// The keywords of one schema, sorted by the type of the values that they speak of.
final class CompiledSchema: Sendable {
  /// The JSON Pointer of the schema in the root schema.
  let location: String
  let boolean: Bool?
  let types: Schema.Types
  /// Whether an integer is written without fraction and exponent, as draft 4 has it: `1.0` is none.
  let readsIntegersAsWritten: Bool
  let values: [any ValueKeyword]
  let numbers: [any NumberKeyword]
  let strings: [any StringKeyword]
  let array: ArrayKeywords?
  let object: ObjectKeywords?
  let branches: [BranchKeyword]
  let xml: XMLKeywords
  /// The resource of the document that holds the schema; nil where there is no document.
  let resource: Int?
  let unevaluatedProperties: Program.Index?
  let unevaluatedItems: Program.Index?

  /// The schema that is applied in place of this one, which says nothing else.
  let forward: Program.Index?
  /// The schema as it is written, for its annotations, and the resource that gives it a URI.
  let source: JSON?
  let base: SchemaBase?

  /// Whether a keyword beside the type and the branches says something of a value.
  fileprivate var hasKeywordsOfItsOwn: Bool {
    !values.isEmpty || !numbers.isEmpty || !strings.isEmpty || array != nil || object != nil
      || speaksOfUnevaluated || xml.name != nil
  }

  /// Whether it matters what the other keywords have looked at.
  var speaksOfUnevaluated: Bool { unevaluatedProperties != nil || unevaluatedItems != nil }

  init(
    location: String,
    boolean: Bool? = nil,
    types: Schema.Types = .all,
    readsIntegersAsWritten: Bool = false,
    values: [any ValueKeyword] = [],
    numbers: [any NumberKeyword] = [],
    strings: [any StringKeyword] = [],
    array: ArrayKeywords? = nil,
    object: ObjectKeywords? = nil,
    branches: [BranchKeyword] = [],
    xml: XMLKeywords = XMLKeywords(order: .any, wrapped: true, entries: false),
    resource: Int? = nil,
    unevaluatedProperties: Program.Index? = nil,
    unevaluatedItems: Program.Index? = nil,
    forward: Program.Index? = nil,
    source: JSON? = nil,
    base: SchemaBase? = nil
  ) {
    self.location = location
    self.boolean = boolean
    self.types = types
    self.readsIntegersAsWritten = readsIntegersAsWritten
    self.values = values
    self.numbers = numbers
    self.strings = strings
    self.array = array
    self.object = object
    self.branches = branches
    self.xml = xml
    self.resource = resource
    self.unevaluatedProperties = unevaluatedProperties
    self.unevaluatedItems = unevaluatedItems
    self.forward = forward
    self.source = source
    self.base = base
  }
}

extension CompiledSchema {
  /// A schema with other branches.
  convenience init(_ other: CompiledSchema, branches: [BranchKeyword]) {
    self.init(
      location: other.location,
      boolean: other.boolean,
      types: other.types,
      readsIntegersAsWritten: other.readsIntegersAsWritten,
      values: other.values,
      numbers: other.numbers,
      strings: other.strings,
      array: other.array,
      object: other.object,
      branches: branches,
      xml: other.xml,
      resource: other.resource,
      unevaluatedProperties: other.unevaluatedProperties,
      unevaluatedItems: other.unevaluatedItems,
      forward: other.forward,
      source: other.source,
      base: other.base
    )
  }
}

/// What the URIs of the schemas of one resource begin with.
final class SchemaBase: Sendable {
  let uri: String
  /// The location of the resource's root in the program.
  let location: String

  init(uri: String, location: String) {
    self.uri = uri
    self.location = location
  }
}

/// A keyword that speaks of numbers.
protocol NumberKeyword: Sendable {
  var keyword: String { get }
  func finding(_ number: JSONNumber, _ work: inout WorkBudget) -> Evidence?
}

/// A keyword that speaks of strings.
protocol StringKeyword: Sendable {
  var keyword: String { get }
  /// Says whether a string of JSON conforms, given its UTF-8, without making a value of it; nil
  /// where that takes too long.
  func admits(_ text: UnsafeBufferPointer<UInt8>, _ work: inout WorkBudget) -> Bool?
  func finding(_ text: String, inXML: Bool, _ work: inout WorkBudget) -> Evidence?
}

/// A keyword that applies schemas to the value itself.
enum BranchKeyword: Sendable {
  case allOf([Program.Index])
  case anyOf([Program.Index], Discriminator? = nil)
  case oneOf([Program.Index], Discriminator? = nil)
  case not(Program.Index)
  case conditional(
    condition: Program.Index,
    consequence: Program.Index?,
    alternative: Program.Index?
  )
  /// `$ref`, and dynamic references that always lead to the same schema.
  case reference(Program.Index, keyword: String)
  /// `$dynamicRef` and `$recursiveRef`: the outermost resource through which evaluation came and
  /// that has the anchor decides (core, section 8.2.3.2).
  case dynamicReference(table: Int, fallback: Program.Index, keyword: String)
}

/// How a value of the schema is written in XML.
struct XMLKeywords: Sendable {
  /// The name of the element, when the schema gives one.
  var name: XMLName?
  /// The name of the element when the value is the item of a list, if it can be known.
  var itemName: XMLName?
  var order: Schema.XMLOrder
  var wrapped: Bool
  var entries: Bool
  /// The names that `xsi:type` may have for values of the schema; without a namespace where it is not
  /// known.
  var typeNames: [XMLName] = []
}
