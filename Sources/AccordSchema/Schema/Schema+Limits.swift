/// The keywords that speak of numbers and strings (JSON Schema validation, sections 6.2 and 6.3).
///
/// Each holds beside what the schema says already, and speaks only of values of its own type.
extension Schema {
  /// Returns the schema for numbers that are a multiple of another (`multipleOf`), which is above zero.
  public func multipleOf(_ step: JSONNumber) -> Schema {
    adding { $0.multipleOf = step }
  }

  /// Returns the schema for numbers that are not below a limit (`minimum`).
  public func minimum(_ limit: JSONNumber) -> Schema {
    adding { $0.minimum = limit }
  }

  /// Returns the schema for numbers that are not above a limit (`maximum`).
  public func maximum(_ limit: JSONNumber) -> Schema {
    adding { $0.maximum = limit }
  }

  /// Returns the schema for numbers that are above a limit (`exclusiveMinimum`).
  public func exclusiveMinimum(_ limit: JSONNumber) -> Schema {
    adding { $0.exclusiveMinimum = limit }
  }

  /// Returns the schema for numbers that are below a limit (`exclusiveMaximum`).
  public func exclusiveMaximum(_ limit: JSONNumber) -> Schema {
    adding { $0.exclusiveMaximum = limit }
  }

  /// Returns the schema for strings of at least so many Unicode scalars (`minLength`).
  public func minLength(_ count: Int) -> Schema {
    adding { $0.minLength = count }
  }

  /// Returns the schema for strings of at most so many Unicode scalars (`maxLength`).
  public func maxLength(_ count: Int) -> Schema {
    adding { $0.maxLength = count }
  }

  /// Returns the schema for strings in which a pattern is found (`pattern`): ECMA-262 in Unicode mode,
  /// not anchored.
  public func pattern(_ source: String) -> Schema {
    adding { $0.pattern = source }
  }

  /// Returns the schema for values in a named format (`format`); a validator refuses a name that it
  /// cannot check.
  public func format(_ name: String) -> Schema {
    adding {
      $0.format = name
      $0.ownFormat = nil
    }
  }

  /// Returns the schema for values in a format of one's own (`format`).
  public func format(_ format: StringFormat) -> Schema {
    adding { $0.setFormat(format) }
  }
}
