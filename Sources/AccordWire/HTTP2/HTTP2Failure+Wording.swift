extension HTTP2Failure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notBuiltIn:
      "HTTP/2 is not built in. Build with the package trait HTTP2, which is off by default."
    case .notChosen:
      "The server did not choose HTTP/2 (h2) in the TLS handshake. Leave HTTP/2 to the server's choice "
        + "if HTTP/1.1 is right for it."
    case .forwardProxy:
      "HTTP/2 without TLS cannot go through a proxy that forwards. Except the server from the proxy."
    case .notHTTP2(let found):
      "The server does not speak HTTP/2: expected a SETTINGS frame, found "
        + "\"\(WireText.escaped(found))\"."
    case .closedBeforeSettings:
      "The server closed the connection before its SETTINGS frame. Check that it speaks HTTP/2 here."
    case .settingsMissing(let nanoseconds):
      "No SETTINGS frame within \(WireFailure.time(nanoseconds)) of connecting."
    case .noStreamAllowed(let limit, let nanoseconds):
      "No stream could be opened within \(WireFailure.time(nanoseconds)): the server allows "
        + "\(limit) at once (SETTINGS_MAX_CONCURRENT_STREAMS)."
    case .windowClosed(let window, let sent, let total, let nanoseconds):
      "The flow-control window of the \(window.rawValue) did not open within "
        + "\(WireFailure.time(nanoseconds)): \(sent) of \(WireFailure.bytes(total)) of content were sent."
    case .goneAway(let code, let last, let stream, let text):
      "The server ended the connection with GOAWAY, \(HTTP2ErrorName(code)), last stream \(last), "
        + (stream > last
          ? "so that it did not process our stream \(stream)"
          : "and closed it before the response on our stream \(stream) was complete")
        + (text.isEmpty ? "." : ": \"\(WireText.escaped(text))\".")
    case .streamReset(let code, .head):
      "The server reset the stream with RST_STREAM, \(HTTP2ErrorName(code)), before the response head."
    case .streamReset(let code, .body):
      "The server reset the stream with RST_STREAM, \(HTTP2ErrorName(code)), within the response body."
    case .streamRefused:
      "The server refused the stream with RST_STREAM, \(HTTP2ErrorName(7)): it did not process the "
        + "request."
    case .statusMissing:
      "The response has no :status field."
    case .statusInvalid(let value):
      "The response has no status: expected three digits in :status, found "
        + "\"\(WireText.escaped(value))\"."
    case .endedWithoutResponse:
      "The stream ended with an interim response: no final response came."
    case .closedInContent(let received):
      "The server closed the connection within the body, after \(WireFailure.bytes(received)) of "
        + "content: its stream was not ended."
    case .stream(let reason):
      "The server broke HTTP/2 on the stream of the exchange: \(reason)."
    case .connection(let reason):
      "The server broke HTTP/2 on the connection: \(reason)."
    }
  }
}
