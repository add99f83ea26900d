/// The keywords that speak of arrays (JSON Schema core, sections 10.3.1 and 11.2; validation, section
/// 6.4).
///
/// ```swift
/// let point: Schema = .array(startingWith: [.number, .number], then: .never).minItems(2)
/// let scores = Schema.array(of: .integer).uniqueItems().contains(.integer(in: 90...), count: 1...3)
/// ```
extension Schema {
  /// A list whose first items each have a schema of their own (`prefixItems`), and the others one for
  /// all of them (`items`).
  ///
  /// A list may be shorter: ``minItems(_:)`` says how many items have to be there.
  public static func array(startingWith first: [Schema], then others: Schema? = nil) -> Schema {
    typed(.array) {
      $0.prefixItems = first
      $0.items = others
    }
  }

  /// Returns the schema for lists whose first items conform to these schemas, one by one
  /// (`prefixItems`).
  public func prefixItems(_ schemas: [Schema]) -> Schema {
    adding { $0.prefixItems = schemas }
  }

  /// Returns the schema for lists whose items, after those of ``prefixItems(_:)``, conform to a schema
  /// (`items`).
  public func items(_ schema: Schema) -> Schema {
    adding { $0.items = schema }
  }

  /// Returns the schema for lists of which at least one item conforms to a schema (`contains`).
  public func contains(_ schema: Schema) -> Schema {
    adding { content in
      content.contains = schema
      content.minContains = nil
      content.maxContains = nil
    }
  }

  /// Returns the schema for lists of which so many items conform to a schema (`contains` with
  /// `minContains` and `maxContains`); without a lower bound one has to.
  public func contains(_ schema: Schema, count: some RangeExpression<Int>) -> Schema {
    let bounds = Bounds(count)
    return adding { content in
      content.contains = schema
      content.minContains = bounds.lower
      content.maxContains = bounds.upper
    }
  }

  /// Returns the schema for lists of at least so many items (`minItems`).
  public func minItems(_ count: Int) -> Schema {
    adding { $0.minItems = count }
  }

  /// Returns the schema for lists of at most so many items (`maxItems`).
  public func maxItems(_ count: Int) -> Schema {
    adding { $0.maxItems = count }
  }

  /// Returns the schema for lists without two equal items (`uniqueItems`).
  public func uniqueItems(_ isDemanded: Bool = true) -> Schema {
    adding { $0.uniqueItems = isDemanded }
  }

  /// Returns the schema whose lists have only items of which a keyword beside or inside has spoken, or
  /// that conform to a schema (`unevaluatedItems`); ``never`` admits no other.
  public func unevaluatedItems(_ schema: Schema) -> Schema {
    adding { $0.unevaluatedItems = schema }
  }
}
