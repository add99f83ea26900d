import AccordModel
import AccordSchema
import Synchronization

/// The values of contents that were read lately: many mutants change the same answer.
final class ReadValues: Sendable {
  /// What a content was read from.
  struct Source: Hashable, Sendable {
    var bytes: [UInt8]
    var schema: Schema.Identity
    var format: Format

    /// What differs in its bytes is all but never the same otherwise.
    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
  }

  private struct State {
    var values: [Source: JSON?] = [:]
    /// Keeps the schemas, so that no other one gets their identity.
    var schemas: [Schema] = []
    var weight = 0
  }

  /// The most bytes of contents that are remembered.
  private static let limit = 32 << 20

  private let state = Mutex(State())

  /// Those of all audits: what a content says does not depend on who asks.
  static let shared = ReadValues()

  /// The value of a content, as it was read before or is read now.
  func value(of source: Source, as schema: Schema, _ read: () -> JSON?) -> JSON? {
    if let known = state.withLock({ $0.values[source] }) { return known }
    let value = read()
    state.withLock { state in
      if state.weight > Self.limit { state = State() }
      state.values[source] = .some(value)
      state.schemas.append(schema)
      state.weight += source.bytes.count + 64
    }
    return value
  }
}
