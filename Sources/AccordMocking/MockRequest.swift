package import AccordModel

/// A request as the mock reads it.
package struct MockRequest: Sendable, Hashable {
  /// The method, in its own case (RFC 9110 section 9.1).
  package var method: String

  /// The request target in origin form: path and query, still percent-encoded.
  package var target: String

  /// The fields, in the order sent.
  package var fields: [Field]

  /// The content.
  package var body: [UInt8]

  /// Creates a request.
  package init(_ method: String, _ target: String, fields: [Field] = [], body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.fields = fields
    self.body = body
  }

  /// The value of the first field of this name.
  func value(of name: String) -> String? { fields.values(of: name).first }
}
