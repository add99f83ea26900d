/// What is wrong with a schema itself.
public struct SchemaError: Error, Sendable, Hashable {
  /// The JSON Pointer of the keyword in the schema.
  public let schemaLocation: String

  package let reason: Reason

  package enum Reason: Sendable, Hashable {
    case pattern(String, why: String)
    case unknownFormat(String)
    case negative(Int)
    case emptyChoice
    case multipleOfZero
    case repeatedMember(String)
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
  }

  init(_ reason: Reason, at location: String) {
    self.reason = reason
    schemaLocation = location
  }
}
