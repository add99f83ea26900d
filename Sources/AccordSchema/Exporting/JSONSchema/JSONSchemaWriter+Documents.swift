extension LoadedSchema {
  /// Whether it stands in a document of OpenAPI, or in one that is read as such.
  var followsOpenAPI: Bool {
    guard let place, place.document > 0 else { return graph.document.followsOpenAPI }
    return (try? graph.index())?.followsOpenAPI(at: place) ?? false
  }

  /// Whether it is all that its document says.
  var isWhole: Bool { place == nil && graph.document.fragment.isEmpty }

  /// Whether it is one of those that a document keeps by their names.
  var isNamed: Bool {
    let tokens = place.flatMap { JSONPointer(parsing: $0.pointer) }?.tokens ?? []
    return tokens.count > 1
      && ["$defs", "definitions", "schemas"].contains(tokens[tokens.count - 2])
  }

  /// The name by which it is kept, or a part of its place.
  var name: String {
    let pointer = place?.pointer ?? graph.document.fragment
    return JSONPointer(parsing: pointer)?.tokens.last ?? "schema"
  }

  /// The reference to the schema in a document of a URI.
  func reference(from uri: String) -> String {
    guard let place else {
      return graph.document.fragment.isEmpty ? uri : uri + "#" + graph.document.fragment
    }
    let pointer = URIReference.escaped(fragment: place.pointer)
    guard place.document == 0 else {
      let stated = (try? graph.index())?.uri(ofDocument: place.document) ?? ""
      return stated + "#" + pointer
    }
    return pointer.isEmpty ? uri : uri + "#" + pointer
  }
}

extension SchemaDocument {
  /// The document as it was written, with the draft that it was read as.
  var exported: JSON {
    guard case .object(let members) = root, root["$schema"] == nil else { return root }
    // The identifiers of the earlier drafts end in an empty fragment.
    let uri = draft.metaSchemaURI + (draft <= .draft7 ? "#" : "")
    return .object([JSONMember("$schema", .string(uri))] + members)
  }

  /// The URI under which other schemas of one export refer to the document.
  func identifier(_ number: Int) -> String {
    if let stated = root["$id"]?.string ?? root["id"]?.string, stated.contains(":") {
      return stated
    }
    return uri.isEmpty ? "urn:accord:document:\(number)" : uri
  }

  /// The document as a resource of its own inside another one.
  func resource(_ number: Int) -> JSON {
    guard case .object(let members) = exported else { return exported }
    let isDraft4 =
      exported["$schema"]?.string.map(URIReference.withoutFragment)
      .flatMap(SchemaDraft.init(metaSchema:)) == .draft4
    let keyword = isDraft4 ? "id" : "$id"
    let rest = members.filter { $0.key != keyword }
    return .object([JSONMember(keyword, .string(identifier(number)))] + rest)
  }
}
