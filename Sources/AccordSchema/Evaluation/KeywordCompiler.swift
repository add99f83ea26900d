/// Compiles the schemas inside of the one whose keywords are compiled.
protocol SubschemaCompiler {
  /// The index of a schema inside, which stands at a location if it is written there.
  mutating func index(of schema: Schema, at location: String) throws(SchemaError) -> Program.Index

  /// Whether a schema inside is `false`.
  func isNever(_ schema: Schema) -> Bool

  /// Whether the values of a schema inside are lists that have no element of their own in XML.
  func isBareList(_ schema: Schema) -> Bool
}

/// Gives the keywords of one schema the form in which they are evaluated, wherever they were written.
///
/// What a keyword is compiled to is said here, and nowhere else. It is a class, because schemas are nested
/// and keywords are many: the frames of the recursion stay small.
final class KeywordCompiler {
  let content: Schema.Content
  let location: String
  /// How values are written in XML.
  let xml: [XMLKeyword]
  /// The names of the members that must be there, in the order in which they are missed.
  let required: [String]
  /// The member of a name that no schema of `properties` declares.
  let undeclared: (String) -> CompiledMember

  /// What is odd in the keywords, though they can be used.
  private(set) var notices: [SchemaNotice] = []
  private var keywords: [CompiledKeyword] = []

  init(
    _ content: Schema.Content,
    at location: String,
    xml: [XMLKeyword],
    required: [String],
    undeclared: @escaping (String) -> CompiledMember
  ) {
    self.content = content
    self.location = location
    self.xml = xml
    self.required = required
    self.undeclared = undeclared
  }

  /// Compiles all keywords; schemas inside are met in the order in which the keywords are listed.
  func compile(
    _ inner: inout some SubschemaCompiler
  ) throws(SchemaError) -> [CompiledKeyword] {
    if let boolean = content.boolean { keywords.append(.boolean(boolean)) }
    if let types = content.types {
      keywords.append(.type(types, integersAsWritten: content.reading.integersAsWritten))
    }
    try addValues()
    try addNumbers()
    try addStrings()
    try addArrays(&inner)
    try addObjects(&inner)
    try addBranches(&inner)
    try add(content.unevaluatedProperties, "unevaluatedProperties", &inner) {
      .unevaluatedProperties($0)
    }
    try add(content.unevaluatedItems, "unevaluatedItems", &inner) { .unevaluatedItems($0) }
    keywords += xml.map { .xml($0) }
    return keywords
  }

  // MARK: - Schemas inside

  private func add(
    _ schema: Schema?,
    _ name: String,
    _ inner: inout some SubschemaCompiler,
    _ keyword: (Program.Index) -> CompiledKeyword
  ) throws(SchemaError) {
    guard let schema else { return }
    keywords.append(keyword(try inner.index(of: schema, at: location + "/" + name)))
  }

  private func indices(
    of schemas: [Schema],
    _ name: String,
    _ inner: inout some SubschemaCompiler
  ) throws(SchemaError) -> [Program.Index] {
    var indices: [Program.Index] = []
    for (number, schema) in schemas.enumerated() {
      indices.append(try inner.index(of: schema, at: location + "/\(name)/\(number)"))
    }
    return indices
  }

  private func path(_ name: String, _ member: String) -> String {
    location + "/" + name + "/" + JSONPointer.escaped(member)
  }

  // MARK: - Values, numbers and strings

  private func addValues() throws(SchemaError) {
    if let constant = content.constant { keywords.append(.const(ConstKeyword(value: constant))) }
    guard let enumeration = content.enumeration else { return }
    guard content.reading.admitsEmptyChoice || !enumeration.isEmpty else {
      throw SchemaError(.emptyChoice, at: location + "/enum")
    }
    keywords.append(.enumeration(EnumKeyword(admitted: enumeration)))
  }

  private func addNumbers() throws(SchemaError) {
    if let multipleOf = content.multipleOf, multipleOf <= 0 {
      throw SchemaError(.multipleOfZero, at: location + "/multipleOf")
    }
    let limits: [(Evidence.Limit, JSONNumber?)] = [
      (.multipleOf, content.multipleOf), (.minimum, content.minimum),
      (.exclusiveMinimum, content.exclusiveMinimum), (.maximum, content.maximum),
      (.exclusiveMaximum, content.exclusiveMaximum),
    ]
    for case (let limit, let bound?) in limits {
      keywords.append(.limit(LimitKeyword(limit: limit, bound: bound)))
    }
    if let format = try format(), !format.types.isDisjoint(with: [.integer, .number]) {
      keywords.append(.numberFormat(FormatKeyword(format: format)))
    }
  }

  private func addStrings() throws(SchemaError) {
    if let bound = try bound(content.minLength, "minLength") {
      keywords.append(.minLength(MinLengthKeyword(bound: bound)))
    }
    if let bound = try bound(content.maxLength, "maxLength") {
      keywords.append(.maxLength(MaxLengthKeyword(bound: bound)))
    }
    if let source = content.pattern {
      let pattern = try pattern(source, at: location + "/pattern")
      keywords.append(.pattern(PatternKeyword(source: source, pattern: pattern)))
    }
    if let format = try format(), format.types.contains(.string) {
      keywords.append(.stringFormat(FormatKeyword(format: format)))
    }
    guard content.reading.assertsContent else { return }
    let encoding = content.contentEncoding
    if let encoding {
      keywords.append(.contentEncoding(ContentEncodingKeyword(name: encoding)))
    }
    if let type = content.contentMediaType {
      keywords.append(
        .contentMediaType(ContentMediaTypeKeyword(mediaType: type, encoding: encoding))
      )
    }
  }

  private func format() throws(SchemaError) -> StringFormat? {
    guard let name = content.format else { return nil }
    guard let format = content.stringFormat else {
      throw SchemaError(.unknownFormat(name), at: location + "/format")
    }
    if content.ownFormat != nil, let flaw = format.flaw {
      throw SchemaError(.unusableFormat(flaw), at: location + "/format")
    }
    return format
  }

  private func pattern(
    _ source: String,
    at location: String
  ) throws(SchemaError) -> Pattern {
    do throws(PatternSyntaxError) {
      let pattern = try Pattern(source, syntax: content.reading.patterns)
      if let lenience = pattern.lenience {
        notices.append(SchemaNotice(.pattern(source, why: lenience), at: location))
      }
      return pattern
    } catch {
      throw SchemaError(.pattern(source, why: error.message), at: location)
    }
  }

  private func bound(_ bound: Int?, _ name: String) throws(SchemaError) -> Int? {
    if let bound, bound < 0 { throw SchemaError(.negative(bound), at: location + "/" + name) }
    return bound
  }

  private func add(
    _ bound: Int?,
    _ name: String,
    _ keyword: (Int) -> CompiledKeyword
  ) throws(SchemaError) {
    guard let bound = try self.bound(bound, name) else { return }
    keywords.append(keyword(bound))
  }

  // MARK: - Arrays

  private func addArrays(_ inner: inout some SubschemaCompiler) throws(SchemaError) {
    if !content.prefixItems.isEmpty {
      keywords.append(.prefixItems(try indices(of: content.prefixItems, "prefixItems", &inner)))
    }
    try add(content.items, "items", &inner) { .items($0) }
    let evaluates = content.reading.containsEvaluates
    try add(content.contains, "contains", &inner) { .contains($0, evaluates: evaluates) }
    let (least, most) = (
      try bound(content.minContains, "minContains"), try bound(content.maxContains, "maxContains")
    )
    // Without `contains` there is nothing that they count (validation, section 6.4.4).
    if content.contains != nil {
      if let least { keywords.append(.minContains(least)) }
      if let most { keywords.append(.maxContains(most)) }
    }
    try add(content.minItems, "minItems") { .minItems($0) }
    try add(content.maxItems, "maxItems") { .maxItems($0) }
    if content.uniqueItems { keywords.append(.uniqueItems) }
  }

  // MARK: - Objects

  private func addObjects(_ inner: inout some SubschemaCompiler) throws(SchemaError) {
    let place = keywords.count
    var table = try members(&inner)
    if !required.isEmpty {
      keywords.append(.required(required.map { declare($0, in: &table) }))
    }
    try addOtherMembers(&inner)
    try add(content.minProperties, "minProperties") { .minProperties($0) }
    try add(content.maxProperties, "maxProperties") { .maxProperties($0) }
    if !content.dependentRequired.isEmpty {
      for dependency in content.dependentRequired {
        for name in [dependency.name] + dependency.needs { _ = declare(name, in: &table) }
      }
      keywords.append(.dependentRequired(content.dependentRequired))
    }
    if !content.dependentSchemas.isEmpty {
      var entries: [(name: String, schema: Program.Index)] = []
      for entry in content.dependentSchemas {
        let path = path("dependentSchemas", entry.name)
        entries.append((entry.name, try inner.index(of: entry.schema, at: path)))
        _ = declare(entry.name, in: &table)
      }
      keywords.append(.dependentSchemas(entries))
    }
    // The keywords that look for members come after the table of their names.
    if !table.list.isEmpty { keywords.insert(.properties(table), at: place) }
  }

  private func members(_ inner: inout some SubschemaCompiler) throws(SchemaError) -> MemberTable {
    var table = MemberTable()
    let ranks = content.xmlRanks
    for (number, member) in content.members.enumerated() {
      let path = path("properties", member.name)
      guard table.place(of: member.name) == nil else {
        throw SchemaError(.repeatedMember(member.name), at: path)
      }
      table.append(
        CompiledMember(
          name: member.name,
          schema: try inner.index(of: member.schema, at: path),
          element: XMLName(namespace: content.xmlNamespace(of: member), local: member.xmlName),
          isAttribute: member.xml.attribute,
          isAbsentFromXML: member.xml.absent,
          rank: ranks[number],
          isBareList: inner.isBareList(member.schema)
        )
      )
    }
    return table
  }

  /// Applies to members that `properties` does not declare, and to names.
  private func addOtherMembers(
    _ inner: inout some SubschemaCompiler
  ) throws(SchemaError) {
    var patterns: [(pattern: Pattern, schema: Program.Index)] = []
    for entry in content.patternProperties {
      let path = path("patternProperties", entry.name)
      let pattern = try pattern(entry.name, at: path)
      patterns.append((pattern, try inner.index(of: entry.schema, at: path)))
    }
    if !patterns.isEmpty { keywords.append(.patternProperties(patterns)) }
    let isForbidden = content.additionalProperties.map(inner.isNever) == true
    try add(content.additionalProperties, "additionalProperties", &inner) {
      .additionalProperties($0, isForbidden: isForbidden)
    }
    try add(content.propertyNames, "propertyNames", &inner) { .propertyNames($0) }
  }

  /// Gives a name a place in the table, if it has none.
  private func declare(_ name: String, in table: inout MemberTable) -> Int {
    if let place = table.place(of: name) { return place }
    table.append(undeclared(name))
    return table.list.count - 1
  }

  // MARK: - The value itself

  private func addBranches(_ inner: inout some SubschemaCompiler) throws(SchemaError) {
    if !content.allOf.isEmpty {
      // Members of a type without a namespace of its own are in that of the type around it.
      let branches = content.allOf.map { $0.inheriting(namespace: content.xml.namespace) }
      keywords.append(.branch(.allOf(try indices(of: branches, "allOf", &inner))))
    }
    if !content.anyOf.isEmpty {
      keywords.append(.branch(.anyOf(try indices(of: content.anyOf, "anyOf", &inner))))
    }
    if !content.oneOf.isEmpty {
      keywords.append(.branch(.oneOf(try indices(of: content.oneOf, "oneOf", &inner))))
    }
    try add(content.not, "not", &inner) { .branch(.not($0)) }
    guard let condition = content.condition else { return }
    let index = try inner.index(of: condition, at: location + "/if")
    var sides: [Program.Index?] = []
    for (name, side) in [("then", content.consequence), ("else", content.alternative)] {
      sides.append(
        try side.map { schema throws(SchemaError) in
          try inner.index(of: schema, at: location + "/" + name)
        }
      )
    }
    keywords.append(
      .branch(.conditional(condition: index, consequence: sides[0], alternative: sides[1]))
    )
  }
}
