/// A request as it will stand on the wire: nothing added, nothing reordered.
///
/// The caller gives Host, Content-Length and all else; a wrong message is written as readily as
/// a right one.
package struct WireRequest: Sendable, Hashable {
  /// How the body is put on the wire.
  package enum Framing: Sendable, Hashable {
    /// The body bytes follow the head verbatim.
    case asWritten
    /// The body is cut into chunks of these sizes; what remains after them is one last chunk.
    ///
    /// The caller adds `Transfer-Encoding: chunked` to the fields.
    case chunked([Int])
  }

  package var method: String
  /// Exactly the bytes of the request line between method and version.
  package var target: [UInt8]
  package var version: String
  package var fields: [WireField]
  package var body: [UInt8]
  package var framing: Framing
  /// The trailer section, written only after a chunked body.
  package var trailers: [WireField]

  package init(
    method: String,
    target: [UInt8],
    version: String = "HTTP/1.1",
    fields: [WireField] = [],
    body: [UInt8] = [],
    framing: Framing = .asWritten,
    trailers: [WireField] = []
  ) {
    self.method = method
    self.target = target
    self.version = version
    self.fields = fields
    self.body = body
    self.framing = framing
    self.trailers = trailers
  }

  package init(
    _ method: String,
    _ target: String,
    fields: [WireField] = [],
    body: [UInt8] = [],
    framing: Framing = .asWritten
  ) {
    self.init(
      method: method,
      target: Array(target.utf8),
      fields: fields,
      body: body,
      framing: framing
    )
  }
}
