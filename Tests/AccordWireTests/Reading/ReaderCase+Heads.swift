@testable import AccordWire

extension ReaderCase {
  static let heads: [ReaderCase] = [
    .response(
      "plain",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 5]
      contentLength(5)
      body 'hello'
      complete reusable
      """#
    ),
    .response(
      "duplicate fields keep order and case",
      "HTTP/1.1 200 OK\r\nX-a: 1\r\nx-A: 2\r\nSet-Cookie: a=1\r\nX-a: 3\r\n"
        + "Set-Cookie: b=2\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [X-a: 1, x-A: 2, Set-Cookie: a=1, X-a: 3, Set-Cookie: b=2, Content-Length: 0]
      contentLength(0)
      complete reusable
      """#
    ),
    .response(
      "empty reason",
      "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 '' [Content-Length: 0]
      contentLength(0)
      complete reusable
      """#
    ),
    .response(
      "no space before the missing reason",
      "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 '' [Content-Length: 0]
      contentLength(0)
      complete reusable
      RFC9112-4-status-line-whitespace @8 'HTTP/1.1 200'
      """#
    ),
    .response(
      "own reason",
      "HTTP/1.1 299 Fine  by me\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 299 'Fine  by me' [Content-Length: 0]
      contentLength(0)
      complete reusable
      """#
    ),
    .response(
      "reason of Latin-1",
      "HTTP/1.1 200 \u{E9}t\u{E9}\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 '\xE9t\xE9' [Content-Length: 0]
      contentLength(0)
      complete reusable
      """#
    ),
    .response(
      "reason with a control character",
      "HTTP/1.1 200 O\u{1}K\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 'O\x01K' [Content-Length: 0]
      contentLength(0)
      complete reusable
      RFC9112-4-reason-control @14 ' O\x01K'
      """#
    ),
    .response(
      "two spaces before the status",
      "HTTP/1.1  200 OK\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 0]
      contentLength(0)
      complete reusable
      RFC9112-4-status-line-whitespace @8 'HTTP/1.1  200 OK'
      """#
    ),
    .response(
      "tab before the status",
      "HTTP/1.1\t200 OK\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 0]
      contentLength(0)
      complete reusable
      RFC9112-4-status-line-whitespace @8 'HTTP/1.1\t200 OK'
      """#
    ),
    .response(
      "nothing between status and reason",
      "HTTP/1.1 200OK\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 0]
      contentLength(0)
      complete reusable
      RFC9112-4-status-line-whitespace @8 'HTTP/1.1 200OK'
      """#
    ),
    .response(
      "status 000",
      "HTTP/1.1 000 Zero\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 0 'Zero' [Content-Length: 0]
      contentLength(0)
      complete
      RFC9110-15-status-range @9 '000'
      """#
    ),
    .response(
      "status 099",
      "HTTP/1.1 099 Low\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 99 'Low' [Content-Length: 0]
      contentLength(0)
      complete
      RFC9110-15-status-range @9 '099'
      """#
    ),
    .response(
      "status 600",
      "HTTP/1.1 600 High\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 600 'High' [Content-Length: 0]
      contentLength(0)
      complete
      RFC9110-15-status-range @9 '600'
      """#
    ),
    .response(
      "status 999",
      "HTTP/1.1 999 Highest\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 999 'Highest' [Content-Length: 0]
      contentLength(0)
      complete
      RFC9110-15-status-range @9 '999'
      """#
    ),
    .response(
      "status of two digits",
      "HTTP/1.1 20 Two\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 20 'Two' [Content-Length: 0]
      contentLength(0)
      complete
      RFC9112-4-status-digits @9 '20'
      """#
    ),
    .response(
      "status of four digits",
      "HTTP/1.1 2000 Four\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 2000 'Four' [Content-Length: 0]
      contentLength(0)
      complete
      RFC9112-4-status-digits @9 '2000'
      """#
    ),
    .response(
      "status of ten digits",
      "HTTP/1.1 2000000000 Ten\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 9: expected a three-digit status, found "HTTP/1.1 2000000000 Ten".
      """#
    ),
    .response(
      "status of letters",
      "HTTP/1.1 abc OK\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 9: expected a three-digit status, found "HTTP/1.1 abc OK".
      """#
    ),
    .response(
      "status with a sign",
      "HTTP/1.1 -200 OK\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 9: expected a three-digit status, found "HTTP/1.1 -200 OK".
      """#
    ),
    .response(
      "status half of letters",
      "HTTP/1.1 2OO OK\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 9: expected a three-digit status, found "HTTP/1.1 2OO OK".
      """#
    ),
    .response(
      "no status",
      "HTTP/1.1\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 8: expected a three-digit status, found "HTTP/1.1".
      """#
    ),
    .response(
      "HTTP/1.0",
      "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.0 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      """#
    ),
    .response(
      "HTTP/1.0 kept alive",
      "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.0 200 'OK' [Connection: Keep-Alive, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      """#
    ),
    .response(
      "HTTP/2.0",
      "HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/2.0 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-2.3-version @0 'HTTP/2.0'
      """#
    ),
    .response(
      "HTTP/1.2",
      "HTTP/1.2 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.2 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-2.3-version @0 'HTTP/1.2'
      """#
    ),
    .response(
      "HTTP/1",
      "HTTP/1 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-2.3-version @0 'HTTP/1'
      """#
    ),
    .response(
      "http/1.1 in lower case",
      "http/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      http/1.1 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-2.3-version @0 'http/1.1'
      """#
    ),
    .response(
      "leading empty lines",
      "\r\n\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 0]
      contentLength(0)
      complete reusable
      RFC9112-2.2-leading-empty-line @0 '\r\n' ×2
      RFC9112-2.2-bare-lf @2 '\n'
      """#
    ),
    .response(
      "not HTTP",
      "SSH-2.0-OpenSSH_9.2\r\n",
      #"""
      failed The message head cannot be read at byte 0: expected "HTTP/", found "S".
      """#
    ),
    .response(
      "not HTTP, noticed late",
      "HTML and nothing else",
      #"""
      failed The message head cannot be read at byte 2: expected "HTTP/", found "HTM".
      """#
    ),
    .response(
      "not HTTP, cut short",
      "HT\r\n",
      #"""
      failed The message head cannot be read at byte 2: expected "HTTP/", found "HT\r".
      """#
    ),
    .response(
      "a TLS alert",
      "\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{46}",
      #"""
      failed The message head cannot be read at byte 0: expected "HTTP/", found "\x15".
      """#
    ),
    .response(
      "a blank before HTTP",
      " HTTP/1.1 200 OK\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 0: expected "HTTP/", found " ".
      """#
    ),
    .response(
      "CR before something else",
      "\rHTTP/1.1 200 OK\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 1: expected "HTTP/", found "\rH".
      """#
    ),
    .response(
      "one interim response",
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
      #"""
      100 'Continue' []
      HTTP/1.1 200 'OK' [Content-Length: 0]
      contentLength(0)
      complete reusable
      """#
    ),
    .response(
      "several interim responses",
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n"
        + "Link: </b>\r\n\r\nHTTP/1.1 102\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
      #"""
      100 'Continue' []
      103 'Early Hints' [Link: </a>, Link: </b>]
      102 '' []
      HTTP/1.1 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9112-4-status-line-whitespace @85 'HTTP/1.1 102'
      """#
    ),
    .response(
      "interim response with Content-Length",
      "HTTP/1.1 100 Continue\r\nContent-Length: 3\r\n\r\nHTTP/1.1 200 OK\r\n"
        + "Content-Length: 0\r\n\r\n",
      #"""
      100 'Continue' [Content-Length: 3]
      HTTP/1.1 200 'OK' [Content-Length: 0]
      contentLength(0)
      complete
      RFC9110-8.6-content-length-forbidden @23 'Content-Length: 3'
      """#
    ),
    .response(
      "switching protocols",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nraw",
      #"""
      HTTP/1.1 101 'Switching Protocols' [Upgrade: x]
      none
      surplus 'raw'
      complete
      """#
    ),
    .response(
      "closed without a byte",
      "",
      closes: true,
      #"""
      failed The server closed the connection without sending a byte of a response.
      """#
    ),
    .response(
      "closed in the status line",
      "HTTP/1.1 20",
      closes: true,
      #"""
      failed The server closed the connection within the response head, after 11 bytes.
      """#
    ),
    .response(
      "closed in the fields",
      "HTTP/1.1 200 OK\r\nA: b\r\nC: d",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [A: b]
      none
      failed The server closed the connection within the response head, after 27 bytes.
      """#
    ),
    .response(
      "closed after an interim response",
      "HTTP/1.1 100 Continue\r\n\r\n",
      closes: true,
      #"""
      100 'Continue' []
      failed The server closed the connection within the response head, after 25 bytes.
      """#
    ),
    .response(
      "head over the limit",
      "HTTP/1.1 200 OK\r\nA: bbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n\r\n",
      limits: ReadLimits(maxHeadBytes: 32),
      #"""
      HTTP/1.1 200 'OK' []
      none
      failed The message heads and trailers are longer than the limit of 32 bytes.
      """#
    ),
    .response(
      "interim responses over the limit",
      "HTTP/1.1 100 A\r\n\r\nHTTP/1.1 100 A\r\n\r\nHTTP/1.1 100 A\r\n\r\n",
      limits: ReadLimits(maxHeadBytes: 40),
      #"""
      100 'A' []
      100 'A' []
      failed The message heads and trailers are longer than the limit of 40 bytes.
      """#
    ),
    .response(
      "unfinished head",
      "HTTP/1.1 200 OK\r\nA: b\r\n",
      #"""
      HTTP/1.1 200 'OK' [A: b]
      none
      head
      """#
    ),
  ]
}
