@testable import AccordWire

extension ReaderCase {
  static let requests: [ReaderCase] = [
    .request(
      "GET",
      "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      GET / HTTP/1.1 [Host: a]
      none
      complete reusable
      """#
    ),
    .request(
      "any method and target",
      "fOO-bar /e/../b?%zz[1]#f HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      fOO-bar /e/../b?%zz[1]#f HTTP/1.1 [Host: a]
      none
      complete reusable
      """#
    ),
    .request(
      "absolute form",
      "GET http://a:1/b?c HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      GET http://a:1/b?c HTTP/1.1 [Host: a]
      none
      complete reusable
      """#
    ),
    .request(
      "asterisk form",
      "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      OPTIONS * HTTP/1.1 [Host: a]
      none
      complete reusable
      """#
    ),
    .request(
      "Content-Length",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok",
      #"""
      POST / HTTP/1.1 [Host: a, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      """#
    ),
    .request(
      "chunked",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n"
        + "A: b\r\n\r\n",
      #"""
      POST / HTTP/1.1 [Host: a, Transfer-Encoding: chunked]
      chunked
      body 'ok'
      trailers [A: b]
      complete reusable
      """#
    ),
    .request(
      "pipelined",
      "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      GET /1 HTTP/1.1 [Host: a]
      none
      surplus 'GET /2 HTTP/1.1\r\nHost: a\r\n\r\n'
      complete reusable
      """#
    ),
    .request(
      "leading empty line",
      "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      GET / HTTP/1.1 [Host: a]
      none
      complete reusable
      RFC9112-2.2-leading-empty-line @0 '\r\n'
      """#
    ),
    .request(
      "no Host",
      "GET / HTTP/1.1\r\n\r\n",
      #"""
      GET / HTTP/1.1 []
      none
      complete reusable
      RFC9112-3.2-host-missing @16 ''
      """#
    ),
    .request(
      "no Host in HTTP/1.0",
      "GET / HTTP/1.0\r\n\r\n",
      #"""
      GET / HTTP/1.0 []
      none
      complete
      """#
    ),
    .request(
      "two Hosts",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      #"""
      GET / HTTP/1.1 [Host: a, Host: b]
      none
      complete reusable
      RFC9112-3.2-host-repeated @16 'Host: a\r\nHost: b'
      """#
    ),
    .request(
      "blanks in the target",
      "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      GET /a b HTTP/1.1 [Host: a]
      none
      complete reusable
      RFC9112-3.2-target-whitespace @6 '/a b'
      """#
    ),
    .request(
      "two spaces",
      "GET  /  HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      GET / HTTP/1.1 [Host: a]
      none
      complete reusable
      RFC9112-3-request-line-whitespace @3 'GET  /  HTTP/1.1'
      """#
    ),
    .request(
      "method that is no token",
      "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      G(T / HTTP/1.1 [Host: a]
      none
      complete reusable
      RFC9110-9.1-method @0 'G(T'
      """#
    ),
    .request(
      "HTTP/3.0",
      "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
      #"""
      GET / HTTP/3.0 [Host: a]
      none
      complete
      RFC9112-2.3-version @6 'HTTP/3.0'
      """#
    ),
    .request(
      "HTTP/0.9",
      "GET /\r\n",
      #"""
      failed The message head cannot be read at byte 0: expected method, target and version, found "GET /".
      """#
    ),
    .request(
      "no target",
      "GET HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 0: expected method, target and version, found "GET HTTP/1.1".
      """#
    ),
    .request(
      "only blanks for a target",
      "GET   HTTP/1.1\r\nHost: a\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 0: expected method, target and version, found "GET   HTTP/1.1".
      RFC9112-3-request-line-whitespace @3 'GET   HTTP/1.1'
      """#
    ),
    .request(
      "garbage",
      "garbage\r\n\r\n",
      #"""
      failed The message head cannot be read at byte 0: expected method, target and version, found "garbage".
      """#
    ),
    .request(
      "a TLS hello",
      "\u{16}\u{3}\u{1}\u{2}\u{0}",
      #"""
      failed The message head cannot be read at byte 0: expected method, target and version, found "\x16".
      """#
    ),
    .request(
      "Content-Length of letters",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: two\r\n\r\n",
      #"""
      POST / HTTP/1.1 [Host: a, Content-Length: two]
      none
      failed The message head cannot be read at byte 26: expected a decimal Content-Length, found "two".
      RFC9110-8.6-content-length-invalid @26 'Content-Length: two'
      """#
    ),
    .request(
      "two different Content-Lengths",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 2\r\n\r\nhello",
      #"""
      POST / HTTP/1.1 [Host: a, Content-Length: 5, Content-Length: 2]
      contentLength(2)
      body 'he'
      surplus 'llo'
      complete
      RFC9112-6.3-content-length-conflict @26 'Content-Length: 5\r\nContent-Length: 2'
      """#
    ),
    .request(
      "chunked not last",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
      #"""
      POST / HTTP/1.1 [Host: a, Transfer-Encoding: chunked, gzip]
      none
      failed The message head cannot be read at byte 26: expected chunked as the last transfer coding, found "chunked, gzip".
      RFC9112-6.1-chunked-not-last @26 'Transfer-Encoding: chunked, gzip'
      """#
    ),
    .request(
      "Transfer-Encoding unknown",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\n\r\n",
      #"""
      POST / HTTP/1.1 [Host: a, Transfer-Encoding: x]
      none
      failed The message head cannot be read at byte 26: expected chunked as the last transfer coding, found "x".
      RFC9112-7-transfer-coding-unknown @26 'Transfer-Encoding: x'
      """#
    ),
    .request(
      "Connection: close",
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      #"""
      GET / HTTP/1.1 [Host: a, Connection: close]
      none
      complete
      """#
    ),
    .request(
      "body over the limit",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n",
      limits: ReadLimits(maxBodyBytes: 10),
      #"""
      POST / HTTP/1.1 [Host: a, Content-Length: 11]
      contentLength(11)
      failed The body is longer than the limit of 10 bytes.
      """#
    ),
    .request(
      "LF alone",
      "GET / HTTP/1.1\nHost: a\n\n",
      #"""
      GET / HTTP/1.1 [Host: a]
      none
      complete reusable
      RFC9112-2.2-bare-lf @14 'GET / HTTP/1.1\n' ×3
      """#
    ),
  ]
}
