import AccordSchema

/// A query of JSONPath (RFC 9535) as the schema of the values in which it finds something.
///
/// Members, items, wildcards and filters are read, and a comparison behind the path, which RFC 9535 has not
/// and documents do. Steps down to any depth, slices and items counted from the end are not.
struct JSONPathQuery: Hashable {
  /// One step of a path.
  indirect enum Segment: Hashable {
    case name(String)
    case index(Int)
    case wildcard
    case filter(Schema)
  }

  /// The steps from the root.
  var segments: [Segment]

  /// The comparison behind the path.
  var comparison: (kind: ArazzoCondition.Comparison, value: JSON)?

  static func == (left: Self, right: Self) -> Bool {
    left.segments == right.segments && left.comparison?.kind == right.comparison?.kind
      && left.comparison?.value == right.comparison?.value
  }

  func hash(into hasher: inout Hasher) { hasher.combine(segments) }

  /// The place that a path of members and items leads to; `nil` where it may lead to several.
  var place: JSONPointer? {
    segments.reduce(Optional(JSONPointer.root)) { pointer, segment in
      switch segment {
      case .name(let name): pointer?.appending(name)
      case .index(let index): pointer?.appending(index)
      case .wildcard, .filter: nil
      }
    }
  }

  /// The place up to which the path leads to one value, with the schema of what it leads to there.
  ///
  /// `nil` where no schema says what is compared.
  var found: (place: JSONPointer, schema: Schema)? {
    let plain = segments.prefix { segment in
      switch segment {
      case .name, .index: true
      case .wildcard, .filter: false
      }
    }
    let last: Schema
    if let comparison {
      guard
        let schema = ComparedSchema.schema(
          comparison.kind,
          comparison.value,
          ignoringCase: false
        )
      else { return nil }
      last = schema
    } else {
      last = .any
    }
    // That the last member is there is said of the object that has it.
    let isWhole = plain.count == segments.count && comparison == nil
    let outer = isWhole ? plain.dropLast() : plain
    let place = JSONPathQuery(segments: Array(outer)).place ?? .root
    let rest = segments[outer.endIndex...]
    let schema = Self.schema(of: rest, last)
    guard outer.isEmpty, case .filter(let filter)? = rest.first else { return (place, schema) }
    // A filter looks at what is in the value (RFC 9535 section 2.3.5); the example of Arazzo ("Criterion
    // Object") means the value itself where it is an object. Either is right.
    let inner = Self.schema(of: rest.dropFirst(), last)
    return (place, .anyOf([schema, .allOf([.object([]), filter, inner])]))
  }

  /// The schema of values in which steps lead to one of a schema.
  static func schema(of segments: ArraySlice<Segment>, _ last: Schema) -> Schema {
    segments.reversed().reduce(last) { inner, segment in
      switch segment {
      case .name(let name): ComparedSchema.object(with: name, inner)
      case .index(let index): ComparedSchema.list(with: inner, at: index)
      case .wildcard: ComparedSchema.holding(inner)
      case .filter(let filter):
        ComparedSchema.holding(inner == .any ? filter : .allOf([filter, inner]))
      }
    }
  }
}
