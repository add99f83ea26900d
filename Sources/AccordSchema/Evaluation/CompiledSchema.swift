/// The keywords of one schema, sorted by the type of the values that they speak of.
final class CompiledSchema: Sendable {
  /// The JSON Pointer of the schema in the root schema.
  let location: String
  /// All that the schema says; what follows is the same, sorted for the evaluation.
  let keywords: [CompiledKeyword]
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
  let unevaluatedProperties: Program.Index?
  let unevaluatedItems: Program.Index?

  /// The resource of the document that holds the schema; nil where there is no document.
  let resource: Int?
  /// The schema that is applied in place of this one, which says nothing else.
  let forward: Program.Index?
  /// The schema as it is written, for its annotations, and the resource that gives it a URI.
  let source: JSON?
  let base: SchemaBase?

  /// Whether it matters what the other keywords have looked at.
  var speaksOfUnevaluated: Bool { unevaluatedProperties != nil || unevaluatedItems != nil }

  init(
    location: String,
    _ keywords: [CompiledKeyword],
    resource: Int? = nil,
    forward: Program.Index? = nil,
    source: JSON? = nil,
    base: SchemaBase? = nil
  ) {
    let sorted = SortedKeywords(keywords)
    self.location = location
    self.keywords = keywords
    boolean = sorted.boolean
    types = sorted.types
    readsIntegersAsWritten = sorted.readsIntegersAsWritten
    values = sorted.values
    numbers = sorted.numbers
    strings = sorted.strings
    array = sorted.speaksOfArrays ? ArrayKeywords(sorted.array) : nil
    object = sorted.speaksOfObjects ? ObjectKeywords(sorted.object) : nil
    branches = sorted.branches
    xml = sorted.xml
    unevaluatedProperties = sorted.unevaluatedProperties
    unevaluatedItems = sorted.unevaluatedItems
    self.resource = resource
    self.forward = forward
    self.source = source
    self.base = base
  }

  /// A schema that says something else in the same place.
  convenience init(_ other: CompiledSchema, _ keywords: [CompiledKeyword]) {
    self.init(
      location: other.location,
      keywords,
      resource: other.resource,
      forward: other.forward,
      source: other.source,
      base: other.base
    )
  }
}

/// Keywords while they are being sorted.
private struct SortedKeywords {
  var boolean: Bool?
  var types = Schema.Types.all
  var readsIntegersAsWritten = false
  var values: [any ValueKeyword] = []
  var numbers: [any NumberKeyword] = []
  var strings: [any StringKeyword] = []
  var array = ArrayKeywords.Draft() { didSet { speaksOfArrays = true } }
  private(set) var speaksOfArrays = false
  var object = ObjectKeywords.Draft() { didSet { speaksOfObjects = true } }
  private(set) var speaksOfObjects = false
  var branches: [BranchKeyword] = []
  var xml = XMLKeywords()
  var unevaluatedProperties: Program.Index?
  var unevaluatedItems: Program.Index?

  init(_ keywords: [CompiledKeyword]) {
    for keyword in keywords { add(keyword) }
  }

  private mutating func add(_ keyword: CompiledKeyword) {
    switch keyword {
    case .boolean(let value): boolean = value
    case .type(let types, integersAsWritten: let asWritten):
      self.types = types
      readsIntegersAsWritten = asWritten
    case .const(let keyword): values.append(keyword)
    case .enumeration(let keyword): values.append(keyword)
    case .limit(let keyword): numbers.append(keyword)
    case .numberFormat(let keyword): numbers.append(keyword)
    case .minLength(let keyword): strings.append(keyword)
    case .maxLength(let keyword): strings.append(keyword)
    case .pattern(let keyword): strings.append(keyword)
    case .stringFormat(let keyword): strings.append(keyword)
    case .contentEncoding(let keyword): strings.append(keyword)
    case .contentMediaType(let keyword): strings.append(keyword)
    case .prefixItems(let indices): array.prefixItems = indices
    case .items(let index): array.items = index
    case .contains(let index, evaluates: let evaluates):
      array.contains = index
      array.containsEvaluates = evaluates
    case .minContains(let bound): array.minContains = bound
    case .maxContains(let bound): array.maxContains = bound
    case .minItems(let bound): array.minItems = bound
    case .maxItems(let bound): array.maxItems = bound
    case .uniqueItems: array.uniqueItems = true
    case .properties(let table): object.members = table
    case .required(let places): object.required = places
    case .patternProperties(let entries): object.patterns = entries
    case .additionalProperties(let index, isForbidden: let isForbidden):
      object.additional = index
      object.additionalForbidden = isForbidden
    case .propertyNames(let index): object.names = index
    case .minProperties(let bound): object.minProperties = bound
    case .maxProperties(let bound): object.maxProperties = bound
    case .dependentRequired(let dependencies): object.dependentRequired = dependencies
    case .dependentSchemas(let entries): object.dependentSchemas = entries
    case .branch(let keyword): branches.append(keyword)
    case .unevaluatedProperties(let index): unevaluatedProperties = index
    case .unevaluatedItems(let index): unevaluatedItems = index
    case .xml(.name(let name)): xml.name = name
    case .xml(.itemName(let name)): xml.itemName = name
    case .xml(.ordered): xml.isOrdered = true
    case .xml(.entries): xml.entries = true
    case .xml(.typeNames(let names)): xml.typeNames = names
    }
  }
}

/// How a value of the schema is written in XML.
struct XMLKeywords: Sendable {
  /// The name of the element, when the schema gives one.
  var name: XMLName?
  /// The name of the element when the value is the item of a list, if it can be known.
  var itemName: XMLName?
  var isOrdered = false
  var entries = false
  var typeNames: [XMLName] = []
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
