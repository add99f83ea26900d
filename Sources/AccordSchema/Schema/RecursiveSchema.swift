import Synchronization

/// A schema that holds itself: its name, and how it is made of itself.
final class RecursiveSchema: Sendable {
  let name: String
  /// How the schema is made; nil for one that is a name and nothing else.
  private let body: (@Sendable (Schema) -> Schema)?
  /// How often it is being made at this moment.
  private let open = Mutex(0)

  /// How often it may be made inside itself, or by as many at once, before it is taken to have no end.
  private static let limit = 32

  init(_ name: String, _ body: (@Sendable (Schema) -> Schema)?) {
    self.name = name
    self.body = body
  }

  /// The keywords, in which the schema itself stands again.
  var content: Schema.Content {
    made(with: Schema(.recursive(self))) { $0.content }
      ?? .failing(SchemaError(.endlessReference, at: ""))
  }

  /// Looks at the schema as it is made of another one in its own place; nil where it has no end.
  private func made<Result>(with inner: Schema, _ look: (Schema) -> Result) -> Result? {
    let depth = open.withLock { count in
      count += 1
      return count
    }
    defer { open.withLock { $0 -= 1 } }
    guard let body, depth <= Self.limit else { return nil }
    return look(body(inner))
  }

  /// The schema with a name where it stands in itself, which has an end.
  private var outline: Schema? {
    made(with: Schema(.recursive(RecursiveSchema(name, nil)))) { $0 }
  }
}

extension RecursiveSchema: Hashable {
  static func == (left: RecursiveSchema, right: RecursiveSchema) -> Bool {
    if left === right { return true }
    guard left.name.isIdentical(to: right.name) else { return false }
    guard left.body != nil, right.body != nil else { return left.body == nil && right.body == nil }
    return left.outline == right.outline
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}
