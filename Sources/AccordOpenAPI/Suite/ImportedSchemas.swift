import AccordSchema

/// The schemas of a description, each place once.
///
/// All of them are places in one graph for each way that values travel, also those of other files: these
/// are read as the document that refers to them.
final class ImportedSchemas {
  private struct Place: Hashable {
    var uri: String
    var pointer: String
    var variant: SchemaVariant
  }

  private let documents: [(uri: String, root: JSON)]
  /// Where in the document that was named schemas stand that are in no other one.
  private let outermost: [JSONPointer]
  private let keys: SchemaRewriter.Keys
  private var collections: [SchemaVariant: SchemaCollection] = [:]
  private var known: [Place: Schema] = [:]

  /// Prepares the documents of a description, by the URIs by which they refer to each other.
  init(_ description: Description) {
    let documents = description.library.documents.map { (uri: $0.uri, root: $0.value) }
    self.documents = documents
    outermost = DescriptionSurvey(description).all(.schema)
      .filter { $0.place.document == 0 }.map(\.pointer)
    keys = documents.reduce(into: []) { $0.formUnion(SchemaRewriter.Keys(of: $1.root)) }
  }

  /// The schema at a node, as it holds for values that travel one way.
  func schema(_ node: DescriptionNode, _ variant: SchemaVariant) -> Schema {
    var target = node
    for _ in 0..<Self.mostReferences {
      guard target.members.count == 1, let reference = target["$ref"], let text = reference.text,
        let next = try? reference.following(text)
      else { break }
      target = next
    }
    let place = Place(
      uri: target.uri,
      pointer: target.pointer.description,
      variant: keys.isDisjoint(with: [.readOnly, .writeOnly]) ? .answer : variant
    )
    if let schema = known[place] { return schema }
    let collection = collection(place.variant)
    let isOfRoot = place.uri == documents.first?.uri
    let schema =
      isOfRoot
      ? collection.schema(at: target.pointer)
      : collection.schema(of: "\(place.uri)#\(place.pointer.replacing("%", with: "%25"))")
    known[place] = schema
    return schema
  }

  /// How many references may lead to one another.
  private static let mostReferences = 32

  /// A schema that stands nowhere in the document as it is, such as one of Swagger's parameters.
  func schema(_ value: JSON) -> Schema {
    do {
      return try Schema(loading: value, draft: .draft4, formats: .assertion)
    } catch {
      return .any
    }
  }

  private func collection(_ variant: SchemaVariant) -> SchemaCollection {
    if let known = collections[variant] { return known }
    let rewritten = documents.map { document in
      (uri: document.uri, root: SchemaRewriter(variant, of: document.root, keys).rewritten())
    }
    var registry = SchemaRegistry()
    for document in rewritten { registry.add(document.root, at: document.uri) }
    let collection = SchemaCollection(
      rewritten.first?.root ?? .object([]),
      at: documents.first?.uri ?? "",
      registry: registry
    )
    collection.compileTogether(outermost)
    collections[variant] = collection
    return collection
  }
}
