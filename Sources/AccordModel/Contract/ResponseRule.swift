public import AccordSchema
public import HTTPTypes

/// What a right request gets.
public struct ResponseRule: Sendable, Hashable {
  /// What the response's content is.
  public enum Content: Sendable, Hashable {
    /// A value of this schema in the format that the request asked for.
    case payload(Schema)
    /// A value of this schema in a format that writes rows: the whole value as one row, or the
    /// items at the pointer as the rows; either is right.
    case rows(Schema, of: JSONPointer)
    /// Nothing: `Content-Length: 0`, an empty chunked body, or no body.
    case empty
    /// Nothing is promised.
    case unspecified
  }

  /// The statuses.
  public var statuses: StatusSet

  /// The content.
  public var content: Content

  /// The header fields.
  public var headers: [HeaderRule]

  /// The versions that answer so; empty means all.
  public var versions: [Int]

  /// Closer readings of the content, each a promise of its own.
  public var readings: [ContentReading]

  /// What ties it to its request, each a promise of its own.
  public var ties: [Tie] = []

  /// That a right request gets this status.
  public var clause: Clause

  /// That the content is as promised.
  public var contentClause: Clause

  /// A response with one status.
  public static func status(
    _ status: HTTPResponse.Status,
    _ content: Content,
    headers: [HeaderRule] = [],
    readings: [ContentReading] = [],
    versions: [Int] = [],
    name: String = "success",
    basis: Basis = .stated,
    contentBasis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> ResponseRule {
    let source = SourceLine(fileID: fileID, line: line)
    let promise =
      switch content {
      case .payload, .rows:
        "The answer is in the format asked for, and its body follows its schema."
      case .empty: "No body is returned."
      case .unspecified: "Nothing is promised of the answer's body."
      }
    return ResponseRule(
      statuses: .exactly(status),
      content: content,
      headers: headers.map { $0.belonging(to: "response/\(name)") },
      versions: versions,
      readings: readings.map { $0.belonging(to: "response/\(name)/content") },
      clause: Clause(
        "response/\(name)",
        "A right request is answered with \(status.code).",
        basis: basis,
        source: source
      ),
      contentClause: Clause(
        "response/\(name)/content",
        promise,
        basis: contentBasis,
        source: source
      )
    )
  }

  /// The schema of the content, where there is one.
  public var schema: Schema? {
    switch content {
    case .payload(let schema), .rows(let schema, _): schema
    case .empty, .unspecified: nil
    }
  }

  var clauses: [Clause] {
    [clause, contentClause] + readings.map(\.clause) + ties.map(\.clause)
      + headers.flatMap(\.clauses)
  }
}
