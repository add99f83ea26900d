/// What the keywords of a schema say of elements that are objects, for a plan.
struct XMLObjectLayout {
  var members = MemberTable() { didSet { speaksOfObjects = true } }
  var required: [Int] = []
  var isClosed = false { didSet { speaksOfObjects = true } }
  var isOrdered = false
  private(set) var speaksOfObjects = false

  /// Adds what a keyword says; false where the plan has no place for it.
  ///
  /// There is no `default`, so that each keyword is asked about.
  mutating func add(_ keyword: CompiledKeyword) -> Bool {
    switch keyword {
    case .properties(let table): members = table
    case .required(let places): required = places
    case .additionalProperties(_, isForbidden: let isForbidden):
      guard isForbidden else { return false }
      isClosed = true
    case .xml(.ordered): isOrdered = true
    case .boolean, .const, .enumeration, .patternProperties, .propertyNames, .minProperties,
      .maxProperties, .dependentRequired, .dependentSchemas, .branch, .unevaluatedProperties,
      .xml(.entries):
      return false
    // They say nothing of objects, or what is known of the node already.
    case .type, .limit, .numberFormat, .minLength, .maxLength, .pattern, .stringFormat,
      .contentEncoding, .contentMediaType, .prefixItems,
      .items, .contains, .minContains, .maxContains, .minItems, .maxItems,
      .uniqueItems, .unevaluatedItems, .xml(.name), .xml(.itemName), .xml(.typeNames):
      break
    }
    return true
  }
}

/// What the keywords of a schema say of elements that are lists, for a plan.
struct XMLListLayout {
  var item: Program.Index?
  var least = 0
  var most = Int.max

  /// Adds what a keyword says; false where the plan has no place for it.
  ///
  /// There is no `default`, so that each keyword is asked about.
  mutating func add(_ keyword: CompiledKeyword) -> Bool {
    switch keyword {
    case .items(let index): item = index
    case .minItems(let bound): least = bound
    case .maxItems(let bound): most = bound
    case .boolean, .const, .enumeration, .prefixItems, .contains, .minContains, .maxContains,
      .uniqueItems, .branch, .unevaluatedItems:
      return false
    // They say nothing of lists, or what is known of the node already.
    case .type, .limit, .numberFormat, .minLength, .maxLength, .pattern, .stringFormat,
      .contentEncoding, .contentMediaType, .properties,
      .required, .patternProperties, .additionalProperties, .propertyNames,
      .minProperties, .maxProperties, .dependentRequired, .dependentSchemas,
      .unevaluatedProperties, .xml:
      break
    }
    return true
  }
}

/// What the keywords of a schema, and of those of its `allOf`, say of texts, for a plan.
struct XMLTextLayout {
  private(set) var types = Schema.Types.all
  private(set) var least = 0
  private(set) var most = Int.max
  private(set) var patterns: [PatternKeyword] = []
  private(set) var formats: [FormatKeyword] = []
  private(set) var choices: [[[UInt8]]] = []
  private(set) var limits: [(limit: Evidence.Limit, bound: XMLTextPlan.Decimal)] = []
  private let schemas: [CompiledSchema]
  private var pending: [CompiledSchema] = []
  /// How many schemas are looked at.
  private var rest = 64

  init(_ schemas: [CompiledSchema]) {
    self.schemas = schemas
  }

  /// Adds what a schema says; false where the plan has no place for it.
  mutating func addAll(of schema: CompiledSchema) -> Bool {
    pending = [schema]
    while let next = pending.popLast() {
      rest -= 1
      guard rest > 0, next.forward == nil else { return false }
      for keyword in next.keywords {
        guard add(keyword) else { return false }
      }
    }
    return true
  }

  /// Adds what a keyword says; there is no `default`, so that each keyword is asked about.
  private mutating func add(_ keyword: CompiledKeyword) -> Bool {
    switch keyword {
    case .type(let types, integersAsWritten: _): self.types.formIntersection(types)
    case .const(let keyword): return add(choice: keyword.admitted)
    case .enumeration(let keyword): return add(choice: keyword.admitted)
    case .limit(let keyword):
      guard keyword.limit != .multipleOf, let bound = XMLTextPlan.Decimal(keyword.bound) else {
        return false
      }
      limits.append((keyword.limit, bound))
    case .minLength(let keyword): least = max(least, keyword.bound)
    case .maxLength(let keyword): most = min(most, keyword.bound)
    case .pattern(let keyword):
      // A pattern that may take long is searched for within the bounds of the evaluation.
      guard !keyword.pattern.isCostly else { return false }
      patterns.append(keyword)
    case .stringFormat(let keyword): formats.append(keyword)
    case .branch(.allOf(let all)):
      let branches = all.map { schemas[$0] }
      // A branch may state a name, which only matters where the element's name is not known.
      guard branches.allSatisfy({ $0.xml.name == nil }) else { return false }
      pending += branches
    case .boolean, .numberFormat, .contentEncoding, .contentMediaType, .branch: return false
    // They say nothing of texts, or what is known of the node already.
    case .prefixItems, .items, .contains, .minContains, .maxContains, .minItems, .maxItems,
      .uniqueItems, .properties, .required, .patternProperties, .additionalProperties,
      .propertyNames, .minProperties, .maxProperties, .dependentRequired, .dependentSchemas,
      .unevaluatedProperties, .unevaluatedItems, .xml:
      break
    }
    return true
  }

  private mutating func add(choice values: [JSON]) -> Bool {
    var choice: [[UInt8]] = []
    for value in values {
      guard case .string(let text) = value else { return false }
      choice.append(Array(text.utf8))
    }
    choices.append(choice)
    return true
  }
}
