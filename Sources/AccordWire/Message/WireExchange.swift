/// What was sent, and what came back or went wrong.
package struct WireExchange: Sendable, Hashable {
  /// All bytes of the request, a `Proxy-Authorization` field included.
  package var sent: [UInt8]
  /// The response; a part of one when `failure` is set; nil when no status line could be read.
  package var response: WireResponse?
  package var failure: WireFailure?
  /// What the server sent from the place on where reading failed, at most 1024 bytes.
  package var unread: [UInt8]
  /// What makes the response unreadable, where no network can have made it.
  package var fault: Deviation?
  /// The version of TLS that was agreed on; nil without TLS.
  package var tlsVersion: NegotiatedTLS?
  package var timings: WireTimings
  /// The number of the connection within its client, from 1; 0 when there was none.
  package var connectionID: Int

  package init(
    sent: [UInt8],
    response: WireResponse?,
    failure: WireFailure?,
    unread: [UInt8] = [],
    fault: Deviation? = nil,
    tlsVersion: NegotiatedTLS? = nil,
    timings: WireTimings,
    connectionID: Int
  ) {
    self.sent = sent
    self.response = response
    self.failure = failure
    self.unread = unread
    self.fault = fault
    self.tlsVersion = tlsVersion
    self.timings = timings
    self.connectionID = connectionID
  }
}

/// How long the parts of an exchange took, in nanoseconds.
package struct WireTimings: Sendable, Hashable {
  /// Resolving the name, connecting and the TLS handshake; 0 on a reused connection.
  package var connect: Int64
  /// From writing the request to the first byte of the response; nil when none came.
  package var firstByte: Int64?
  /// The whole exchange, without waiting for a free connection.
  package var total: Int64
  package var reusedConnection: Bool
  /// Whether the request was sent a second time, because a reused connection had closed.
  package var resent: Bool

  package init(
    connect: Int64 = 0,
    firstByte: Int64? = nil,
    total: Int64 = 0,
    reusedConnection: Bool = false,
    resent: Bool = false
  ) {
    self.connect = connect
    self.firstByte = firstByte
    self.total = total
    self.reusedConnection = reusedConnection
    self.resent = resent
  }
}
