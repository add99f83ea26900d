/// Reads schemas of a document in the keywords of a schema that is written in Swift, one at a time.
///
/// A schema that says nothing but where another one is, is that other one. Other references stand among
/// the schemas of `allOf`, as do dynamic ones: what they lead to first is what can be seen of them.
struct GraphReader: Sendable {
  /// Knows the resources, and which lists have an element of their own.
  var compiler: DocumentCompiler

  /// How many references are followed one after the other.
  private static let chainLimit = 64

  /// Prepares a document; the failure is that of a document that cannot be read as schemas.
  static func reading(_ document: SchemaDocument) -> Result<Self, SchemaError> {
    do throws(SchemaError) {
      let index = try ResourceIndex(document, at: "")
      return .success(Self(compiler: DocumentCompiler(reading: index)))
    } catch {
      return .failure(error)
    }
  }

  var index: ResourceIndex { compiler.index }

  /// The keywords of the schema at a place; without one, of the schema that is meant.
  mutating func content(at place: SchemaPlace?, of graph: SchemaGraph) -> Schema.Content {
    do throws(SchemaError) {
      guard let place else {
        return try content(at: try compiler.start(), of: graph, following: 0)
      }
      return try content(at: place, of: graph, following: 0)
    } catch {
      return .failing(error)
    }
  }

  private mutating func content(
    at place: SchemaPlace,
    of graph: SchemaGraph,
    following count: Int
  ) throws(SchemaError) -> Schema.Content {
    guard let placed = index.schemas[place] else {
      return .failing(SchemaError(.endlessReference, at: index.location(of: place)))
    }
    var content = Schema.Content()
    if let boolean = placed.value.boolean {
      if !boolean { content.boolean = false }
      return content
    }
    let node = Node(placed: placed, place: place, graph: graph, index)
    if let reference = node.loneReference {
      guard count < Self.chainLimit else {
        return .failing(SchemaError(.endlessReference, at: node.object.location))
      }
      let target = try follow(reference, "$ref", from: node)
      var content = try self.content(at: target, of: graph, following: count + 1)
      if !node.draft.ignoresSiblingsOfReference { content.annotate(with: node) }
      return content
    }
    let lists = compiler.lists(in: node.object, at: place)
    content = try node.object.content(of: index.document, lists: lists) { value, rest, wrapped in
      schema(value, at: place.inside(rest), of: graph, wrapped: wrapped)
    }
    try readReferences(of: node, into: &content)
    content.annotate(with: node)
    content.xml = node.object.xmlFacet(followsOpenAPI: index.followsOpenAPI(at: place))
    return content
  }

  // MARK: - Schemas inside

  /// The schema of a value at a place, or the one to which it refers and nothing else.
  mutating func schema(
    _ value: JSON,
    at place: SchemaPlace,
    of graph: SchemaGraph,
    wrapped: Bool? = nil
  ) -> Schema {
    do throws(SchemaError) {
      guard value.isSchema else {
        let reason = SchemaError.Reason.kind(expected: "an object or a boolean", Found(value))
        throw SchemaError(reason, at: index.location(of: place))
      }
      try compiler.index.know(value, at: place)
      var place = place
      for _ in 0..<Self.chainLimit {
        guard let placed = index.schemas[place] else { break }
        if let boolean = placed.value.boolean { return boolean ? .any : .never }
        let node = Node(placed: placed, place: place, graph: graph, index)
        guard let reference = node.bareReference else { break }
        place = try follow(reference, "$ref", from: node)
      }
      let target = try target(of: place, in: graph)
      return Schema(
        .loaded(LoadedSchema(graph: graph, place: place, target: target, wrapped: wrapped))
      )
    } catch {
      return Schema(.failing(error))
    }
  }

  /// The place to which the schema that is meant leads.
  mutating func start(of graph: SchemaGraph) throws(SchemaError) -> SchemaPlace {
    try target(of: try compiler.start(), in: graph)
  }

  /// The place to which a schema leads that says nothing else that counts.
  private mutating func target(
    of place: SchemaPlace,
    in graph: SchemaGraph
  ) throws(SchemaError) -> SchemaPlace {
    var place = place
    for _ in 0..<Self.chainLimit {
      guard let placed = index.schemas[place] else { break }
      let node = Node(placed: placed, place: place, graph: graph, index)
      guard let reference = node.loneReference else { break }
      place = try follow(reference, "$ref", from: node)
    }
    return place
  }

  /// The place to which a reference leads.
  mutating func follow(
    _ reference: String,
    _ keyword: String,
    from node: Node
  ) throws(SchemaError) -> SchemaPlace {
    let location = node.object.location + "/" + keyword
    return try compiler.index.follow(reference, from: node.placed.resource, at: location).place
  }

  // MARK: - References

  private mutating func readReferences(
    of node: Node,
    into content: inout Schema.Content
  ) throws(SchemaError) {
    for keyword in [Keyword.ref, .dynamicRef, .recursiveRef] {
      guard let reference = try node.object.string(keyword) else { continue }
      let place = try follow(reference, keyword.rawValue, from: node)
      guard let placed = index.schemas[place] else { continue }
      content.allOf.append(schema(placed.value, at: place, of: node.graph))
    }
  }
}

extension GraphReader {
  /// A schema while it is read.
  struct Node {
    let placed: PlacedSchema
    let place: SchemaPlace
    let graph: SchemaGraph
    let object: SchemaObject

    var draft: SchemaDraft { object.dialect.draft }

    init(placed: PlacedSchema, place: SchemaPlace, graph: SchemaGraph, _ index: ResourceIndex) {
      self.placed = placed
      self.place = place
      self.graph = graph
      object = SchemaObject(
        value: placed.value,
        location: index.location(of: place),
        dialect: index.resources[placed.resource].dialect
      )
    }

    /// The reference beside which stands nothing at all, or nothing that counts.
    var bareReference: String? {
      guard let reference = placed.value["$ref"]?.string else { return nil }
      let isAlone = draft.ignoresSiblingsOfReference || placed.value.members?.count == 1
      return isAlone ? reference : nil
    }

    /// The reference beside which stand annotations only.
    var loneReference: String? {
      guard let reference = placed.value["$ref"]?.string else { return nil }
      let isAlone = placed.value.members?.allSatisfy { member in
        guard let keyword = Keyword(rawValue: member.key) else { return member.key == "summary" }
        let others: [Keyword] = [.ref, .anchor, .id, .schema, .defs, .definitions]
        return keyword.isNote || others.contains(keyword)
      }
      return draft.ignoresSiblingsOfReference || isAlone == true ? reference : nil
    }
  }
}
