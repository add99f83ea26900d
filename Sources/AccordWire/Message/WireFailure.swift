/// Why an exchange has no whole response.
///
/// Every way to go wrong has its own name. The bytes that did arrive are kept beside it, in ``WireExchange/response``.
package enum WireFailure: Error, Sendable, Hashable {
  /// A step on the way to a usable connection.
  package enum ConnectStep: String, Sendable, Hashable, CaseIterable {
    case nameAndTCP = "connecting"
    case proxyTunnel = "opening the proxy tunnel"
    case tlsHandshake = "the TLS handshake"
  }

  /// The part of the response that was awaited.
  package enum Phase: String, Sendable, Hashable, CaseIterable {
    case head
    case body
  }

  case nameNotResolved(host: String)
  case refused(address: String)
  case unreachable(address: String, reason: String)
  case connectTimeout(step: ConnectStep, nanoseconds: Int64)
  /// No byte of a head, or no end of the body, within the limit that is named.
  case responseTimeout(phase: Phase, nanoseconds: Int64)
  case tls(TLSFailure)
  case http2(HTTP2Failure)
  case reset(phase: Phase)
  /// The server closed the connection without a byte of an answer.
  case closedBeforeHead(reused: Bool)
  /// The server closed the connection within a head.
  case closedInHead(received: Int)
  /// The server closed the connection within a body; `expected` is nil for a chunked one.
  case truncated(received: Int, expected: Int?)
  case malformedHead(HeadFault, at: Int)
  case malformedChunk(ChunkFault, at: Int)
  case headOverLimit(limit: Int)
  case bodyOverLimit(limit: Int)
  /// The proxy answered CONNECT with something other than 2xx.
  case proxyRefused(status: Int, reason: String)
  /// The proxy answered CONNECT with something that is no response, or with none.
  case proxyUnreadable(reason: String)
  case cancelled
  /// The client was shut down.
  case clientClosed
  case other(String)
}

/// Why a head cannot be read at all.
package enum HeadFault: Error, Sendable, Hashable {
  /// The first line does not begin with `HTTP/`; `found` is what it begins with.
  case notHTTP(found: [UInt8])
  /// The status line holds no number where the status belongs.
  case noStatus(line: [UInt8])
  /// The request line has not the three parts that it needs.
  case requestLine(line: [UInt8])
  /// A request whose Content-Length is no number.
  case contentLength(value: [UInt8])
  /// A request whose last transfer coding is not chunked, so that its end is unknown.
  case transferCoding(value: [UInt8])
}

/// Why a chunked body cannot be read further.
package enum ChunkFault: Error, Sendable, Hashable {
  case sizeMissing(line: [UInt8])
  case sizeOverflow(line: [UInt8])
  case sizeFollowedBy(line: [UInt8])
  /// The bytes after a chunk's data are neither CR LF nor the next size.
  case dataNotTerminated(found: [UInt8])
  case lineOverLimit(limit: Int)
}

/// Why TLS failed.
package enum TLSFailure: Error, Sendable, Hashable {
  case expired(subject: String, notAfter: Int64)
  case notYetValid(subject: String, notBefore: Int64)
  case unknownAuthority(subject: String)
  case nameMismatch(host: String, names: [String])
  /// The certificate was refused for another reason.
  case certificate(reason: String)
  /// The peer broke the handshake off, with an alert where it sent one.
  case handshakeRefused(reason: String)
  case closedInHandshake
  case plainText
  /// The peer ended an established connection with an alert.
  case alert(reason: String)
  /// What the peer sent on an established connection is no TLS record.
  case record(reason: String)
  /// Our own certificates or keys cannot be used.
  case configuration(reason: String)
  /// The package was built without its trait `TLS`.
  case notBuiltIn
  case other(String)
}
