/// An error name that an endpoint's document lists.
public struct ErrorClause: Sendable, Hashable {
  /// Whether a caller can bring the error about.
  public enum Provocation: Sendable, Hashable {
    /// A wrong request brings it about: one of the contract's refusals bears the name.
    case byRequest
    /// Live data brings it about: one of the contract's examples expects it.
    case byExample
    /// Nothing that a caller sends brings it about, with the reason.
    case impossible(reason: String)
  }

  /// The name, as the document spells it.
  public var name: String

  /// Whether a caller can bring it about.
  public var provocation: Provocation

  /// When it occurs, in words.
  public var meaning: String

  /// That the endpoint answers with it.
  public var clause: Clause

  /// An error that is listed.
  public static func named(
    _ name: String,
    _ provocation: Provocation,
    _ meaning: String = "",
    basis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> ErrorClause {
    ErrorClause(
      name: name,
      provocation: provocation,
      meaning: meaning,
      clause: Clause(
        "error/\(name)",
        "\(name) is one of the endpoint's errors.",
        basis: basis,
        source: SourceLine(fileID: fileID, line: line)
      )
    )
  }
}
