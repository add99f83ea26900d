/// Turns a schema document into schemas of a program.
///
/// Each schema is compiled once, when something first leads to it; references make a graph of them.
struct DocumentCompiler {
  var index: ResourceIndex
  /// What is odd in the document.
  var notices: [SchemaNotice] = []
  /// The compiled schemas; the first is the root of the document.
  private(set) var schemas: [CompiledSchema?] = []
  /// Where dynamic references lead, by table and resource; see ``DynamicReference``.
  private(set) var tables: [[Program.Index?]] = []
  private var tableNames: [TableName] = []
  /// How many schemas and tables the program has already.
  private let offset: Program.Index
  private let tableOffset: Int
  /// The graph whose schemas are compiled; nil for those who only read.
  private let graph: SchemaGraph?
  private(set) var indices: [SchemaPlace: Program.Index] = [:]
  private var pending: [SchemaPlace] = []
  private var bases: [Int: SchemaBase] = [:]

  /// What a dynamic reference looks for in the resources through which evaluation came.
  private enum TableName: Equatable {
    /// A `$dynamicAnchor` of 2020-12.
    case anchor(String)
    /// The `$recursiveAnchor` of 2019-09.
    case recursive
  }

  /// Compiles a schema of a document and all to which it refers.
  init(
    _ loaded: LoadedSchema,
    at location: String,
    offset: Program.Index,
    tableOffset: Int
  ) throws(SchemaError) {
    self.offset = offset
    self.tableOffset = tableOffset
    graph = loaded.graph
    if let place = loaded.place {
      index = try loaded.graph.index()
      index.location = location
      _ = try schema(at: place)
    } else {
      index = try ResourceIndex(loaded.graph.document, at: location)
      _ = try schema(at: try start())
    }
    try compileAll()
  }

  /// Compiles schemas of a graph, which are known to it, and all to which they refer.
  init(_ places: [SchemaPlace], of graph: SchemaGraph) throws(SchemaError) {
    offset = 0
    tableOffset = 0
    self.graph = graph
    index = try graph.index()
    index.location = ""
    for place in places where index.schemas[place] != nil { _ = try schema(at: place) }
    try compileAll()
  }

  private mutating func compileAll() throws(SchemaError) {
    var filled = 0
    repeat {
      try compilePending()
      filled = schemas.count
      try fillTables()
    } while schemas.count > filled
  }

  /// Compiles nothing, for those who read the schemas otherwise.
  init(reading index: ResourceIndex) {
    self.index = index
    graph = nil
    offset = 0
    tableOffset = 0
  }

  /// The place of the schema that is meant by the document.
  mutating func start() throws(SchemaError) -> SchemaPlace {
    let fragment = index.document.fragment
    guard !fragment.isEmpty else { return index.root }
    return try index.follow("#" + fragment, from: 0, at: index.location).place
  }

  /// The index of a schema that was compiled; nil for one that nothing led to.
  func index(of place: SchemaPlace) -> Program.Index? { indices[place] }

  private mutating func compilePending() throws(SchemaError) {
    while let place = pending.popLast() {
      guard let number = indices[place], let placed = index.schemas[place] else { continue }
      schemas[number - offset] = try compile(placed, at: place)
    }
  }

  /// Looks up the anchors of every dynamic reference in every resource, which may lead to schemas
  /// that are not compiled yet.
  private mutating func fillTables() throws(SchemaError) {
    for (table, name) in tableNames.enumerated() {
      var targets: [Program.Index?] = []
      for resource in index.resources {
        let place: SchemaPlace? =
          switch name {
          case .anchor(let anchor): resource.dynamicAnchors[anchor]
          case .recursive: resource.isRecursiveAnchor ? resource.root : nil
          }
        targets.append(try place.map { place throws(SchemaError) in try schema(at: place) })
      }
      tables[table] = targets
    }
  }

  /// The index of the schema at a place, which will be compiled if it is not yet.
  private mutating func schema(at place: SchemaPlace) throws(SchemaError) -> Program.Index {
    if let known = indices[place] { return known }
    let number = offset + schemas.count
    guard number < SchemaCompiler.sizeLimit else {
      let location = index.location(of: place)
      throw SchemaError(.tooLarge(limit: SchemaCompiler.sizeLimit), at: location)
    }
    schemas.append(nil)
    indices[place] = number
    pending.append(place)
    return number
  }

  /// A schema directly inside another one, as a place that is known from now on.
  mutating func schema(
    _ value: JSON,
    at place: SchemaPlace,
    wrapped: Bool?
  ) throws(SchemaError) -> Schema {
    guard value.isSchema else {
      let reason = SchemaError.Reason.kind(expected: "an object or a boolean", Found(value))
      throw SchemaError(reason, at: index.location(of: place))
    }
    try index.know(value, at: place)
    guard let graph else { return .any }
    return Schema(.loaded(LoadedSchema(graph: graph, place: place, wrapped: wrapped)))
  }

  /// The reference of a schema that says nothing else, so that the other one is applied in its place.
  ///
  /// The root of a resource is never passed over, because dynamic references look for it.
  func loneReference(_ placed: PlacedSchema, at place: SchemaPlace) -> String? {
    let resource = index.resources[placed.resource]
    guard let reference = placed.value["$ref"]?.string, resource.root != place else { return nil }
    if resource.dialect.draft.ignoresSiblingsOfReference { return reference }
    let isAlone = placed.value.members?.allSatisfy { member in
      guard let keyword = Keyword(rawValue: member.key) else { return false }
      return keyword.isNote || keyword == .ref || keyword == .anchor
    }
    return isAlone == true ? reference : nil
  }

  /// What the URIs of the schemas of a resource begin with.
  mutating func base(of resource: Int) -> SchemaBase {
    if let known = bases[resource] { return known }
    let root = index.resources[index.resources[resource].whole ?? resource].root
    let base = SchemaBase(uri: index.resources[resource].uri, location: index.location(of: root))
    bases[resource] = base
    return base
  }

  // MARK: - References

  /// `$ref` (core, section 8.2.3.1).
  mutating func reference(
    _ reference: String,
    from resource: Int,
    at location: String
  ) throws(SchemaError) -> BranchKeyword {
    let target = try index.follow(reference, from: resource, at: location + "/$ref")
    return .reference(try schema(at: target.place), keyword: "$ref")
  }

  /// `$dynamicRef` (core, section 8.2.3.2): it is dynamic only where it leads to a dynamic anchor.
  mutating func dynamicReference(
    _ reference: String,
    from resource: Int,
    at location: String
  ) throws(SchemaError) -> BranchKeyword {
    let target = try index.follow(reference, from: resource, at: location + "/$dynamicRef")
    let fallback = try schema(at: target.place)
    guard let anchor = target.anchor,
      index.resources[target.resource].dynamicAnchors[anchor] == target.place
    else { return .reference(fallback, keyword: "$dynamicRef") }
    return .dynamicReference(
      table: table(.anchor(anchor)),
      fallback: fallback,
      keyword: "$dynamicRef"
    )
  }

  /// `$recursiveRef` (2019-09 core, section 8.2.4.2.1).
  mutating func recursiveReference(
    _ reference: String,
    from resource: Int,
    at location: String
  ) throws(SchemaError) -> BranchKeyword {
    let target = try index.follow(reference, from: resource, at: location + "/$recursiveRef")
    let fallback = try schema(at: target.place)
    guard index.resources[target.resource].isRecursiveAnchor else {
      return .reference(fallback, keyword: "$recursiveRef")
    }
    return .dynamicReference(
      table: table(.recursive),
      fallback: fallback,
      keyword: "$recursiveRef"
    )
  }

  private mutating func table(_ name: TableName) -> Int {
    if let known = tableNames.firstIndex(of: name) { return tableOffset + known }
    tableNames.append(name)
    tables.append([])
    return tableOffset + tables.count - 1
  }
}

extension DocumentCompiler: SubschemaCompiler {
  mutating func index(
    of schema: Schema,
    at location: String
  ) throws(SchemaError) -> Program.Index {
    guard case .loaded(let loaded) = schema.node, let place = loaded.place else {
      // What no document says: nothing conforms to a choice among none.
      schemas.append(CompiledSchema(location: location, [.boolean(!schema.isNever)]))
      return offset + schemas.count - 1
    }
    return try self.schema(at: place)
  }

  func isNever(_ schema: Schema) -> Bool {
    guard case .loaded(let loaded) = schema.node, let place = loaded.place else {
      return schema.isNever
    }
    return index.schemas[place]?.value == false
  }

  func isBareList(_ schema: Schema) -> Bool {
    guard case .loaded(let loaded) = schema.node else { return schema.isBareList }
    return loaded.wrapped == false
  }
}
