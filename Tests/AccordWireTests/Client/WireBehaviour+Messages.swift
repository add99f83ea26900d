@testable import AccordWire

extension WireBehaviour {
  static let messages: [WireBehaviour] = [
    WireBehaviour(
      "right response",
      writes: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "duplicate fields in order and case",
      writes:
        "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nSET-COOKIE: c=3\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | Set-Cookie: a=1 | set-cookie: b=2 | SET-COOKIE: c=3 | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "raw field bytes",
      writes: "HTTP/1.1 200 OK\r\nA: \u{1F600}\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | A: \xF0\x9F\x98\x80 | Content-Length: 2 | body ok | RFC9110-5.5-non-ascii
      """#
    ),
    WireBehaviour(
      "own reason",
      writes: "HTTP/1.1 299 Fine by me\r\nContent-Length: 2\r\n\r\nok",
      #"""
      299 Fine by me | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "empty reason",
      writes: "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok",
      #"""
      200  | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "no reason",
      writes: "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200  | Content-Length: 2 | body ok | RFC9112-4-status-line-whitespace
      """#
    ),
    WireBehaviour(
      "redirect is not followed",
      writes: "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 2\r\n\r\nok",
      #"""
      302 Found | Location: /next | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "401 with a challenge",
      writes:
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"a\"\r\nContent-Length: 2\r\n\r\nno",
      #"""
      401 Unauthorized | WWW-Authenticate: Basic realm="a" | Content-Length: 2 | body no
      """#
    ),
    WireBehaviour(
      "gzip is not decoded",
      writes: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx",
      #"""
      200 OK | Content-Encoding: gzip | Content-Length: 2 | body xx
      """#
    ),
    WireBehaviour(
      "interim response",
      writes: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      100 Continue | 200 OK | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "several interim responses",
      writes:
        "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      103 Early Hints | 102 Processing | 200 OK | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "interim response long before",
      plays: [
        .write("HTTP/1.1 100 Continue\r\n\r\n"), .pause(.milliseconds(20)),
        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
      ],
      #"""
      100 Continue | 200 OK | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "chunks",
      writes:
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1;x=y\r\nk\r\n0\r\n\r\n",
      #"""
      200 OK | Transfer-Encoding: chunked | body ok
      """#
    ),
    WireBehaviour(
      "trailers",
      writes:
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 1\r\nX-Sum: 2\r\n\r\n",
      #"""
      200 OK | Transfer-Encoding: chunked | body ok | trailer X-Sum: 1 | trailer X-Sum: 2
      """#
    ),
    WireBehaviour(
      "HEAD with Content-Length",
      to: "HEAD",
      writes: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n",
      #"""
      200 OK | Content-Length: 5
      """#
    ),
    WireBehaviour(
      "204",
      writes: "HTTP/1.1 204 No Content\r\n\r\n",
      #"""
      204 No Content
      """#
    ),
    WireBehaviour(
      "304 with Content-Length",
      writes: "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
      #"""
      304 Not Modified | Content-Length: 5
      """#
    ),
    WireBehaviour(
      "switching protocols",
      writes: "HTTP/1.1 101 Switching Protocols\r\n\r\n",
      #"""
      101 Switching Protocols
      """#
    ),
    WireBehaviour(
      "HTTP/1.0",
      writes: "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "Connection: close, left open",
      writes: "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
      #"""
      200 OK | Connection: close | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "until close",
      plays: [.write("HTTP/1.1 200 OK\r\n\r\nhello"), .close],
      #"""
      200 OK | body hello
      """#
    ),
    WireBehaviour(
      "until half-close",
      plays: [.write("HTTP/1.1 200 OK\r\n\r\nhello"), .halfClose, .neverAnswer],
      #"""
      200 OK | body hello
      """#
    ),
    WireBehaviour(
      "until close, in pieces",
      plays: [
        .write("HTTP/1.1 200 OK\r\n\r\nhel"), .pause(.milliseconds(20)), .write("lo"), .close,
      ],
      #"""
      200 OK | body hello
      """#
    ),
    WireBehaviour(
      "byte by byte",
      plays: WireAction.trickle(
        Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8),
        by: 1,
        pause: .milliseconds(1)
      ),
      #"""
      200 OK | Content-Length: 2 | body ok
      """#
    ),
    WireBehaviour(
      "many fields",
      plays: [
        .write(
          "HTTP/1.1 200 OK\r\n" + String(repeating: "A: b\r\n", count: 3)
            + "Content-Length: 2\r\n\r\nok"
        )
      ],
      #"""
      200 OK | A: b | A: b | A: b | Content-Length: 2 | body ok
      """#
    ),
  ]
}
