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
    /// Bytes that no schema looks into: an image, a document, a file.
    case octets(Octets)
    /// Nothing: `Content-Length: 0`, an empty chunked body, or no body.
    case empty
    /// Nothing is promised.
    case unspecified

    /// Bytes that no schema looks into, with how many of them there may be: by default one at least.
    ///
    /// A ``ResponseRule/digests`` rule says what digest of them a header field names.
    public static func bytes(count: ClosedRange<Int> = 1...Int.max) -> Content {
      .octets(Octets(count: count))
    }

    /// Bytes that no schema looks into, of which there are at least so many.
    public static func bytes(count: PartialRangeFrom<Int>) -> Content {
      .octets(Octets(count: count.lowerBound...Int.max))
    }
  }

  /// Content that no schema looks into.
  public struct Octets: Sendable, Hashable {
    /// How many bytes there may be, after content codings are taken off; the upper bound `Int.max` is
    /// none.
    public var count: ClosedRange<Int>

    /// Creates a promise of so many bytes.
    public init(count: ClosedRange<Int>) { self.count = count }
  }

  /// The statuses.
  public var statuses: StatusSet

  /// The content.
  public var content: Content

  /// The formats that it is written in, by their identifiers in the suite; empty means all those of the
  /// contract that no other response of its status names.
  ///
  /// So one endpoint answers in several media types, each with a schema of its own:
  ///
  /// ```swift
  /// responses: [
  ///   .status(.ok, .payload(order)),
  ///   .status(.ok, .bytes(), in: ["pdf"], name: "pdf"),
  /// ]
  /// ```
  public var formats: [Format.ID]

  /// The header fields.
  public var headers: [HeaderRule]

  /// The header fields that name a digest of the content.
  public var digests: [DigestRule]

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
  ///
  /// `formats` are those that it is written in, see ``formats``; `name` tells it from other responses of the
  /// contract, which examples expect by that name.
  public static func status(
    _ status: HTTPResponse.Status,
    _ content: Content,
    in formats: [Format.ID] = [],
    headers: [HeaderRule] = [],
    digests: [DigestRule] = [],
    readings: [ContentReading] = [],
    versions: [Int] = [],
    name: String = "success",
    basis: Basis = .stated,
    contentBasis: Basis = .stated,
    fileID: String = #fileID,
    line: Int = #line
  ) -> ResponseRule {
    statuses(
      .exactly(status),
      content,
      in: formats,
      headers: headers,
      digests: digests,
      readings: readings,
      versions: versions,
      name: name,
      basis: basis,
      contentBasis: contentBasis,
      fileID: fileID,
      line: line
    )
  }

  /// A response with any of several statuses, or of a class such as ``StatusSet/successful``.
  ///
  /// Its other arguments are those of
  /// ``status(_:_:in:headers:digests:readings:versions:name:basis:contentBasis:fileID:line:)``.
  public static func statuses(
    _ statuses: StatusSet,
    _ content: Content,
    in formats: [Format.ID] = [],
    headers: [HeaderRule] = [],
    digests: [DigestRule] = [],
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
        formats.isEmpty
          ? "The answer is in the format asked for, and its body follows its schema."
          : "The answer is in \(formats.joined(separator: " or ")), and its body follows its schema."
      case .octets(let octets):
        formats.isEmpty
          ? octets.sentence
          : "\(octets.sentence) It is in \(formats.joined(separator: " or "))."
      case .empty: "No body is returned."
      case .unspecified: "Nothing is promised of the answer's body."
      }
    return ResponseRule(
      statuses: statuses,
      content: content,
      formats: formats,
      headers: headers.map { $0.belonging(to: "response/\(name)") },
      digests: digests.map { $0.belonging(to: "response/\(name)") },
      versions: versions,
      readings: readings.map { $0.belonging(to: "response/\(name)/content") },
      clause: Clause(
        "response/\(name)",
        "A right request is answered with \(statuses).",
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
    case .octets, .empty, .unspecified: nil
    }
  }

  var clauses: [Clause] {
    [clause, contentClause] + readings.map(\.clause) + ties.map(\.clause)
      + headers.flatMap(\.clauses) + digests.map(\.clause)
  }
}

extension ResponseRule {
  /// Whether it promises content.
  package var promisesContent: Bool {
    switch content {
    case .payload, .rows, .octets: true
    case .empty, .unspecified: false
    }
  }

  /// Whether it promises the format of its content.
  package var promisesFormat: Bool { schema != nil || content != .empty && !formats.isEmpty }

  /// Whether another response answers the same requests in other formats.
  package func isSibling(of other: ResponseRule) -> Bool {
    statuses == other.statuses && versions == other.versions
  }
}

extension Contract {
  /// The response that is written in a format: the given one, or the one of the same status and versions
  /// that names the format.
  package func response(in format: Format.ID?, besides rule: ResponseRule) -> ResponseRule {
    guard let format, !rule.formats.contains(format) else { return rule }
    let siblings = responses.filter { $0.isSibling(of: rule) }
    if let named = siblings.first(where: { $0.formats.contains(format) }) { return named }
    return rule.formats.isEmpty ? rule : siblings.first(where: \.formats.isEmpty) ?? rule
  }
}

extension ResponseRule.Octets {
  /// The promise in words.
  var sentence: String {
    if count == 0...Int.max { return "The body is bytes, or empty." }
    return count == 1...Int.max ? "The body is bytes." : "The body is \(words)."
  }

  /// How many there may be, in words, such as `1 to 1000 bytes`.
  package var words: String {
    let (least, most) = (count.lowerBound, count.upperBound)
    if least == most { return least == 1 ? "1 byte" : "\(least) bytes" }
    guard most < Int.max else { return "at least \(least) byte\(least == 1 ? "" : "s")" }
    return "\(least) to \(most) bytes"
  }
}
