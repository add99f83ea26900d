/// What the environment holds for a credential, by the names of the variables.
public struct CredentialValues: Sendable {
  private let values: [String: String]

  /// Creates values, as a test of a signature does.
  public init(_ values: [String: String]) { self.values = values }

  /// The value of a variable that the credential names; all of them are set when it is asked.
  public subscript(variable: String) -> String { values[variable] ?? "" }

  /// The values with others in the place of some.
  package func replacing(_ names: [String], _ change: (String) -> String) -> CredentialValues {
    var values = values
    for name in names { values[name] = change(self[name]) }
    return CredentialValues(values)
  }
}
