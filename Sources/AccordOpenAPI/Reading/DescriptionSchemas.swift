package import AccordSchema

/// The schemas of a description, ready to be compiled: those of all its files may refer to one another.
package struct DescriptionSchemas: Sendable {
  private let registry: SchemaRegistry
  /// What says how the schemas are read that do not say so themselves.
  private let header: [JSONMember]

  /// The schemas of a description.
  package init(_ description: Description) {
    var registry = SchemaRegistry()
    for number in description.library.documents.indices {
      let document = description.library.documents[number]
      registry.add(description.library.schemaDocument(number), at: document.uri)
    }
    self.registry = registry
    header = ["openapi", "swagger", "jsonSchemaDialect"].compactMap { name in
      description.root[name].map { JSONMember(name, $0.value) }
    }
  }

  /// The schema that stands at a node.
  ///
  /// - Throws: ``SchemaError`` if the node is no schema.
  package func schema(
    at node: DescriptionNode,
    formats: Schema.FormatUse = .annotation
  ) throws(SchemaError) -> Schema {
    try schema(ofAll: [node], formats: formats)
  }

  /// The schemas at some nodes, all of one graph, so that what they share is read and compiled once.
  ///
  /// One of a node that is no schema admits nothing, and a validator of it says why.
  func schemas(at nodes: [DescriptionNode]) -> [Schema] {
    let collection = SchemaCollection(
      .object(header),
      at: "accord:description",
      registry: registry,
      formats: .assertion
    )
    return nodes.map { collection.schema(of: reference($0)["$ref"]?.string ?? "") }
  }

  /// A schema that is known to mean something if all those at some nodes do.
  func schema(
    ofAll nodes: [DescriptionNode],
    formats: Schema.FormatUse = .annotation
  ) throws(SchemaError) -> Schema {
    try schema(
      nodes.count == 1 ? reference(nodes[0]) : ["allOf": .array(nodes.map(reference))],
      formats
    )
  }

  /// A schema of an object whose members are numbered, and are lists of what the schemas at some nodes admit.
  func schema(
    ofLists nodes: [DescriptionNode],
    formats: Schema.FormatUse
  ) throws(SchemaError) -> Schema {
    let members = nodes.enumerated().map { number, node in
      JSONMember(String(number), ["items": reference(node)])
    }
    return try schema(["properties": .object(members)], formats)
  }

  private func reference(_ node: DescriptionNode) -> JSON {
    ["$ref": .string(node.uri + "#" + PercentEscapes.escaped(fragment: node.pointer))]
  }

  private func schema(
    _ schema: JSON,
    _ formats: Schema.FormatUse
  ) throws(SchemaError) -> Schema {
    // The document around it says by its version how the schemas are read.
    try Schema(
      loading: .object(header + [JSONMember("schema", schema)]),
      at: "accord:description#/schema",
      registry: registry,
      formats: formats
    )
  }
}
