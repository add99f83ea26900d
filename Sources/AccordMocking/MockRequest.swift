public import AccordModel

/// A request as the mock reads it.
public struct MockRequest: Sendable, Hashable {
  /// The method, in its own case (RFC 9110 section 9.1).
  public var method: String

  /// The request target in origin form: path and query, still percent-encoded.
  public var target: String

  /// The fields, in the order sent.
  public var fields: [Field]

  /// The content.
  public var body: [UInt8]

  /// Creates a request.
  public init(_ method: String, _ target: String, fields: [Field] = [], body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.fields = fields
    self.body = body
  }

  /// The value of the first field of this name, in whatever case it is written.
  public func value(of name: String) -> String? { fields.values(of: name).first }

  /// The media type of the content; `nil` where none is stated, or what is stated is none.
  package var contentType: MediaType? {
    value(of: "Content-Type").flatMap { MediaType(parsing: $0) }
  }

  /// The path, still percent-encoded.
  public var path: String { RequestTarget(target).path }

  /// The query parameters in order, decoded.
  public var query: [NamedText] { RequestTarget(target).query }

  /// Whether its Content-Type says that the body is a form.
  public var isForm: Bool {
    contentType?.isForm == true
  }

  /// The fields of a body that is a form; empty if it is none.
  public var form: [NamedText] { isForm ? FormFields.parse(body) : [] }
}
