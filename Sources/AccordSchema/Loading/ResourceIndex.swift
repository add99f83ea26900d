/// The resources of a schema document and of those to which it refers, and every schema in them.
///
/// Documents are read when a reference first leads to them. Nothing here calls itself, so that a
/// document cannot decide how deep the calls go.
struct ResourceIndex {
  let document: SchemaDocument
  /// What locations of the document itself begin with.
  var location: String
  /// The places without a URI of their own where a dialect may be named.
  private(set) var roots: Set<SchemaPlace>
  private(set) var resources: [SchemaResource] = []
  private(set) var schemas: [SchemaPlace: PlacedSchema] = [:]
  private var resourcesByURI: [String: Int] = [:]
  /// The documents that were read; the first is the document itself.
  private var documents: [IndexedDocument] = []
  private var hasReadRegistry = false
  /// The members of large objects into which references led, by the bytes of their names.
  private var members: [SchemaPlace: [[UInt8]: JSON]] = [:]

  /// What a reference leads to.
  struct Target {
    var place: SchemaPlace
    var resource: Int
    /// The anchor that the reference names, if it names one.
    var anchor: String?
  }

  private struct IndexedDocument {
    /// The URI from which the document was taken.
    var uri: String
    /// Whether its lists are written in XML as OpenAPI says.
    var followsOpenAPI: Bool
    /// What the document is, where it is no schema.
    var kind: DocumentKind?
  }

  init(_ document: SchemaDocument, at location: String) throws(SchemaError) {
    self.document = document
    self.location = location
    roots = Set([document.selected].compactMap(\.self))
    _ = try read(
      document.root,
      from: document.uri,
      document.dialect,
      followsOpenAPI: document.followsOpenAPI
    )
  }

  /// The place of the document's own root.
  var root: SchemaPlace { SchemaPlace(document: 0, pointer: "") }

  /// The location of a place in messages: a pointer, behind a URI where the document is another.
  func location(of place: SchemaPlace) -> String {
    place.document == 0
      ? location + place.pointer : documents[place.document].uri + "#" + place.pointer
  }

  /// Whether the lists of the document in which a place is are written in XML as OpenAPI says.
  func followsOpenAPI(at place: SchemaPlace) -> Bool { documents[place.document].followsOpenAPI }

  /// The URI from which a document was taken.
  func uri(ofDocument number: Int) -> String { documents[number].uri }

  /// Follows a reference that stands in a resource.
  mutating func follow(
    _ reference: String,
    from resource: Int,
    at location: String
  ) throws(SchemaError) -> Target {
    var uri = URIReference(reference).resolved(against: URIReference(resources[resource].uri))
    let fragment = try SchemaError.unescaped(uri.fragment ?? "", of: reference, at: location)
    uri.fragment = nil
    guard let found = try self.resource(at: uri.text, from: resource) else {
      throw SchemaError(.unresolvedReference(reference, uri: uri.text), at: location)
    }
    let target = resources[found]
    if fragment.isEmpty {
      if target.root.pointer.isEmpty, let kind = documents[target.root.document].kind {
        throw SchemaError(.otherDocument(kind), at: location)
      }
      return Target(place: target.root, resource: found)
    }
    if fragment.utf8.first != UInt8(ascii: "/") {
      guard let place = target.anchors[fragment] else {
        throw SchemaError(.unresolvedFragment(reference, uri: uri.text), at: location)
      }
      return Target(place: place, resource: found, anchor: fragment)
    }
    guard let pointer = JSONPointer(parsing: fragment) else {
      throw SchemaError(.unresolvedFragment(reference, uri: uri.text), at: location)
    }
    let place = target.root.inside(pointer.description)
    if schemas[place] == nil {
      guard let value = lookUp(pointer, from: target), value.isSchema else {
        throw SchemaError(.unresolvedFragment(reference, uri: uri.text), at: location)
      }
      try know(value, at: place)
    }
    return Target(place: place, resource: found)
  }

  /// The value to which a pointer leads where no schema is known yet.
  ///
  /// The last step goes through a table, because many references may lead into one large object.
  private mutating func lookUp(_ pointer: JSONPointer, from resource: SchemaResource) -> JSON? {
    guard let parent = pointer.parent, let last = pointer.tokens.last else { return nil }
    let place = resource.root.inside(parent.description)
    if let known = members[place] { return known[Array(last.utf8)] }
    guard let container = resource.value[parent] else { return nil }
    guard let list = container.members, list.count > 32 else {
      return container[JSONPointer(tokens: [last])]
    }
    let table = Dictionary(list.map { (Array($0.key.utf8), $0.value) }) { first, _ in first }
    members[place] = table
    return table[Array(last.utf8)]
  }

  /// Reads a value as a schema that stands where no keyword says that one does.
  mutating func know(_ value: JSON, at place: SchemaPlace) throws(SchemaError) {
    guard schemas[place] == nil else { return }
    if let (value, root) = schemaOfOpenAPI(around: place) {
      try know(value, at: root)
      guard schemas[place] == nil else { return }
    }
    var above = place
    while let slash = above.pointer.utf8.lastIndex(of: UInt8(ascii: "/")) {
      above.pointer = String(above.pointer[..<slash])
      guard let placed = schemas[above] else { continue }
      let isOfOpenAPI = above.pointer.isEmpty && namesDialects(place.document)
      return try read(value, at: place, in: placed.resource, isRoot: isOfOpenAPI)
    }
  }

  /// The schema of an OpenAPI document, one of those that it names, inside of which a place is.
  private func schemaOfOpenAPI(around place: SchemaPlace) -> (value: JSON, at: SchemaPlace)? {
    guard namesDialects(place.document), let pointer = JSONPointer(parsing: place.pointer),
      pointer.tokens.count > 3, pointer.tokens.starts(with: ["components", "schemas"])
    else { return nil }
    let outer = JSONPointer(tokens: Array(pointer.tokens.prefix(3)))
    let root = SchemaPlace(document: place.document, pointer: outer.description)
    let whole = SchemaPlace(document: place.document, pointer: "")
    guard schemas[root] == nil, let value = schemas[whole]?.value[outer], value.isSchema else {
      return nil
    }
    return (value, root)
  }

  /// Whether each schema of a document may name its dialect (OpenAPI 3.1, section 4.8.24.5).
  private func namesDialects(_ document: Int) -> Bool {
    documents[document].kind?.openAPI?.namesDialects == true
  }

  /// The resource of a URI; a document that does not say how it is to be read is read as the one
  /// that refers to it.
  private mutating func resource(
    at uri: String,
    from referrer: Int
  ) throws(SchemaError) -> Int? {
    if let known = resourcesByURI[uri] { return known }
    var dialect = Dialect(resources[referrer].dialect.draft)
    dialect.knowsNullable = resources[referrer].dialect.knowsNullable
    let followsOpenAPI = followsOpenAPI(at: resources[referrer].root)
    if let value = document.registry.document(at: uri) {
      return try read(value, from: uri, dialect, followsOpenAPI: followsOpenAPI)
    }
    // The document may be known by the name that it gives itself.
    guard !hasReadRegistry else { return nil }
    hasReadRegistry = true
    for other in document.registry.uris where resourcesByURI[other] == nil {
      guard let value = document.registry.document(at: other) else { continue }
      _ = try read(value, from: other, dialect, followsOpenAPI: followsOpenAPI)
    }
    return resourcesByURI[uri]
  }
}

// MARK: - Reading

extension ResourceIndex {
  /// Reads a document whole and returns the resource of its root.
  private mutating func read(
    _ value: JSON,
    from uri: String,
    _ dialect: Dialect,
    followsOpenAPI: Bool
  ) throws(SchemaError) -> Int {
    let place = SchemaPlace(document: documents.count, pointer: "")
    let kind = DocumentKind(value)
    documents.append(
      IndexedDocument(
        uri: uri,
        followsOpenAPI: followsOpenAPI || value.followsOpenAPI,
        kind: kind.isOfOtherFormat ? kind : nil
      )
    )
    // A document that holds schemas somewhere inside need not be one.
    guard value.isSchema || place.document == 0 && !document.fragment.isEmpty else {
      let reason = SchemaError.Reason.kind(expected: "an object or a boolean", Found(value))
      throw SchemaError(reason, at: location(of: place))
    }
    let resource = try enterDocument(value, at: place, from: uri, dialect)
    try read(value, at: place, in: resource)
    return resource
  }

  /// Reads a schema and those inside it, each after the one that holds it.
  private mutating func read(
    _ value: JSON,
    at place: SchemaPlace,
    in resource: Int,
    isRoot: Bool = false
  ) throws(SchemaError) {
    if isRoot { roots.insert(place) }
    var pending = [(value: value, place: place, resource: resource)]
    while let (value, place, outer) = pending.popLast() {
      guard schemas[place] == nil else { continue }
      let resource = try enter(value, at: place, outer, isRoot: roots.contains(place))
      schemas[place] = PlacedSchema(value: value, resource: resource)
      name(value, at: place, in: resource)
      let draft = resources[resource].dialect.draft
      // The first of two schemas with one name is the one that is meant.
      for inner in Subschemas.of(value, draft).reversed() {
        pending.append((inner.value, place.inside(inner.pointer), resource))
      }
    }
  }

  private mutating func enterDocument(
    _ value: JSON,
    at place: SchemaPlace,
    from uri: String,
    _ dialect: Dialect
  ) throws(SchemaError) -> Int {
    let dialect = try self.dialect(ofDocument: value, at: place) ?? dialect
    var name = uri
    if let identifier = identifier(of: value, dialect.draft) {
      name = identifier.uri.resolved(against: URIReference(uri)).text
    }
    let resource = add(value, at: place, uri: name, dialect)
    if resourcesByURI[uri] == nil { resourcesByURI[uri] = resource }
    return resource
  }

  /// The resource of a schema inside another one: a new one, if the schema has an identifier, or is a
  /// root that has a dialect of its own.
  private mutating func enter(
    _ value: JSON,
    at place: SchemaPlace,
    _ outer: Int,
    isRoot: Bool
  ) throws(SchemaError) -> Int {
    guard resources[outer].root != place else { return outer }
    var dialect = resources[outer].dialect
    if isRoot || value["$id"]?.string != nil || value["id"]?.string != nil {
      dialect = try self.dialect(of: value, at: place) ?? dialect
    }
    guard let identifier = identifier(of: value, dialect.draft), !identifier.uri.text.isEmpty else {
      guard isRoot, dialect != resources[outer].dialect else { return outer }
      let part = add(value, at: place, uri: resources[outer].uri, dialect)
      resources[part].whole = outer
      return part
    }
    let uri = identifier.uri.resolved(against: URIReference(resources[outer].uri)).text
    return add(value, at: place, uri: uri, dialect)
  }

  private mutating func add(
    _ value: JSON,
    at place: SchemaPlace,
    uri: String,
    _ dialect: Dialect
  ) -> Int {
    let resource = resources.count
    resources.append(SchemaResource(uri: uri, root: place, value: value, dialect: dialect))
    if resourcesByURI[uri] == nil { resourcesByURI[uri] = resource }
    return resource
  }

  /// The dialect that a document states: by its version of OpenAPI, or by `$schema`.
  private func dialect(
    ofDocument value: JSON,
    at place: SchemaPlace
  ) throws(SchemaError) -> Dialect? {
    if let (member, found) = DocumentKind.unknownVersion(of: value) {
      throw SchemaError(.unknownOpenAPI(found), at: location(of: place) + "/" + member)
    }
    guard let version = DocumentKind.openAPIVersion(of: value) else {
      return try dialect(of: value, at: place)
    }
    let stated = try document.registry.dialect(of: version, at: location(of: place))
    // What an OpenAPI document names by $schema is a schema for such documents.
    guard documents[place.document].kind == nil else { return stated }
    return try dialect(of: value, at: place) ?? stated
  }

  private func dialect(
    of value: JSON,
    at place: SchemaPlace
  ) throws(SchemaError) -> Dialect? {
    guard let uri = value["$schema"]?.string else { return nil }
    let location = location(of: place) + "/$schema"
    return try document.registry.dialect(ofMetaSchema: uri, at: location)
  }

  /// The identifier of a schema, and the fragment that named a place before 2019-09.
  private func identifier(
    of value: JSON,
    _ draft: SchemaDraft
  ) -> (uri: URIReference, fragment: String?)? {
    guard let text = value[draft.identifierKeyword]?.string,
      !draft.ignoresSiblingsOfReference || value["$ref"]?.string == nil
    else { return nil }
    var uri = URIReference(text)
    let fragment = uri.fragment
    uri.fragment = nil
    return (uri, fragment)
  }

  /// Notes the anchors of a schema, in the resource and in that of which it is a part.
  private mutating func name(_ value: JSON, at place: SchemaPlace, in resource: Int) {
    note(value, at: place, in: resource, resources[resource].dialect.draft)
    if let whole = resources[resource].whole {
      note(value, at: place, in: whole, resources[resource].dialect.draft)
    }
  }

  private mutating func note(
    _ value: JSON,
    at place: SchemaPlace,
    in resource: Int,
    _ draft: SchemaDraft
  ) {
    func note(_ name: String, in anchors: inout [String: SchemaPlace]) {
      if anchors[name] == nil { anchors[name] = place }
    }
    guard draft >= .draft201909 else {
      if let name = identifier(of: value, draft)?.fragment, !name.isEmpty {
        note(name, in: &resources[resource].anchors)
      }
      return
    }
    if let name = value["$anchor"]?.string {
      note(name, in: &resources[resource].anchors)
    }
    if draft == .draft202012, let name = value["$dynamicAnchor"]?.string {
      note(name, in: &resources[resource].anchors)
      note(name, in: &resources[resource].dynamicAnchors)
    }
    if draft == .draft201909, resources[resource].root == place {
      resources[resource].isRecursiveAnchor = value["$recursiveAnchor"] == true
    }
  }
}
