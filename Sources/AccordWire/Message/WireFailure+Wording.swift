extension WireFailure: CustomStringConvertible {
  /// What was expected, what was found, and where, in one sentence.
  package var description: String {
    switch self {
    case .nameNotResolved(let host):
      "The name \(host) could not be resolved to an address. Check the host of the server's URL."
    case .refused(let address):
      "\(address) refused the connection. Check that the server is running and listens there."
    case .unreachable(let address, let reason):
      "\(address) could not be reached: \(reason)."
    case .connectTimeout(let step, let nanoseconds):
      "No connection within \(Self.time(nanoseconds)): \(step.rawValue) did not end."
    case .responseTimeout(.head, let nanoseconds):
      "No complete response head within \(Self.time(nanoseconds)) of sending the request."
    case .responseTimeout(.body, let nanoseconds):
      "The response body did not end within the \(Self.time(nanoseconds)) of the exchange."
    case .tls(let failure):
      failure.description
    case .http2(let failure):
      failure.description
    case .reset(.head):
      "The server reset the connection before the response head was complete."
    case .reset(.body):
      "The server reset the connection within the response body."
    case .closedBeforeHead(reused: false):
      "The server closed the connection without sending a byte of a response."
    case .closedBeforeHead(reused: true):
      "The server closed a kept connection just as the request was sent on it; no byte of a "
        + "response came, so it may or may not have seen the request."
    case .closedInHead(let received):
      "The server closed the connection within the response head, after \(Self.bytes(received))."
    case .truncated(let received, let expected?):
      "The server closed the connection within the body: Content-Length promised "
        + "\(Self.bytes(expected)), \(Self.bytes(received)) came."
    case .truncated(let received, nil):
      "The server closed the connection within a chunked body: \(Self.bytes(received)) of content "
        + "came, the last chunk did not."
    case .malformedHead(let fault, let offset):
      "The message head cannot be read at byte \(offset): \(fault.description)."
    case .malformedChunk(let fault, let offset):
      "The chunked body cannot be read at byte \(offset): \(fault.description)."
    case .headOverLimit(let limit):
      "The message heads and trailers are longer than the limit of \(Self.bytes(limit))."
    case .bodyOverLimit(let limit):
      "The body is longer than the limit of \(Self.bytes(limit))."
    case .proxyRefused(let status, let reason):
      "The proxy refused to open a tunnel: \(status)\(reason.isEmpty ? "" : " " + Self.shown(reason))."
    case .proxyUnreadable(let reason):
      "The proxy did not answer the request for a tunnel properly: \(reason)"
    case .cancelled:
      "The exchange was cancelled."
    case .clientClosed:
      "The client was shut down before the exchange began."
    case .other(let reason):
      "The exchange failed: \(reason)."
    }
  }

  /// A time in the largest unit that shows it without a fraction.
  static func time(_ nanoseconds: Int64) -> String {
    if nanoseconds % 1_000_000_000 == 0 { return "\(nanoseconds / 1_000_000_000) s" }
    if nanoseconds >= 1_000_000 { return "\(nanoseconds / 1_000_000) ms" }
    return "\(nanoseconds) ns"
  }

  static func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }

  private static func shown(_ text: String) -> String { WireText.escaped(Array(text.utf8)) }
}

extension HeadFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notHTTP(let found):
      "expected \"HTTP/\", found \"\(WireText.escaped(found))\""
    case .noStatus(let line):
      "expected a three-digit status, found \"\(WireText.escaped(line))\""
    case .requestLine(let line):
      "expected method, target and version, found \"\(WireText.escaped(line))\""
    case .contentLength(let value):
      "expected a decimal Content-Length, found \"\(WireText.escaped(value))\""
    case .transferCoding(let value):
      "expected chunked as the last transfer coding, found \"\(WireText.escaped(value))\""
    }
  }
}

extension ChunkFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sizeMissing(let line):
      "expected a hexadecimal chunk size, found \"\(WireText.escaped(line))\""
    case .sizeOverflow(let line):
      "the chunk size \"\(WireText.escaped(line))\" is larger than any body can be"
    case .sizeFollowedBy(let line):
      "expected a line end or \";\" after the chunk size, found \"\(WireText.escaped(line))\""
    case .dataNotTerminated(let found):
      "expected CR LF after the data of a chunk, found \"\(WireText.escaped(found))\""
    case .lineOverLimit(let limit):
      "the chunk size and its extensions are longer than \(limit) bytes"
    }
  }
}

extension TLSFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .expired(let subject, let notAfter):
      "The server's certificate for \(shown(subject)) expired on \(CalendarDay(notAfter))."
    case .notYetValid(let subject, let notBefore):
      "The server's certificate for \(shown(subject)) is not valid before \(CalendarDay(notBefore))."
    case .unknownAuthority(let subject):
      "The server's certificate for \(shown(subject)) was not signed by a trusted authority. Name its "
        + "authority's certificate as trusted if it is right."
    case .nameMismatch(let host, let names):
      "The server's certificate is not for \(host) but for "
        + "\(names.isEmpty ? "no name at all" : names.map(shown).joined(separator: ", "))."
    case .certificate(let reason):
      "The server's certificate was refused: \(reason)."
    case .handshakeRefused(let reason):
      "The server broke off the TLS handshake: \(reason)."
    case .closedInHandshake:
      "The server closed the connection during the TLS handshake."
    case .plainText:
      "The server answered the TLS handshake in plain text. Check whether its URL is http, not https."
    case .alert(let reason):
      "The server ended the established TLS connection with an alert: \(reason)."
    case .record(let reason):
      "After the TLS handshake the server sent bytes that are no TLS record: \(reason)."
    case .configuration(let reason):
      "TLS cannot be used as configured: \(reason)."
    case .notBuiltIn:
      "This build has no TLS, so that it can neither ask a server by https nor be one. Enable the "
        + "trait TLS of the package Accord, which it has unless it is switched off, or use http."
    case .other(let reason):
      "TLS failed: \(reason)."
    }
  }

  /// What a certificate says of itself is foreign text.
  private func shown(_ text: String) -> String { WireText.escaped(Array(text.utf8)) }
}
