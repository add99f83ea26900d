import Testing

@testable import AccordWire

@Suite struct WordingTests {
  static let failures: [(WireFailure, String)] = [
    (
      .nameNotResolved(host: "a.example"),
      "The name a.example could not be resolved to an address. Check the host of the server's URL."
    ),
    (
      .refused(address: "a.example:80"),
      "a.example:80 refused the connection. Check that the server is running and listens there."
    ),
    (
      .unreachable(address: "a.example:80", reason: "there is no route to the host"),
      "a.example:80 could not be reached: there is no route to the host."
    ),
    (
      .connectTimeout(step: .nameAndTCP, nanoseconds: 10_000_000_000),
      "No connection within 10 s: connecting did not end."
    ),
    (
      .connectTimeout(step: .proxyTunnel, nanoseconds: 1_500_000_000),
      "No connection within 1500 ms: opening the proxy tunnel did not end."
    ),
    (
      .connectTimeout(step: .tlsHandshake, nanoseconds: 1),
      "No connection within 1 ns: the TLS handshake did not end."
    ),
    (
      .responseTimeout(phase: .head, nanoseconds: 30_000_000_000),
      "No complete response head within 30 s of sending the request."
    ),
    (
      .responseTimeout(phase: .body, nanoseconds: 60_000_000_000),
      "The response body did not end within the 60 s of the exchange."
    ),
    (.tls(.plainText), "\(TLSFailure.plainText)"),
    (
      .reset(phase: .head),
      "The server reset the connection before the response head was complete."
    ),
    (.reset(phase: .body), "The server reset the connection within the response body."),
    (
      .closedBeforeHead(reused: false),
      "The server closed the connection without sending a byte of a response."
    ),
    (
      .closedBeforeHead(reused: true),
      "The server closed a kept connection just as the request was sent on it; no byte of a "
        + "response came, so it may or may not have seen the request."
    ),
    (
      .closedInHead(received: 1),
      "The server closed the connection within the response head, after 1 byte."
    ),
    (
      .truncated(received: 3, expected: 5),
      "The server closed the connection within the body: Content-Length promised 5 bytes, "
        + "3 bytes came."
    ),
    (
      .truncated(received: 3, expected: nil),
      "The server closed the connection within a chunked body: 3 bytes of content came, the last "
        + "chunk did not."
    ),
    (
      .malformedHead(.notHTTP(found: [0x15]), at: 0),
      "The message head cannot be read at byte 0: expected \"HTTP/\", found \"\\x15\"."
    ),
    (
      .malformedHead(.noStatus(line: Array("HTTP/1.1 a".utf8)), at: 9),
      "The message head cannot be read at byte 9: expected a three-digit status, "
        + "found \"HTTP/1.1 a\"."
    ),
    (
      .malformedHead(.requestLine(line: Array("GET /".utf8)), at: 0),
      "The message head cannot be read at byte 0: expected method, target and version, "
        + "found \"GET /\"."
    ),
    (
      .malformedHead(.contentLength(value: Array("a".utf8)), at: 7),
      "The message head cannot be read at byte 7: expected a decimal Content-Length, found \"a\"."
    ),
    (
      .malformedHead(.transferCoding(value: Array("gzip".utf8)), at: 7),
      "The message head cannot be read at byte 7: expected chunked as the last transfer coding, "
        + "found \"gzip\"."
    ),
    (
      .malformedChunk(.sizeMissing(line: Array("x".utf8)), at: 4),
      "The chunked body cannot be read at byte 4: expected a hexadecimal chunk size, found \"x\"."
    ),
    (
      .malformedChunk(.sizeOverflow(line: Array("FF".utf8)), at: 4),
      "The chunked body cannot be read at byte 4: the chunk size \"FF\" is larger than any body "
        + "can be."
    ),
    (
      .malformedChunk(.sizeFollowedBy(line: Array("2x".utf8)), at: 5),
      "The chunked body cannot be read at byte 5: expected a line end or \";\" after the chunk "
        + "size, found \"2x\"."
    ),
    (
      .malformedChunk(.dataNotTerminated(found: [0x0A]), at: 5),
      "The chunked body cannot be read at byte 5: expected CR LF after the data of a chunk, "
        + "found \"\\n\"."
    ),
    (
      .malformedChunk(.lineOverLimit(limit: 16), at: 5),
      "The chunked body cannot be read at byte 5: the chunk size and its extensions are longer "
        + "than 16 bytes."
    ),
    (
      .headOverLimit(limit: 1),
      "The message heads and trailers are longer than the limit of 1 byte."
    ),
    (.bodyOverLimit(limit: 16), "The body is longer than the limit of 16 bytes."),
    (
      .proxyRefused(status: 407, reason: "Who\u{1B}?"),
      "The proxy refused to open a tunnel: 407 Who\\x1B?."
    ),
    (.proxyRefused(status: 502, reason: ""), "The proxy refused to open a tunnel: 502."),
    (
      .proxyUnreadable(reason: "Bytes came."),
      "The proxy did not answer the request for a tunnel properly: Bytes came."
    ),
    (.cancelled, "The exchange was cancelled."),
    (.clientClosed, "The client was shut down before the exchange began."),
    (.other("it is so"), "The exchange failed: it is so."),
  ]

  @Test func failuresHaveTheirWords() {
    for (failure, text) in Self.failures {
      #expect("\(failure)" == text)
    }
  }

  static let tlsFailures: [(TLSFailure, String)] = [
    (
      .expired(subject: "a.example", notAfter: 981_158_400),
      "The server's certificate for a.example expired on 2001-02-03."
    ),
    (
      .notYetValid(subject: "a\u{1B}", notBefore: 4_110_566_400),
      "The server's certificate for a\\x1B is not valid before 2100-04-05."
    ),
    (
      .unknownAuthority(subject: "a.example"),
      "The server's certificate for a.example was not signed by a trusted authority. Name its "
        + "authority's certificate as trusted if it is right."
    ),
    (
      .nameMismatch(host: "a.example", names: ["b.example", "*.c\n"]),
      "The server's certificate is not for a.example but for b.example, *.c\\n."
    ),
    (
      .nameMismatch(host: "a.example", names: []),
      "The server's certificate is not for a.example but for no name at all."
    ),
    (.certificate(reason: "X"), "The server's certificate was refused: X."),
    (.handshakeRefused(reason: "X"), "The server broke off the TLS handshake: X."),
    (
      .closedInHandshake,
      "The server closed the connection during the TLS handshake."
    ),
    (
      .plainText,
      "The server answered the TLS handshake in plain text. Check whether its URL is http, not "
        + "https."
    ),
    (
      .alert(reason: "X"),
      "The server ended the established TLS connection with an alert: X."
    ),
    (
      .record(reason: "X"),
      "After the TLS handshake the server sent bytes that are no TLS record: X."
    ),
    (.configuration(reason: "X"), "TLS cannot be used as configured: X."),
    (.other("X"), "TLS failed: X."),
  ]

  @Test func tlsFailuresHaveTheirWords() {
    for (failure, text) in Self.tlsFailures {
      #expect("\(failure)" == text)
      #expect("\(WireFailure.tls(failure))" == text)
    }
  }

  @Test func serverFailuresHaveTheirWords() {
    let table: [(WireServerFailure, String)] = [
      (
        .addressInUse(host: "127.0.0.1", port: 80),
        "127.0.0.1 port 80 is in use by another process. Choose another port, or 0 for any."
      ),
      (
        .addressNotAvailable(host: "a"),
        "a is no address of this machine. Listen on 127.0.0.1, or on 0.0.0.0 for all of its addresses."
      ),
      (
        .hostUnknown(host: "a"),
        """
        "a" is no address, and no name that can be resolved. Listen on 127.0.0.1, or on 0.0.0.0 for \
        all addresses of this machine.
        """
      ),
      (
        .permissionDenied(port: 80),
        "Port 80 may not be opened by this user. Choose a port above 1023."
      ),
      (.tls(.tls(.plainText)), "\(TLSFailure.plainText)"),
      (.other("X"), "The server could not be started: X."),
    ]
    for (failure, text) in table {
      #expect("\(failure)" == text)
    }
  }

  @Test func proxyFaultsHaveTheirWords() {
    let table: [(ProxyFault, String)] = [
      (
        .scheme(variable: "https_proxy", scheme: "socks5"),
        "https_proxy names a socks5 proxy. Only http proxies can be used."
      ),
      (
        .unreadable(variable: "http_proxy"),
        "http_proxy is no proxy URL. Expected http://host:port."
      ),
    ]
    for (fault, text) in table {
      #expect("\(fault)" == text)
    }
  }
}
