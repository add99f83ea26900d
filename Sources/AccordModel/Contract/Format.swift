/// A representation that an API reads or writes: JSON, XML, and so on.
///
/// A media type with a structured suffix is a format of its own:
///
/// ```swift
/// Format("order", .json, mediaType: "application/vnd.acme.order+json")
/// ```
public struct Format: Sendable, Hashable, Identifiable {
  /// The name of a format in its suite, such as `json`.
  public typealias ID = String

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

  /// `text/plain` in UTF-8: a body is a string.
  public static let plainText = Format("text", .text, mediaType: "text/plain")

  /// `application/octet-stream`: a body is bytes.
  public static let octetStream = Format("bytes", .bytes, mediaType: "application/octet-stream")

  /// `application/x-www-form-urlencoded`, for requests.
  public static let form = Format("form", .form, mediaType: MediaType.form)

  /// `multipart/form-data`, for requests with files (RFC 7578).
  public static let formData = Format("multipart", .multipart, mediaType: MediaType.formData)

  /// `multipart/mixed`: parts in their order (RFC 2046 section 5.1.3).
  public static let mixed = Format("mixed", .parts, mediaType: "multipart/mixed")
}
