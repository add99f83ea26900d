/// A request path with variables in braces, such as `/contacts/{ContactId}/connections`.
///
/// A variable may share a segment with literal text (`v{version}`). One that is written `{+name}` holds
/// slashes too, as in RFC 6570 section 3.2.3: `/v2/{+name}/tags/list` is the path of
/// `/v2/library/alpine/tags/list`.
public struct PathTemplate: Sendable, Hashable, CustomStringConvertible {
  /// A part of a segment.
  public enum Piece: Sendable, Hashable {
    /// Text that stands for itself, percent-encoded where a path cannot hold it as it is.
    case literal(String)
    /// A variable by its name.
    case variable(String)
    /// A variable by its name that may hold slashes; it fills whole segments.
    case segments(String)
  }

  /// The segments between the slashes, each a list of pieces.
  public let segments: [[Piece]]

  /// The template as it was written.
  public let description: String

  /// Reads a template.
  ///
  /// A brace without its partner stays literal text; the lint reports it.
  public init(_ template: String) {
    description = template
    segments = template.split(separator: "/").map { Self.pieces(of: $0) }
  }

  /// The names of the variables, in the order of the path.
  public var variables: [String] {
    segments.joined().compactMap { piece in
      switch piece {
      case .variable(let name), .segments(let name): name
      case .literal: nil
      }
    }
  }

  /// The values of the variables in a path, still percent-encoded, or `nil` if it does not match.
  ///
  /// Literal text is compared without regard to case when asked; variables never are empty. A
  /// variable that may hold slashes holds as many segments as it can.
  package func match(
    _ path: some StringProtocol,
    ignoringCase: Bool = false
  ) -> [(name: String, value: String)]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    return Self.match(segments[...], parts.map { Substring($0) }[...], ignoringCase)
  }

  private static func match(
    _ segments: ArraySlice<[Piece]>,
    _ parts: ArraySlice<Substring>,
    _ ignoringCase: Bool
  ) -> [(name: String, value: String)]? {
    guard let segment = segments.first else { return parts.isEmpty ? [] : nil }
    guard parts.count >= segments.count else { return nil }
    let others = segments.dropFirst()
    guard case .segments(let name)? = segment.first, segment.count == 1 else {
      guard let part = parts.first, let found = match(segment, part, ignoringCase),
        let rest = match(others, parts.dropFirst(), ignoringCase)
      else { return nil }
      return found + rest
    }
    for count in (1...(parts.count - others.count)).reversed() {
      guard let rest = match(others, parts.dropFirst(count), ignoringCase) else { continue }
      return [(name, parts.prefix(count).joined(separator: "/"))] + rest
    }
    return nil
  }

  /// Whether its literal text says more than another's, segment by segment: of two templates that
  /// match a path, that one is meant (OpenAPI 3.1, "Path Templating Matching").
  package func isCloser(than other: PathTemplate) -> Bool {
    for (own, others) in zip(segments, other.segments) {
      let ranks = (Self.rank(of: own), Self.rank(of: others))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    }
    return false
  }

  private static func rank(of segment: [Piece]) -> Int {
    var rank = 0
    for piece in segment {
      switch piece {
      case .literal: break
      case .variable: rank = max(rank, segment.count > 1 ? 1 : 2)
      case .segments: rank = 3
      }
    }
    return rank
  }

  private static func match(
    _ pieces: [Piece],
    _ text: Substring,
    _ ignoringCase: Bool
  ) -> [(name: String, value: String)]? {
    var rest = text
    var values: [(name: String, value: String)] = []
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .literal(let literal):
        let head = rest.prefix(literal.count)
        let same =
          ignoringCase ? head.lowercased() == literal.lowercased() : head == Substring(literal)
        guard same else { return nil }
        rest = rest.dropFirst(literal.count)
      case .variable(let name), .segments(let name):
        // Only the last variable of a segment can be unbounded; one before it ends where the
        // literal text after it begins.
        var value = rest
        if index + 1 < pieces.count, case .literal(let next) = pieces[index + 1] {
          guard let end = rest.indices.first(where: { rest[$0...].hasPrefix(next) }) else {
            return nil
          }
          value = rest[..<end]
        }
        guard !value.isEmpty else { return nil }
        values.append((name, String(value)))
        rest = rest[value.endIndex...]
      }
    }
    return rest.isEmpty ? values : nil
  }

  private static func pieces(of segment: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var rest = segment
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      if open > rest.startIndex { pieces.append(literal(rest[..<open])) }
      let name = rest[rest.index(after: open)..<close]
      pieces.append(
        name.hasPrefix("+") ? .segments(String(name.dropFirst())) : .variable(String(name))
      )
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(literal(rest)) }
    return pieces
  }

  private static func literal(_ text: Substring) -> Piece {
    .literal(PercentEncoding.path(String(text)))
  }
}
