/// The keywords that say what a value means and refuse none (JSON Schema core, section 8.3; validation,
/// sections 8 and 9).
extension Schema {
  /// Returns the schema with a note for those who maintain it (`$comment`); nobody else is shown it.
  public func comment(_ text: String) -> Schema {
    adding { $0.comment = text }
  }

  /// Returns the schema with the value that an absent one stands for (`default`).
  public func `default`(_ value: JSON) -> Schema {
    adding { $0.defaultValue = value }
  }

  /// Returns the schema with examples of values that conform (`examples`).
  public func examples(_ values: [JSON]) -> Schema {
    adding { $0.examples = values }
  }

  /// Returns the schema for a value that should not be used any more (`deprecated`).
  public func deprecated(_ isDeprecated: Bool = true) -> Schema {
    adding { $0.isDeprecated = isDeprecated }
  }

  /// Returns the schema for a value that only the server sets (`readOnly`).
  public func readOnly(_ isReadOnly: Bool = true) -> Schema {
    adding { $0.isReadOnly = isReadOnly }
  }

  /// Returns the schema for a value that is sent and never answered (`writeOnly`).
  public func writeOnly(_ isWriteOnly: Bool = true) -> Schema {
    adding { $0.isWriteOnly = isWriteOnly }
  }

  /// What the keywords `contentEncoding` and `contentMediaType` do.
  public enum ContentUse: Sendable, Hashable {
    /// They say what is in a string and check nothing, as 2019-09 and 2020-12 have it.
    case annotation
    /// They are checked, as far as their values are known: `base64`, and JSON.
    case assertion
  }

  /// Returns the schema for strings that hold bytes in an encoding, such as `base64`
  /// (`contentEncoding`).
  ///
  /// It says what is in the string and checks nothing, unless it is used as an assertion.
  public func contentEncoding(_ name: String, as use: ContentUse = .annotation) -> Schema {
    adding { content in
      content.contentEncoding = name
      content.reading.assertsContent = use == .assertion
    }
  }

  /// Returns the schema for strings that hold a document of a media type (`contentMediaType`).
  ///
  /// It says what is in the string and checks nothing, unless it is used as an assertion.
  public func contentMediaType(_ name: String, as use: ContentUse = .annotation) -> Schema {
    adding { content in
      content.contentMediaType = name
      content.reading.assertsContent = use == .assertion
    }
  }

  /// Returns the schema for strings that hold a document which conforms to a schema
  /// (`contentSchema`).
  public func contentSchema(_ schema: Schema) -> Schema {
    adding { $0.contentSchema = schema }
  }
}
