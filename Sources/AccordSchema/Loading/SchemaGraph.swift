import Synchronization

/// The schemas of a document and of those to which it refers, each read when somebody looks at it.
///
/// References are followed, so that the graph may lead back to where it was. It holds no schema that
/// holds it.
final class SchemaGraph: Sendable {
  let document: SchemaDocument
  private let reader = Mutex<Result<GraphReader, SchemaError>?>(nil)
  private let known = Mutex<SchemaPlace?>(nil)
  private let forms = Mutex(GraphForms())

  init(_ document: SchemaDocument) {
    self.document = document
  }

  /// The place to which the schema that is meant leads; nil where it leads nowhere.
  var meant: SchemaPlace? {
    known.withLock { known in
      if known == nil {
        let found = read { reader throws(SchemaError) in try reader.start(of: self) }
        known = try? found.get()
      }
      return known
    }
  }

  /// The keywords at a place; without one, those of the schema that is meant.
  func content(at place: SchemaPlace?) -> Schema.Content {
    switch read({ $0.content(at: place, of: self) }) {
    case .success(let content): content
    case .failure(let error): .failing(error)
    }
  }

  /// What the schema at a place is compiled to within the usual bounds, or why it cannot be.
  func form(at place: SchemaPlace) -> Result<CompiledForm, SchemaError> {
    forms.withLock { $0.form(at: place, of: self) }
  }

  /// Says which schemas are compiled as one when the first of them is.
  func compileTogether(_ places: [SchemaPlace]) {
    forms.withLock { $0.together += places }
  }

  func read<Found>(
    _ look: (inout GraphReader) throws(SchemaError) -> Found
  ) -> Result<Found, SchemaError> {
    reader.withLock { reader in
      switch reader ?? GraphReader.reading(document) {
      case .failure(let error):
        reader = .failure(error)
        return .failure(error)
      case .success(var graph):
        // Only one holds the tables while they grow.
        reader = nil
        defer { reader = .success(graph) }
        do throws(SchemaError) {
          return .success(try look(&graph))
        } catch {
          return .failure(error)
        }
      }
    }
  }

  /// The resources as far as they are known, to compile from a place that is one of them.
  func index() throws(SchemaError) -> ResourceIndex {
    try reader.withLock { $0 ?? GraphReader.reading(document) }.get().index
  }
}

extension Schema.Content {
  /// What stands for a schema that means nothing: a validator says why.
  static func failing(_ error: SchemaError) -> Self {
    var content = Self()
    content.boolean = false
    content.reading.failure = error
    return content
  }
}
