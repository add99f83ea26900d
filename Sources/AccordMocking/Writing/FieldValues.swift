import AccordSchema
import Synchronization

/// The values of header fields, each made once: a pattern is compiled and searched for one.
final class FieldValues: Sendable {
  private let values = Mutex<[Schema.Identity: String]>([:])

  /// The most values that are kept: schemas are those of the suite, and a few that answers bring along.
  private static let most = 10_000

  /// A value that follows a schema, as a field writes it.
  func value(of schema: Schema) -> String {
    let identity = schema.identity
    if let known = values.withLock({ $0[identity] }) { return known }
    let value = schema.sample()?.scalarText ?? ""
    values.withLock { values in
      if values.count < Self.most { values[identity] = value }
    }
    return value
  }
}
