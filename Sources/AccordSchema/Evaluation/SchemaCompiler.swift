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
    return try Program(
      compiler.schemas.compactMap(\.self),
      tables: compiler.tables,
      limits: limits,
      notices: compiler.notices
    ).checked()
  }

  /// Compiles schemas of one graph and all to which they refer as one program, which begins with the first
  /// of them, and says where each one stands in it.
  static func compile(
    _ places: [SchemaPlace],
    of graph: SchemaGraph
  ) throws(SchemaError) -> (program: Program, indices: [SchemaPlace: Program.Index]) {
    let compiler = try DocumentCompiler(places, of: graph)
    let program = try Program(
      compiler.schemas.compactMap(\.self),
      tables: compiler.tables,
      notices: compiler.notices
    ).checked()
    return (program, compiler.indices)
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
    depth += 1
    defer { depth -= 1 }
    schemas.append(nil)
    let compiler = try Self.compiler(of: schema, at: location)
    let keywords = try compiler.compile(&self)
    notices += compiler.notices
    schemas[index] = CompiledSchema(
      location: location,
      keywords,
      source: compiler.content.annotations
    )
    return index
  }

  /// What compiles the keywords of a schema that is written in Swift.
  @inline(never)
  private static func compiler(
    of schema: Schema,
    at location: String
  ) throws(SchemaError) -> KeywordCompiler {
    let content = schema.content
    if let failure = content.reading.failure { throw failure }
    let namespace = content.xml.namespace
    return KeywordCompiler(
      content,
      at: location,
      xml: schema.xmlKeywords,
      required: content.members.filter(\.isRequired).map(\.name) + content.requiredNames
    ) { name in
      let element = XMLName(namespace: namespace, local: name)
      return CompiledMember(name: name, schema: nil, element: element, rank: .max)
    }
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
}

extension Program {
  /// The program, unless a schema of it applies itself to the value to which it is applied.
  fileprivate func checked() throws(SchemaError) -> Self {
    if let endless = endlessSchema { throw SchemaError(.endlessReference, at: endless.location) }
    return self
  }
}

extension SchemaCompiler: SubschemaCompiler {
  mutating func index(
    of schema: Schema,
    at location: String
  ) throws(SchemaError) -> Program.Index {
    try compile(schema, at: location)
  }

  func isNever(_ schema: Schema) -> Bool { schema.isNever }

  func isBareList(_ schema: Schema) -> Bool { schema.isBareList }
}

extension Schema {
  /// How values of a schema that is written in Swift are written in XML.
  fileprivate var xmlKeywords: [XMLKeyword] {
    let content = self.content
    var keywords: [XMLKeyword] = []
    if let name = xmlElementName { keywords.append(.name(name)) }
    if let name = xmlItemName { keywords.append(.itemName(name)) }
    if content.xml.order != .any { keywords.append(.ordered) }
    if content.xml.entries { keywords.append(.entries) }
    let titles = content.title.map { [XMLName(namespace: content.xml.namespace, local: $0)] }
    if let names = content.xml.typeNames ?? titles, !names.isEmpty {
      keywords.append(.typeNames(names))
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
