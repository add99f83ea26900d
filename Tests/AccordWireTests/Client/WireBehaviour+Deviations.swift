@testable import AccordWire

extension WireBehaviour {
  static let deviations: [WireBehaviour] = [
    WireBehaviour(
      "LF alone",
      writes: "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
      #"""
      200 OK | Content-Length: 2 | body ok | RFC9112-2.2-bare-lf
      """#
    ),
    WireBehaviour(
      "folded field",
      writes: "HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | A: b c | Content-Length: 2 | body ok | RFC9112-5.2-obs-fold
      """#
    ),
    WireBehaviour(
      "CR within a value",
      writes: "HTTP/1.1 200 OK\r\nA: b\rc\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | A: b\rc | Content-Length: 2 | body ok | RFC9112-2.2-bare-cr
      """#
    ),
    WireBehaviour(
      "space before the colon",
      writes: "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nok",
      #"""
      200 OK | Content-Length: 2 | body ok | RFC9112-5.1-space-before-colon
      """#
    ),
    WireBehaviour(
      "line without a colon",
      writes: "HTTP/1.1 200 OK\r\nnonsense\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | nonsense:  | Content-Length: 2 | body ok | RFC9112-5-field-without-colon
      """#
    ),
    WireBehaviour(
      "field name that is no token",
      writes: "HTTP/1.1 200 OK\r\nA(b): c\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | A(b): c | Content-Length: 2 | body ok | RFC9110-5.1-field-name
      """#
    ),
    WireBehaviour(
      "NUL in a value",
      writes: "HTTP/1.1 200 OK\r\nA: b\u{0}\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | A: b\x00 | Content-Length: 2 | body ok | RFC9110-5.5-nul
      """#
    ),
    WireBehaviour(
      "leading empty line",
      writes: "\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | Content-Length: 2 | body ok | RFC9112-2.2-leading-empty-line
      """#
    ),
    WireBehaviour(
      "HTTP/2.0",
      writes: "HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | Content-Length: 2 | body ok | RFC9112-2.3-version
      """#
    ),
    WireBehaviour(
      "status 999",
      writes: "HTTP/1.1 999 High\r\nContent-Length: 2\r\n\r\nok",
      #"""
      999 High | Content-Length: 2 | body ok | RFC9110-15-status-range
      """#
    ),
    WireBehaviour(
      "status 000",
      writes: "HTTP/1.1 000 Low\r\nContent-Length: 2\r\n\r\nok",
      #"""
      0 Low | Content-Length: 2 | body ok | RFC9110-15-status-range
      """#
    ),
    WireBehaviour(
      "status of two digits",
      writes: "HTTP/1.1 20 Low\r\nContent-Length: 2\r\n\r\nok",
      #"""
      20 Low | Content-Length: 2 | body ok | RFC9112-4-status-digits
      """#
    ),
    WireBehaviour(
      "surplus bytes",
      writes: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokXYZ",
      #"""
      200 OK | Content-Length: 2 | body ok | surplus XYZ | RFC9112-6.3-surplus
      """#
    ),
    WireBehaviour(
      "two responses",
      writes:
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno",
      #"""
      200 OK | Content-Length: 2 | body ok | surplus HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno | RFC9112-6.3-surplus
      """#
    ),
    WireBehaviour(
      "body on 204",
      writes: "HTTP/1.1 204 No Content\r\n\r\nhello",
      #"""
      204 No Content | surplus hello | RFC9110-15.3.5-body-on-204
      """#
    ),
    WireBehaviour(
      "body on 304",
      writes: "HTTP/1.1 304 Not Modified\r\n\r\nhello",
      #"""
      304 Not Modified | surplus hello | RFC9110-15.4.5-body-on-304
      """#
    ),
    WireBehaviour(
      "body on HEAD",
      to: "HEAD",
      writes: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
      #"""
      200 OK | Content-Length: 5 | surplus hello | RFC9110-9.3.2-body-on-head
      """#
    ),
    WireBehaviour(
      "two equal Content-Lengths",
      writes: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | Content-Length: 2 | Content-Length: 2 | body ok | RFC9110-8.6-content-length-repeated
      """#
    ),
    WireBehaviour(
      "two different Content-Lengths",
      writes: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\nhello",
      #"""
      200 OK | Content-Length: 2 | Content-Length: 5 | body he | surplus llo | RFC9112-6.3-content-length-conflict
      """#
    ),
    WireBehaviour(
      "Content-Length with Transfer-Encoding",
      writes:
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      #"""
      200 OK | Content-Length: 9 | Transfer-Encoding: chunked | body ok | RFC9112-6.2-content-length-with-transfer-encoding
      """#
    ),
    WireBehaviour(
      "Content-Length with a sign",
      writes: "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
      #"""
      200 OK | Content-Length: +2 | body ok | RFC9110-8.6-content-length-invalid
      """#
    ),
    WireBehaviour(
      "Content-Length of letters",
      plays: [.write("HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\nok"), .close],
      #"""
      200 OK | Content-Length: two | body ok | RFC9110-8.6-content-length-invalid
      """#
    ),
    WireBehaviour(
      "transfer coding that nobody asked for",
      writes:
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      #"""
      200 OK | Transfer-Encoding: gzip, chunked | body ok | RFC9112-7.4-transfer-coding-unasked
      """#
    ),
    WireBehaviour(
      "chunk without CR LF",
      writes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok0\r\n\r\n",
      #"""
      200 OK | Transfer-Encoding: chunked | body ok | RFC9112-7.1-chunk-data-unterminated
      """#
    ),
    WireBehaviour(
      "chunks without an end line",
      plays: [
        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n"), .close,
      ],
      #"""
      200 OK | Transfer-Encoding: chunked | body ok | RFC9112-7.1-final-crlf-missing
      """#
    ),
  ]
}
