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
    /// That it works for single formats, where that comes from elsewhere than the rule itself.
    public var choices: [Choice]

    /// A way that works; `choices` are promises of their own.
    public static func by(
      _ way: Way,
      _ choices: [Choice] = [],
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
        ),
        choices: choices.map { choice in
          var choice = choice
          choice.clause.id = "negotiation/\(way.name)/\(choice.format)"
          choice.clause.sentence = "\(choice.format) is chosen by \(way.sentence)."
          return choice
        }
      )
    }

    /// That a format is chosen by this way.
    public func clause(for format: Format.ID) -> Clause {
      choices.first { $0.format == format }?.clause ?? clause
    }
  }

  /// A format as it is chosen by one of the ways.
  public struct Choice: Sendable, Hashable {
    /// The format.
    public var format: Format.ID
    /// That the way chooses it.
    public var clause: Clause

    /// A format whose choice has a basis of its own.
    public static func format(
      _ format: Format.ID,
      basis: Basis,
      fileID: String = #fileID,
      line: Int = #line
    ) -> Choice {
      let source = SourceLine(fileID: fileID, line: line)
      return Choice(format: format, clause: Clause("", "", basis: basis, source: source))
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

  var clauses: [Clause] {
    // Of one way alone nothing can go before another.
    ways.flatMap { [$0.clause] + $0.choices.map(\.clause) }
      + (ways.count > 1 ? [precedenceClause] : []) + [fallbackClause]
  }
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
