extension Schema {
  /// Which node of a graph a schema is, for those that must not come by the same one twice.
  package struct Identity: Hashable, Sendable {
    private let schema: Schema

    init(_ schema: Schema) {
      self.schema = schema
    }

    package static func == (left: Self, right: Self) -> Bool {
      if left.schema.value == right.schema.value { return true }
      guard left.schema.mayRecur, right.schema.mayRecur else { return false }
      return switch (left.schema.node, right.schema.node) {
      case (.loaded(let left), .loaded(let right)): left.isSame(as: right)
      case (.recursive(let left), .recursive(let right)): left === right
      default: false
      }
    }

    package func hash(into hasher: inout Hasher) {
      guard schema.mayRecur else { return hasher.combine(schema.value) }
      switch schema.node {
      case .written: hasher.combine(schema.value)
      case .loaded(let place): hasher.combine(place.meant)
      case .recursive(let recursive): hasher.combine(ObjectIdentifier(recursive))
      }
    }
  }

  /// Which node the schema is.
  package var identity: Identity { Identity(self) }
}

extension Set<Schema.Identity> {
  /// Notes that a schema is met; false if that was so before and could go on without end.
  package mutating func enter(_ schema: Schema) -> Bool {
    !schema.mayRecur || insert(schema.identity).inserted
  }

  /// The set with a schema that is met; nil if it is met again.
  package func entering(_ schema: Schema) -> Self? {
    var set = self
    return set.enter(schema) ? set : nil
  }
}
