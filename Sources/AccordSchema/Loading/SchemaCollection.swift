/// The schemas of a document that holds many, such as an OpenAPI document.
///
/// All of them are places in one graph, so that what they share is read once.
package struct SchemaCollection: Sendable {
  private let graph: SchemaGraph

  /// Reads the schemas of a document; its draft is the one that its version of OpenAPI has.
  ///
  /// The document is not held to a meta-schema. A schema that means nothing is found when it is compiled.
  package init(
    _ document: JSON,
    at uri: String,
    registry: SchemaRegistry,
    formats: Schema.FormatUse = .assertion
  ) {
    graph = SchemaGraph(
      SchemaDocument(
        document,
        draft: DocumentKind.openAPIVersion(of: document)?.draft ?? .draft202012,
        at: uri,
        registry: registry,
        formats: formats
      )
    )
  }

  /// The schema at a place of the document; one that admits nothing, with the reason, where none is.
  package func schema(at pointer: JSONPointer) -> Schema { graph.schema(at: pointer) }

  /// Says which schemas of the document are compiled as one when the first of them is, because nearly all
  /// of them will be: otherwise each brings those to which it refers once more.
  package func compileTogether(_ pointers: [JSONPointer]) {
    graph.compileTogether(
      pointers.compactMap { pointer in
        guard case .loaded(let loaded) = schema(at: pointer).node else { return nil }
        return loaded.place
      }
    )
  }

  /// The schema to which a reference leads that stands in the document, which may be in another one.
  package func schema(of reference: String) -> Schema { graph.schema(of: reference) }
}

extension SchemaGraph {
  /// The schema to which a reference leads that stands at the root of the document.
  fileprivate func schema(of reference: String) -> Schema {
    let found = read { reader throws(SchemaError) in
      let place = try reader.compiler.index.follow(reference, from: 0, at: "").place
      return reader.schema(reader.index.schemas[place]?.value ?? .null, at: place, of: self)
    }
    switch found {
    case .success(let schema): return schema
    case .failure(let error): return Schema(.failing(error))
    }
  }

  /// The schema at a place of the document.
  fileprivate func schema(at pointer: JSONPointer) -> Schema {
    let place = SchemaPlace(document: 0, pointer: pointer.description)
    guard let value = document.root[pointer] else {
      let reason = SchemaError.Reason.unresolvedFragment(
        "#" + pointer.description,
        uri: document.uri
      )
      return Schema(.failing(SchemaError(reason, at: pointer.description)))
    }
    let found = read { reader throws(SchemaError) in
      reader.schema(value, at: place, of: self)
    }
    switch found {
    case .success(let schema): return schema
    case .failure(let error): return Schema(.failing(error))
    }
  }
}
