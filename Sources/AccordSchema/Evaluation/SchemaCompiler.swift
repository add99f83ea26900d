/// Turns a schema into a program, and refuses one that cannot mean anything.
struct SchemaCompiler {
  /// How many schemas one may hold.
  static let sizeLimit = 100_000

  /// How deep schemas may be nested.
  static let depthLimit = 512

  private var schemas: [CompiledSchema?] = []
  private var tables: [[Program.Index?]] = []
  private var notices: [SchemaNotice] = []
  private var depth = 0
  /// The indices of the schemas that may be met again inside themselves.
  private var recursive: [Schema.Identity: Program.Index] = [:]
  /// The documents from which schemas were compiled that are not the whole.
  private var compilers: [ObjectIdentifier: DocumentCompiler] = [:]

  static func compile(
    _ schema: Schema,
    limits: ValidationLimits = .default
  ) throws(SchemaError) -> Program {
    var compiler = Self()
    _ = try compiler.compile(schema, at: "")
    let program = Program(
      compiler.schemas.compactMap(\.self),
      tables: compiler.tables,
      limits: limits,
      notices: compiler.notices
    )
    if let endless = program.endlessSchema {
      throw SchemaError(.endlessReference, at: endless.location)
    }
    return program
  }

  /// Compiles a schema and those inside it; a schema comes before those inside it.
  private mutating func compile(
    _ schema: Schema,
    at location: String
  ) throws(SchemaError) -> Program.Index {
    let index = schemas.count
    guard index < Self.sizeLimit else {
      throw SchemaError(.tooLarge(limit: Self.sizeLimit), at: location)
    }
    guard depth < Self.depthLimit else {
      throw SchemaError(.tooDeep(limit: Self.depthLimit), at: location)
    }
    switch schema.node {
    case .written: break
    case .loaded(let loaded): return try compile(loaded, at: location)
    case .recursive:
      if let known = recursive[schema.identity] { return known }
      recursive[schema.identity] = index
    }
    let content = schema.content
    if let failure = content.reading.failure { throw failure }
    depth += 1
    defer { depth -= 1 }
    schemas.append(nil)
    schemas[index] = CompiledSchema(
      location: location,
      boolean: content.boolean,
      types: content.types ?? .all,
      readsIntegersAsWritten: content.reading.integersAsWritten,
      values: try Self.valueKeywords(
        content,
        at: location,
        admitsEmptyChoice: content.reading.admitsEmptyChoice
      ),
      numbers: try Self.numberKeywords(content, at: location),
      strings: try Self.stringKeywords(content, at: location, content.reading.patterns),
      array: try arrayKeywords(content, at: location),
      object: try objectKeywords(schema, at: location),
      branches: try branchKeywords(content, at: location),
      xml: XMLKeywords(
        name: schema.xmlElementName,
        itemName: schema.xmlItemName,
        order: content.xml.order,
        wrapped: content.xml.wrapped,
        entries: content.xml.entries,
        typeNames: content.xml.typeNames
          ?? content.title.map { [XMLName(namespace: content.xml.namespace, local: $0)] } ?? []
      ),
      unevaluatedProperties: try compile(
        optional: content.unevaluatedProperties,
        at: location + "/unevaluatedProperties"
      ),
      unevaluatedItems: try compile(
        optional: content.unevaluatedItems,
        at: location + "/unevaluatedItems"
      ),
      source: content.annotations
    )
    return index
  }

  /// Compiles a schema of a document and all to which it refers; it comes first.
  private mutating func compile(
    _ loaded: LoadedSchema,
    at location: String
  ) throws(SchemaError) -> Program.Index {
    let graph = ObjectIdentifier(loaded.graph)
    if let place = loaded.place, let known = compilers[graph]?.index(of: place) { return known }
    let index = schemas.count
    let compiler = try DocumentCompiler(
      loaded,
      at: location,
      offset: index,
      tableOffset: tables.count
    )
    schemas += compiler.schemas
    tables += compiler.tables
    notices += compiler.notices
    if loaded.place != nil { compilers[graph] = compiler }
    return index
  }

  private mutating func compile(
    all schemas: [Schema],
    at location: String
  ) throws(SchemaError) -> [Program.Index] {
    var indices: [Program.Index] = []
    for (number, schema) in schemas.enumerated() {
      indices.append(try compile(schema, at: location + "/\(number)"))
    }
    return indices
  }

  private mutating func compile(
    optional schema: Schema?,
    at location: String
  ) throws(SchemaError) -> Program.Index? {
    guard let schema else { return nil }
    return try compile(schema, at: location)
  }
}

// MARK: - Values, numbers and strings

extension SchemaCompiler {
  static func valueKeywords(
    _ content: Schema.Content,
    at location: String,
    admitsEmptyChoice: Bool = false
  ) throws(SchemaError) -> [any ValueKeyword] {
    var keywords: [any ValueKeyword] = []
    if let constant = content.constant {
      keywords.append(ConstKeyword(value: constant))
    }
    if let enumeration = content.enumeration {
      guard admitsEmptyChoice || !enumeration.isEmpty else {
        throw SchemaError(.emptyChoice, at: location + "/enum")
      }
      keywords.append(EnumKeyword(admitted: enumeration))
    }
    return keywords
  }

  static func numberKeywords(
    _ content: Schema.Content,
    at location: String
  ) throws(SchemaError) -> [any NumberKeyword] {
    if let multipleOf = content.multipleOf, multipleOf <= 0 {
      throw SchemaError(.multipleOfZero, at: location + "/multipleOf")
    }
    let limits: [(Evidence.Limit, JSONNumber?)] = [
      (.multipleOf, content.multipleOf), (.minimum, content.minimum),
      (.exclusiveMinimum, content.exclusiveMinimum), (.maximum, content.maximum),
      (.exclusiveMaximum, content.exclusiveMaximum),
    ]
    var keywords: [any NumberKeyword] = []
    for case (let limit, let bound?) in limits {
      keywords.append(LimitKeyword(limit: limit, bound: bound))
    }
    if let format = try format(content, at: location),
      !format.types.isDisjoint(with: [.integer, .number])
    {
      keywords.append(FormatKeyword(format: format))
    }
    return keywords
  }

  static func stringKeywords(
    _ content: Schema.Content,
    at location: String,
    _ patterns: Pattern.Syntax = .unicode
  ) throws(SchemaError) -> [any StringKeyword] {
    var keywords: [any StringKeyword] = []
    if let bound = try bound(content.minLength, at: location + "/minLength") {
      keywords.append(MinLengthKeyword(bound: bound))
    }
    if let bound = try bound(content.maxLength, at: location + "/maxLength") {
      keywords.append(MaxLengthKeyword(bound: bound))
    }
    if let source = content.pattern {
      let pattern = try pattern(source, patterns, at: location + "/pattern")
      keywords.append(PatternKeyword(source: source, pattern: pattern))
    }
    if let format = try format(content, at: location), format.types.contains(.string) {
      keywords.append(FormatKeyword(format: format))
    }
    return keywords
  }

  private static func format(
    _ content: Schema.Content,
    at location: String
  ) throws(SchemaError) -> StringFormat? {
    guard let name = content.format else { return nil }
    guard let format = StringFormat.named(name) else {
      throw SchemaError(.unknownFormat(name), at: location + "/format")
    }
    return format
  }

  static func pattern(
    _ source: String,
    _ syntax: Pattern.Syntax = .unicode,
    at location: String
  ) throws(SchemaError) -> Pattern {
    do throws(PatternSyntaxError) {
      return try Pattern(source, syntax: syntax)
    } catch {
      throw SchemaError(.pattern(source, why: error.message), at: location)
    }
  }

  static func bound(
    _ bound: Int?,
    at location: String
  ) throws(SchemaError) -> Int? {
    if let bound, bound < 0 {
      throw SchemaError(.negative(bound), at: location)
    }
    return bound
  }
}

// MARK: - Containers

extension SchemaCompiler {
  private mutating func arrayKeywords(
    _ content: Schema.Content,
    at location: String
  ) throws(SchemaError) -> ArrayKeywords? {
    try Self.arrayKeywords(
      content,
      prefixItems: try compile(all: content.prefixItems, at: location + "/prefixItems"),
      items: try compile(optional: content.items, at: location + "/items"),
      contains: try compile(optional: content.contains, at: location + "/contains"),
      containsEvaluates: content.reading.containsEvaluates,
      at: location
    )
  }

  static func arrayKeywords(
    _ content: Schema.Content,
    prefixItems: [Program.Index],
    items: Program.Index?,
    contains: Program.Index?,
    containsEvaluates: Bool = true,
    at location: String
  ) throws(SchemaError) -> ArrayKeywords? {
    let keywords = ArrayKeywords(
      prefixItems: prefixItems,
      items: items,
      contains: contains,
      containsEvaluates: containsEvaluates,
      minContains: try Self.bound(content.minContains, at: location + "/minContains"),
      maxContains: try Self.bound(content.maxContains, at: location + "/maxContains"),
      minItems: try Self.bound(content.minItems, at: location + "/minItems"),
      maxItems: try Self.bound(content.maxItems, at: location + "/maxItems"),
      uniqueItems: content.uniqueItems
    )
    return keywords.isEmpty ? nil : keywords
  }

  private mutating func objectKeywords(
    _ schema: Schema,
    at location: String
  ) throws(SchemaError) -> ObjectKeywords? {
    let content = schema.content
    var keywords = ObjectKeywords.Draft()
    let ranks = schema.xmlRanks
    for (number, member) in content.members.enumerated() {
      let path = location + "/properties/" + JSONPointer.escaped(member.name)
      guard keywords.members.place(of: member.name) == nil else {
        throw SchemaError(.repeatedMember(member.name), at: path)
      }
      if member.isRequired { keywords.required.append(number) }
      keywords.members.append(
        CompiledMember(
          name: member.name,
          schema: try compile(member.schema, at: path),
          isRequired: member.isRequired,
          element: XMLName(
            namespace: schema.xmlNamespace(of: member),
            local: member.xmlName
          ),
          isAttribute: member.xml.attribute,
          isAbsentFromXML: member.xml.absent,
          rank: ranks[number],
          isBareList: member.schema.isBareList
        )
      )
    }
    for name in content.requiredNames {
      let place = keywords.declare(name, in: schema)
      if !keywords.required.contains(place) { keywords.required.append(place) }
    }
    for entry in content.patternProperties {
      let path = location + "/patternProperties/" + JSONPointer.escaped(entry.name)
      let pattern = try Self.pattern(entry.name, content.reading.patterns, at: path)
      keywords.patterns.append((pattern, try compile(entry.schema, at: path)))
    }
    keywords.additionalForbidden = content.additionalProperties?.isNever == true
    keywords.additional = try compile(
      optional: content.additionalProperties,
      at: location + "/additionalProperties"
    )
    keywords.names = try compile(optional: content.propertyNames, at: location + "/propertyNames")
    keywords.minProperties = try Self.bound(content.minProperties, at: location + "/minProperties")
    keywords.maxProperties = try Self.bound(content.maxProperties, at: location + "/maxProperties")
    keywords.dependentRequired = content.dependentRequired
    for dependency in content.dependentRequired {
      for name in [dependency.name] + dependency.needs { _ = keywords.declare(name, in: schema) }
    }
    for entry in content.dependentSchemas {
      let path = location + "/dependentSchemas/" + JSONPointer.escaped(entry.name)
      keywords.dependentSchemas.append((entry.name, try compile(entry.schema, at: path)))
      _ = keywords.declare(entry.name, in: schema)
    }
    for (place, member) in keywords.members.list.enumerated() where !member.isAttribute {
      keywords.elements[member.element] = place
    }
    return keywords.isEmpty ? nil : ObjectKeywords(keywords)
  }

  private mutating func branchKeywords(
    _ content: Schema.Content,
    at location: String
  ) throws(SchemaError) -> [BranchKeyword] {
    var keywords: [BranchKeyword] = []
    if !content.allOf.isEmpty {
      // Members of a type without a namespace of its own are in that of the type around it.
      let branches = content.allOf.map { $0.inheriting(namespace: content.xml.namespace) }
      keywords.append(.allOf(try compile(all: branches, at: location + "/allOf")))
    }
    if !content.anyOf.isEmpty {
      keywords.append(.anyOf(try compile(all: content.anyOf, at: location + "/anyOf")))
    }
    if !content.oneOf.isEmpty {
      keywords.append(.oneOf(try compile(all: content.oneOf, at: location + "/oneOf")))
    }
    if let not = try compile(optional: content.not, at: location + "/not") {
      keywords.append(.not(not))
    }
    if let condition = try compile(optional: content.condition, at: location + "/if") {
      keywords.append(
        .conditional(
          condition: condition,
          consequence: try compile(optional: content.consequence, at: location + "/then"),
          alternative: try compile(optional: content.alternative, at: location + "/else")
        )
      )
    }
    return keywords
  }
}

extension Schema.Content {
  /// The annotations of a schema that was not loaded from a document.
  fileprivate var annotations: JSON? {
    var members: [JSONMember] = []
    func add(_ keyword: String, _ value: JSON?) {
      if let value { members.append(JSONMember(keyword, value)) }
    }
    add("title", title.map { .string($0) })
    add("description", description.map { .string($0) })
    add("default", defaultValue)
    add("deprecated", isDeprecated ? true : nil)
    add("readOnly", isReadOnly ? true : nil)
    add("writeOnly", isWriteOnly ? true : nil)
    add("examples", examples.isEmpty ? nil : .array(examples))
    add("contentEncoding", contentEncoding.map { .string($0) })
    add("contentMediaType", contentMediaType.map { .string($0) })
    return members.isEmpty ? nil : .object(members)
  }
}

extension ArrayKeywords {
  fileprivate var isEmpty: Bool {
    !speaksOfItems && minItems == nil && maxItems == nil && !uniqueItems
  }
}

extension ObjectKeywords.Draft {
  var isEmpty: Bool {
    members.list.isEmpty && patterns.isEmpty && additional == nil && names == nil
      && minProperties == nil && maxProperties == nil
  }

  /// Gives a name a place in the table, if it has none; a new one has no schema.
  mutating func declare(_ name: String, in schema: Schema? = nil) -> Int {
    if let place = members.place(of: name) { return place }
    members.append(
      CompiledMember(
        name: name,
        schema: nil,
        element: XMLName(namespace: schema?.content.xml.namespace, local: name),
        rank: .max
      )
    )
    return members.list.count - 1
  }

  /// Adds a member of a document's `properties`.
  mutating func declare(_ name: String, _ schema: Program.Index) {
    let element = XMLName(namespace: nil, local: name)
    members.append(CompiledMember(name: name, schema: schema, element: element))
  }

  mutating func depend(_ name: String, on needs: [String], keyword: String) {
    for name in [name] + needs { _ = declare(name) }
    dependentRequired.append(Schema.Dependency(name: name, needs: needs, keyword: keyword))
  }
}
