/// Why an exchange over HTTP/2 has no whole response, beyond what goes wrong in any version.
package enum HTTP2Failure: Error, Sendable, Hashable {
  /// What closed before the request could be sent.
  package enum Window: String, Sendable, Hashable, CaseIterable {
    case stream
    case connection
  }

  /// The package was built without its trait `HTTP2`.
  case notBuiltIn
  /// TLS was agreed on, HTTP/2 was not.
  case notChosen
  /// Plain HTTP/2 cannot go through a proxy that forwards.
  case forwardProxy
  /// What came first is no SETTINGS frame; `found` is how it begins.
  case notHTTP2(found: [UInt8])
  /// The connection closed before SETTINGS came.
  case closedBeforeSettings
  /// SETTINGS never came.
  case settingsMissing(nanoseconds: Int64)
  /// The server allows so many streams, and none of them became free.
  case noStreamAllowed(limit: Int, nanoseconds: Int64)
  /// A window of the server never opened for the rest of the content.
  case windowClosed(Window, sent: Int, of: Int, nanoseconds: Int64)
  /// GOAWAY, before the response was complete; streams after the last one were not processed (RFC 9113
  /// section 6.8).
  case goneAway(code: UInt32, lastStream: Int, stream: Int, text: [UInt8])
  /// RST_STREAM with another code than REFUSED_STREAM.
  case streamReset(code: UInt32, phase: WireFailure.Phase)
  /// RST_STREAM with REFUSED_STREAM: nothing was processed (RFC 9113 section 8.7).
  case streamRefused
  /// A field section that begins a response and has no status.
  case statusMissing
  /// A status that is no number of three digits.
  case statusInvalid(value: [UInt8])
  /// The stream ended after interim responses alone.
  case endedWithoutResponse
  /// The connection closed within the content.
  case closedInContent(received: Int)
  /// What the server sent breaks the protocol of the stream, or else of the connection.
  case stream(reason: String)
  case connection(reason: String)

  /// Whether the server says that it did nothing of the request.
  var isUnprocessed: Bool {
    switch self {
    case .streamRefused: true
    case .goneAway(_, let last, let stream, _): stream > last
    default: false
    }
  }
}
