public import AccordSchema

extension Format {
  /// The syntax of a body.
  public enum Syntax: Sendable, Hashable {
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
    /// Fields of `application/x-www-form-urlencoded` (URL standard, section 5): an object, whose lists are
    /// fields of one name.
    case form
    /// Fields and files of `multipart/form-data` (RFC 7578): an object; what its schema says of
    /// ``Schema/contentMediaType(_:as:)`` makes a part a file.
    case multipart
    /// The parts of `multipart/mixed` and its like (RFC 2046 section 5.1) in their order: a list, in which a
    /// part that says it is JSON is its value, and all others are texts.
    case parts
    /// A text: the value is a string, or what its schema reads in one.
    case text
    /// Bytes that no schema looks into, such as PDF and images.
    case bytes
    /// A syntax that a team brings.
    case own(OwnSyntax)

    /// A syntax that a team brings, such as YAML.
    public static func own(_ syntax: any BodySyntax) -> Syntax { .own(OwnSyntax(syntax)) }
  }

  /// A ``BodySyntax`` that is told from others by its name.
  public struct OwnSyntax: Sendable, Hashable {
    /// The syntax.
    public let syntax: any BodySyntax

    /// Wraps a syntax.
    public init(_ syntax: any BodySyntax) { self.syntax = syntax }

    /// Whether both have the same name.
    public static func == (left: OwnSyntax, right: OwnSyntax) -> Bool {
      left.syntax.name == right.syntax.name
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(syntax.name) }
  }
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
    case .form: "form fields"
    case .multipart: "multipart"
    case .parts: "multipart in order"
    case .text: "text"
    case .bytes: "bytes"
    case .own(let own): own.syntax.name
    }
  }

  /// Whether an error with members can be written so.
  package var writesValues: Bool {
    switch self {
    case .json, .xml, .jsonLines, .csv, .jsv, .own: true
    case .form, .multipart, .parts, .text, .bytes: false
    }
  }

  /// Whether only requests are written so, unless a contract says otherwise.
  package var isOfRequests: Bool { self == .form || self == .multipart }
}
