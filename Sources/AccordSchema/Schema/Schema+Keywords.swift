/// Keywords beside those that a schema has, where no other spelling gives them to it.
extension Schema {
  /// Returns the schema for values of another one's types too, such as `.string.orType(of: .integer)`.
  ///
  /// Nothing else of the other schema counts.
  public func orType(of other: Schema) -> Schema {
    adding { $0.types = ($0.types ?? []).union(other.content.types ?? []) }
  }

  /// Returns the schema with the values that are right (JSON Schema validation, section 6.1.2).
  public func enumeration(_ values: [JSON]) -> Schema {
    adding { $0.enumeration = values }
  }

  /// Returns the schema with the one value that is right (JSON Schema validation, section 6.1.3).
  public func constant(_ value: JSON) -> Schema {
    adding { $0.constant = value }
  }

  /// Returns the schema with these members for the values that are objects (JSON Schema core, section
  /// 10.3.2.1); other values are as right as before.
  public func properties(_ members: [Member]) -> Schema {
    adding { $0.members = members }
  }
}
