/// The environment variables of a run, read once.
public struct EnvironmentVariables: Sendable {
  private let variables: [String: String]

  /// Creates an environment.
  public init(_ variables: [String: String]) { self.variables = variables }

  /// The value of a variable; an empty one counts as not set.
  public subscript(name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// All variables, for parts that look for several spellings of a name.
  package var all: [String: String] { variables }

  /// The environment with a variable set.
  package func setting(_ name: String, _ value: String) -> EnvironmentVariables {
    var variables = variables
    variables[name] = value
    return EnvironmentVariables(variables)
  }
}
