/// A representation that an API writes: JSON, XML, and so on.
public struct Format: Sendable, Hashable, Identifiable {
  /// The name of a format in its suite, such as `json`.
  public typealias ID = String

  /// The syntax of a body.
  public enum Syntax: String, Sendable, Hashable {
    /// JSON (RFC 8259).
    case json
    /// XML 1.0 with namespaces.
    case xml
    /// One JSON text a line.
    case jsonLines
    /// Comma-separated values (RFC 4180).
    case csv
    /// JSV: JSON's structure with CSV's quotes.
    case jsv
  }

  /// The name, such as `json`.
  public var id: ID

  /// The syntax of its bodies.
  public var syntax: Syntax

  /// The media type of its bodies, without parameters (RFC 9110 section 8.3).
  public var mediaType: String

  /// The charset parameter that the Content-Type carries; `nil` if none is promised.
  public var charset: String?

  /// Whether the charset is stated or assumed.
  public var charsetBasis: Basis

  /// The media type that asks for it in Accept.
  public var accept: String

  /// The suffix of the path that asks for it, without its dot.
  public var suffix: String

  /// The value of the query parameter that asks for it.
  public var queryValue: String

  /// Whether bodies are checked; those of a promised format that is not are reported as not
  /// checked, never as conforming.
  public var isChecked: Bool

  /// Creates a format.
  public init(
    _ id: ID,
    _ syntax: Syntax,
    mediaType: String,
    charset: String? = nil,
    charsetBasis: Basis = .stated,
    accept: String? = nil,
    suffix: String? = nil,
    queryValue: String? = nil,
    isChecked: Bool = true
  ) {
    self.id = id
    self.syntax = syntax
    self.mediaType = mediaType
    self.charset = charset
    self.charsetBasis = charsetBasis
    self.accept = accept ?? mediaType
    self.suffix = suffix ?? id
    self.queryValue = queryValue ?? id
    self.isChecked = isChecked
  }

  /// `application/problem+json`, the details of a problem (RFC 9457).
  public static let problemJSON = Format("problem", .json, mediaType: "application/problem+json")

  /// `application/problem+xml`, the details of a problem (RFC 9457 appendix B).
  public static let problemXML = Format("problem-xml", .xml, mediaType: "application/problem+xml")

  /// `application/json`.
  public static let json = Format("json", .json, mediaType: "application/json")
}

extension Format.Syntax {
  /// The name as people write it.
  package var name: String {
    switch self {
    case .json: "JSON"
    case .xml: "XML"
    case .jsonLines: "JSON Lines"
    case .csv: "CSV"
    case .jsv: "JSV"
    }
  }
}
