/// How a request chooses the format of its answer.
public struct Negotiation: Sendable, Hashable {
  /// A way to ask for a format.
  public enum Way: Sendable, Hashable {
    /// A suffix of the path.
    case suffix
    /// A query parameter of this name.
    case query(String)
    /// The Accept header (RFC 9110 section 12.5.1).
    case accept

    /// The name in identifiers of cases.
    public var name: String {
      switch self {
      case .suffix: "suffix"
      case .query: "query"
      case .accept: "accept"
      }
    }
  }

  /// One way with its promise.
  public struct Rule: Sendable, Hashable {
    /// The way.
    public var way: Way
    /// That it works.
    public var clause: Clause

    /// A way that works.
    public static func by(
      _ way: Way,
      basis: Basis = .stated,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Rule {
      Rule(
        way: way,
        clause: Clause(
          "negotiation/\(way.name)",
          "The format of the answer is chosen by \(way.sentence).",
          basis: basis,
          source: SourceLine(fileID: fileID, line: line)
        )
      )
    }
  }

  /// The ways, the one that wins first.
  public var ways: [Rule]

  /// The format without any of them.
  public var fallback: Format.ID

  /// That the ways win in this order.
  public var precedenceClause: Clause

  /// That `fallback` is the format without any way.
  public var fallbackClause: Clause

  /// Creates the rules.
  public init(
    ways: [Rule],
    precedence: Basis = .stated,
    fallback: Format.ID,
    fallbackBasis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) {
    let source = SourceLine(fileID: fileID, line: line)
    self.ways = ways
    self.fallback = fallback
    precedenceClause = Clause(
      "negotiation/precedence",
      Self.precedence(of: ways.map(\.way.sentence)),
      basis: precedence,
      source: source
    )
    fallbackClause = Clause(
      "negotiation/fallback",
      "A request that asks for no format is answered in \(fallback).",
      basis: fallbackBasis,
      source: source
    )
  }

  private static func precedence(of ways: [String]) -> String {
    guard let first = ways.first, ways.count > 1 else { return "There is one way to ask." }
    let start = first.prefix(1).uppercased() + first.dropFirst()
    return "\(start) goes before \(ways.dropFirst().joined(separator: ", which goes before "))."
  }

  var clauses: [Clause] { ways.map(\.clause) + [precedenceClause, fallbackClause] }
}

extension Negotiation.Way {
  /// The way in words.
  public var sentence: String {
    switch self {
    case .suffix: "the suffix of the path"
    case .query(let name): "the query parameter \(name)"
    case .accept: "the Accept header"
    }
  }
}
