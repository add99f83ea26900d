/// A schema of a loaded document: a place in the graph of its schemas.
struct LoadedSchema: Sendable {
  let graph: SchemaGraph
  /// The place; nil for the schema that is meant by the document as a whole.
  var place: SchemaPlace?
  /// The place to which the schema refers, where it says nothing else that counts; nil where it is not
  /// looked up yet.
  var target: SchemaPlace?
  /// Whether a list has an element of its own, where the member that holds it decides.
  var wrapped: Bool?

  /// The keywords of the schema, under the names of 2020-12.
  var content: Schema.Content {
    var content = graph.content(at: place)
    if let wrapped {
      content.xml.wrapped = wrapped
      // The list may be declared elsewhere, to which the schema refers.
      if !wrapped, content.types == nil { content.types = [.array, .null] }
    }
    return content
  }

  /// The place that decides which node it is: that of the schema to which references lead.
  var meant: SchemaPlace? { target ?? graph.meant }

  /// Whether it is the same node as another one.
  func isSame(as other: Self) -> Bool { graph === other.graph && meant == other.meant }
}

extension LoadedSchema: Hashable {
  static func == (left: Self, right: Self) -> Bool {
    left.place == right.place && left.wrapped == right.wrapped
      && (left.graph === right.graph || left.graph.document == right.graph.document)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(place)
    hasher.combine(graph.document.uri)
  }
}
