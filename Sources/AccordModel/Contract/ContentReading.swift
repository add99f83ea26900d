public import AccordSchema

/// A closer reading of an answer's content, beside its schema.
///
/// A schema holds what a document states. Where the document leaves something open and we read it
/// in one way, the reading has a schema and a basis of its own, so that an answer that breaks the
/// reading alone is told apart from one that breaks what is stated.
public struct ContentReading: Sendable, Hashable {
  /// The name, unique in its response: lower case, hyphens.
  public var name: String

  /// What the content must be besides.
  public var schema: Schema

  /// Which content the reading is about; `nil` is all of it.
  public var condition: Schema?

  /// The promise.
  public var clause: Clause

  /// A reading with its promise in words, of all content or of the content that `condition` admits.
  public static func reading(
    _ name: String,
    _ sentence: String,
    _ schema: Schema,
    when condition: Schema? = nil,
    basis: Basis,
    fileID: String = #fileID,
    line: Int = #line
  ) -> ContentReading {
    ContentReading(
      name: name,
      schema: schema,
      condition: condition,
      clause: Clause(
        name,
        sentence,
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }

  func belonging(to id: String) -> ContentReading {
    var reading = self
    reading.clause.id = "\(id)/\(name)"
    return reading
  }
}
