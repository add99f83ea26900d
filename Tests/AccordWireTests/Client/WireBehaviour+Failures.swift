@testable import AccordWire

extension WireBehaviour {
  static let failures: [WireBehaviour] = [
    WireBehaviour(
      "closed without a byte",
      plays: [.close],
      #"""
      The server closed the connection without sending a byte of a response.
      """#
    ),
    WireBehaviour(
      "reset without a byte",
      plays: [.reset],
      #"""
      The server reset the connection before the response head was complete.
      """#
    ),
    WireBehaviour(
      "closed in the status line",
      plays: [.write("HTTP/1.1 20"), .close],
      #"""
      The server closed the connection within the response head, after 11 bytes.
      """#
    ),
    WireBehaviour(
      "closed in the fields",
      plays: [.write("HTTP/1.1 200 OK\r\nA: b\r\n"), .close],
      #"""
      200 OK | A: b | The server closed the connection within the response head, after 23 bytes.
      """#
    ),
    WireBehaviour(
      "closed after an interim response",
      plays: [.write("HTTP/1.1 100 Continue\r\n\r\n"), .close],
      #"""
      The server closed the connection within the response head, after 25 bytes.
      """#
    ),
    WireBehaviour(
      "reset in the head",
      plays: [.write("HTTP/1.1 200 OK\r\nA: b\r\n"), .pause(.milliseconds(50)), .reset],
      #"""
      200 OK | A: b | The server reset the connection before the response head was complete.
      """#
    ),
    WireBehaviour(
      "reset in the body",
      plays: [
        .write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"), .pause(.milliseconds(50)),
        .reset,
      ],
      #"""
      200 OK | Content-Length: 5 | body hel | The server reset the connection within the response body.
      """#
    ),
    WireBehaviour(
      "reset in a body until close",
      plays: [.write("HTTP/1.1 200 OK\r\n\r\nhel"), .pause(.milliseconds(50)), .reset],
      #"""
      200 OK | body hel | The server reset the connection within the response body.
      """#
    ),
    WireBehaviour(
      "truncated body",
      plays: [.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"), .close],
      #"""
      200 OK | Content-Length: 5 | body hel | The server closed the connection within the body: Content-Length promised 5 bytes, 3 bytes came.
      """#
    ),
    WireBehaviour(
      "truncated chunk",
      plays: [.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"), .close],
      #"""
      200 OK | Transfer-Encoding: chunked | body hel | The server closed the connection within a chunked body: 3 bytes of content came, the last chunk did not.
      """#
    ),
    WireBehaviour(
      "no last chunk",
      plays: [.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"), .close],
      #"""
      200 OK | Transfer-Encoding: chunked | body ok | The server closed the connection within a chunked body: 2 bytes of content came, the last chunk did not.
      """#
    ),
    WireBehaviour(
      "garbage",
      writes: "220 mail.example ESMTP\r\n",
      #"""
      The message head cannot be read at byte 0: expected "HTTP/", found "220 mail.example ESMTP\r\n".
      """#
    ),
    WireBehaviour(
      "garbage without a line end",
      writes: "garbage",
      #"""
      The message head cannot be read at byte 0: expected "HTTP/", found "garbage".
      """#
    ),
    WireBehaviour(
      "garbage in pieces",
      plays: [.write("<ht"), .pause(.milliseconds(20)), .write("ml>\r\n"), .neverAnswer],
      #"""
      The message head cannot be read at byte 0: expected "HTTP/", found "<html>\r\n".
      """#
    ),
    WireBehaviour(
      "HTML alone",
      writes: "<html>hello</html>",
      #"""
      The message head cannot be read at byte 0: expected "HTTP/", found "<html>hello</html>".
      """#
    ),
    WireBehaviour(
      "status of letters",
      writes: "HTTP/1.1 abc OK\r\n\r\n",
      #"""
      The message head cannot be read at byte 9: expected a three-digit status, found "HTTP/1.1 abc OK".
      """#
    ),
    WireBehaviour(
      "chunk size of letters",
      writes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
      #"""
      200 OK | Transfer-Encoding: chunked | The chunked body cannot be read at byte 47: expected a hexadecimal chunk size, found "xyz".
      """#
    ),
    WireBehaviour(
      "content where a chunk size belongs",
      plays: [
        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{\"a\":1}"), .neverAnswer,
      ],
      impatience: .body,
      #"""
      200 OK | Transfer-Encoding: chunked | The chunked body cannot be read at byte 47: expected a hexadecimal chunk size, found "{"a":1}".
      """#
    ),
    WireBehaviour(
      "chunk size overflow",
      writes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
      #"""
      200 OK | Transfer-Encoding: chunked | The chunked body cannot be read at byte 47: the chunk size "FFFFFFFFFFFFFFFFF" is larger than any body can be.
      """#
    ),
    WireBehaviour(
      "chunk data too long",
      writes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokay\r\n0\r\n\r\n",
      #"""
      200 OK | Transfer-Encoding: chunked | body ok | The chunked body cannot be read at byte 52: expected CR LF after the data of a chunk, found "ay\r\n".
      """#
    ),
    WireBehaviour(
      "body over the limit",
      writes: "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nok",
      #"""
      200 OK | Content-Length: 100000 | The body is longer than the limit of 10000 bytes.
      """#
    ),
    WireBehaviour(
      "chunks over the limit",
      writes: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFF\r\n",
      #"""
      200 OK | Transfer-Encoding: chunked | The body is longer than the limit of 10000 bytes.
      """#
    ),
    WireBehaviour(
      "head over the limit",
      plays: [.write("HTTP/1.1 200 OK\r\nA: " + String(repeating: "b", count: 5000))],
      #"""
      200 OK | The message heads and trailers are longer than the limit of 4096 bytes.
      """#
    ),
    WireBehaviour(
      "never answers",
      plays: [.neverAnswer],
      impatience: .head,
      #"""
      No complete response head within LIMIT of sending the request.
      """#
    ),
    WireBehaviour(
      "hangs in the head",
      plays: [.write("HTTP/1.1 200 OK\r\n"), .neverAnswer],
      impatience: .head,
      #"""
      200 OK | No complete response head within LIMIT of sending the request.
      """#
    ),
    WireBehaviour(
      "trickles the head",
      plays: WireAction.trickle(
        Array("HTTP/1.1 200 OK\r\nA: b\r\nC: d\r\n".utf8),
        by: 1,
        pause: .milliseconds(100)
      ),
      impatience: .head,
      #"""
      No complete response head within LIMIT of sending the request.
      """#
    ),
    WireBehaviour(
      "hangs after an interim response",
      plays: [.write("HTTP/1.1 100 Continue\r\n\r\n"), .neverAnswer],
      impatience: .head,
      #"""
      No complete response head within LIMIT of sending the request.
      """#
    ),
    WireBehaviour(
      "hangs in the body",
      plays: [.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"), .neverAnswer],
      impatience: .body,
      #"""
      200 OK | Content-Length: 5 | body hel | The response body did not end within the LIMIT of the exchange.
      """#
    ),
    WireBehaviour(
      "hangs before the body",
      plays: [.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"), .neverAnswer],
      impatience: .body,
      #"""
      200 OK | Content-Length: 5 | The response body did not end within the LIMIT of the exchange.
      """#
    ),
    WireBehaviour(
      "never closes a body until close",
      plays: [.write("HTTP/1.1 200 OK\r\n\r\nhello"), .neverAnswer],
      impatience: .body,
      #"""
      200 OK | body hello | The response body did not end within the LIMIT of the exchange.
      """#
    ),
    WireBehaviour(
      "trickles the body",
      plays: [.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")]
        + WireAction.trickle([UInt8](repeating: 0x61, count: 3), by: 1, pause: .milliseconds(10))
        + [.neverAnswer],
      impatience: .body,
      #"""
      200 OK | Content-Length: 100 | body aaa | The response body did not end within the LIMIT of the exchange.
      """#
    ),
    WireBehaviour(
      "hangs before the last chunk",
      plays: [
        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n"), .neverAnswer,
      ],
      impatience: .body,
      #"""
      200 OK | Transfer-Encoding: chunked | body ok | The response body did not end within the LIMIT of the exchange.
      """#
    ),
  ]
}
