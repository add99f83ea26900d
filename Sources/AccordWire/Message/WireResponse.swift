/// An interim response: any 1xx but 101 (RFC 9110, section 15.2).
package struct WireInterim: Sendable, Hashable {
  package var version: String
  package var status: Int
  /// The raw reason phrase.
  package var reason: String
  package var fields: [WireField]
  /// All bytes from the status line to the empty line.
  package var rawHead: [UInt8]

  package init(
    version: String = "HTTP/1.1",
    status: Int,
    reason: String,
    fields: [WireField],
    rawHead: [UInt8] = []
  ) {
    self.version = version
    self.status = status
    self.reason = reason
    self.fields = fields
    self.rawHead = rawHead
  }
}

/// A response as it stood on the wire, whole, or as far as it came.
package struct WireResponse: Sendable, Hashable {
  /// How the reader knew where the body ends (RFC 9112, section 6.3).
  package enum BodyFraming: Sendable, Hashable {
    case none
    case contentLength(Int)
    case chunked
    case untilClose
  }

  package var version: String
  package var status: Int
  /// The raw reason phrase; empty when there is none.
  package var reason: String
  package var fields: [WireField]
  /// All bytes of the final head, from the status line to the empty line.
  package var rawHead: [UInt8]
  /// The interim responses before this one, in order.
  package var interim: [WireInterim]
  package var framing: BodyFraming
  /// The content, without chunk framing; as far as it came when the exchange failed.
  package var body: [UInt8]
  package var trailers: [WireField]
  /// What the server sent after the end of the message, as far as it came with the message.
  package var surplus: [UInt8]
  /// What the message does against RFC 9110 and RFC 9112, in the order of its bytes.
  package var deviations: [Deviation]

  package init(
    version: String = "HTTP/1.1",
    status: Int,
    reason: String = "",
    fields: [WireField] = [],
    rawHead: [UInt8] = [],
    interim: [WireInterim] = [],
    framing: BodyFraming = .none,
    body: [UInt8] = [],
    trailers: [WireField] = [],
    surplus: [UInt8] = [],
    deviations: [Deviation] = []
  ) {
    self.version = version
    self.status = status
    self.reason = reason
    self.fields = fields
    self.rawHead = rawHead
    self.interim = interim
    self.framing = framing
    self.body = body
    self.trailers = trailers
    self.surplus = surplus
    self.deviations = deviations
  }
}
