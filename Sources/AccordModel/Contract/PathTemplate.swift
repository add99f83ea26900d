/// A request path with variables in braces, such as `/contacts/{ContactId}/connections`.
///
/// A variable may share a segment with literal text (`v{version}`).
public struct PathTemplate: Sendable, Hashable, CustomStringConvertible {
  /// A part of a segment.
  public enum Piece: Sendable, Hashable {
    /// Text that stands for itself, percent-encoded where a path cannot hold it as it is.
    case literal(String)
    /// A variable by its name.
    case variable(String)
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
      guard case .variable(let name) = piece else { return nil }
      return name
    }
  }

  /// The values of the variables in a path, still percent-encoded, or `nil` if it does not match.
  ///
  /// Literal text is compared without regard to case when asked; variables never are empty.
  package func match(
    _ path: some StringProtocol,
    ignoringCase: Bool = false
  ) -> [(name: String, value: String)]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count == segments.count else { return nil }
    var values: [(name: String, value: String)] = []
    for (segment, part) in zip(segments, parts) {
      guard let found = Self.match(segment, Substring(part), ignoringCase) else { return nil }
      values += found
    }
    return values
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
      case .variable(let name):
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
      pieces.append(.variable(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(literal(rest)) }
    return pieces
  }

  private static func literal(_ text: Substring) -> Piece {
    .literal(PercentEncoding.path(String(text)))
  }
}
