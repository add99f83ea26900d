/// A request as a server read it, verbatim.
package struct WireServerRequest: Sendable, Hashable {
  package var method: String
  /// The bytes of the request line between method and version.
  package var target: [UInt8]
  package var version: String
  package var fields: [WireField]
  /// All bytes of the head, from the request line to the empty line.
  package var rawHead: [UInt8]
  /// The content, without chunk framing.
  package var body: [UInt8]
  package var isChunked: Bool
  package var trailers: [WireField]
  package var deviations: [Deviation]
  /// Whether the client lets the connection live on (RFC 9112, section 9.3).
  package var keepsAlive: Bool
  /// The number of the connection within its server, from 1.
  package var connectionID: Int

  package var targetText: String { WireText.decode(target) }

  package init(
    method: String,
    target: [UInt8],
    version: String = "HTTP/1.1",
    fields: [WireField] = [],
    rawHead: [UInt8] = [],
    body: [UInt8] = [],
    isChunked: Bool = false,
    trailers: [WireField] = [],
    deviations: [Deviation] = [],
    keepsAlive: Bool = true,
    connectionID: Int = 0
  ) {
    self.method = method
    self.target = target
    self.version = version
    self.fields = fields
    self.rawHead = rawHead
    self.body = body
    self.isChunked = isChunked
    self.trailers = trailers
    self.deviations = deviations
    self.keepsAlive = keepsAlive
    self.connectionID = connectionID
  }

  /// The request of a reader that is complete; nil when it reads something else.
  init?(_ reader: MessageReader, connectionID: Int) {
    guard reader.subject == .request, reader.state == .complete else { return nil }
    self.init(
      method: WireText.decode(reader.startLine.method),
      target: reader.startLine.target,
      version: reader.startLine.version,
      fields: reader.fields.fields,
      rawHead: reader.rawHead,
      body: reader.body,
      isChunked: reader.framing == .chunked,
      trailers: reader.trailers.fields,
      deviations: reader.deviations,
      keepsAlive: reader.allowsReuse,
      connectionID: connectionID
    )
  }
}
