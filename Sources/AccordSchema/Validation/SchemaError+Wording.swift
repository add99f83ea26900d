extension SchemaError: CustomStringConvertible {
  /// The error as a sentence: where in the schema, what is wrong, what to do.
  public var message: String {
    "In the schema at " + (schemaLocation.isEmpty ? "its root" : schemaLocation) + ": "
      + reason.sentence
  }

  /// The message.
  public var description: String { message }
}

extension SchemaError.Reason {
  fileprivate var sentence: String {
    switch self {
    case .pattern(let pattern, let why):
      "the pattern " + pattern + " is not in the syntax of ECMA-262: " + why
    case .unknownFormat(let name):
      "no format is named " + Found.quoted(name) + "; the formats are "
        + StringFormat.all.map(\.name).joined(separator: ", ") + "."
    case .negative(let bound):
      "expected a bound of at least 0, found \(bound)."
    case .emptyChoice:
      "expected at least one alternative, found none; nothing conforms to an empty choice."
    case .multipleOfZero:
      "expected a number above 0 for multipleOf."
    case .repeatedMember(let name):
      "the member " + Found.quoted(name) + " is declared twice; declare it once."
    case .tooLarge(let limit):
      "the schema holds more than \(limit) schemas."
    case .tooDeep(let limit):
      "schemas are nested deeper than \(limit) levels."
    }
  }
}
