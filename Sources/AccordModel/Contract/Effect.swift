/// What a call does to what the server keeps, by its contract.
///
/// The method does not tell: an API may cancel by GET, and read by any method.
public enum Effect: String, Sendable, Hashable {
  /// The caller asks for no change of state, as RFC 9110 section 9.2.1 says of safe methods.
  case readOnly = "read-only"

  /// It may change something.
  case changesState = "changes-state"
}
