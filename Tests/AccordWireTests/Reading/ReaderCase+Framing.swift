@testable import AccordWire

extension ReaderCase {
  static let framing: [ReaderCase] = [
    .response(
      "HEAD has no body",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n",
      to: "HEAD",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 5]
      none
      complete reusable
      """#
    ),
    .response(
      "body on HEAD",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
      to: "HEAD",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 5]
      none
      surplus 'hello'
      complete
      RFC9110-9.3.2-body-on-head @38 'hello'
      """#
    ),
    .response(
      "HEAD of a chunked resource",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
      to: "HEAD",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      none
      complete reusable
      """#
    ),
    .response(
      "204",
      "HTTP/1.1 204 No Content\r\n\r\n",
      #"""
      HTTP/1.1 204 'No Content' []
      none
      complete reusable
      """#
    ),
    .response(
      "204 with Content-Length: 0",
      "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 204 'No Content' [Content-Length: 0]
      none
      complete
      RFC9110-8.6-content-length-forbidden @25 'Content-Length: 0'
      """#
    ),
    .response(
      "body on 204",
      "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
      #"""
      HTTP/1.1 204 'No Content' [Content-Length: 5]
      none
      surplus 'hello'
      complete
      RFC9110-8.6-content-length-forbidden @25 'Content-Length: 5'
      RFC9110-15.3.5-body-on-204 @46 'hello'
      """#
    ),
    .response(
      "Transfer-Encoding on 204",
      "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n",
      #"""
      HTTP/1.1 204 'No Content' [Transfer-Encoding: chunked]
      none
      complete
      RFC9112-6.1-transfer-encoding-forbidden @25 'Transfer-Encoding: chunked'
      """#
    ),
    .response(
      "304 with Content-Length",
      "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
      #"""
      HTTP/1.1 304 'Not Modified' [Content-Length: 5]
      none
      complete reusable
      """#
    ),
    .response(
      "body on 304",
      "HTTP/1.1 304 Not Modified\r\n\r\nhello",
      #"""
      HTTP/1.1 304 'Not Modified' []
      none
      surplus 'hello'
      complete
      RFC9110-15.4.5-body-on-304 @29 'hello'
      """#
    ),
    .response(
      "body on 205",
      "HTTP/1.1 205 Reset Content\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 205 'Reset Content' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9110-15.3.6-body-on-205 @49 'ok'
      """#
    ),
    .response(
      "CONNECT opens a tunnel",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nraw",
      to: "CONNECT",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 5]
      none
      surplus 'raw'
      complete
      RFC9110-8.6-content-length-forbidden @17 'Content-Length: 5'
      """#
    ),
    .response(
      "CONNECT refused",
      "HTTP/1.1 407 Auth\r\nContent-Length: 2\r\n\r\nno",
      to: "CONNECT",
      #"""
      HTTP/1.1 407 'Auth' [Content-Length: 2]
      contentLength(2)
      body 'no'
      complete reusable
      """#
    ),
    .response(
      "until close",
      "HTTP/1.1 200 OK\r\n\r\nhello",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' []
      untilClose
      body 'hello'
      complete
      """#
    ),
    .response(
      "until close, not closed",
      "HTTP/1.1 200 OK\r\n\r\nhello",
      #"""
      HTTP/1.1 200 'OK' []
      untilClose
      body 'hello'
      body
      """#
    ),
    .response(
      "truncated",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 5]
      contentLength(5)
      body 'hel'
      failed The server closed the connection within the body: Content-Length promised 5 bytes, 3 bytes came.
      """#
    ),
    .response(
      "nothing of the body",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 5]
      contentLength(5)
      failed The server closed the connection within the body: Content-Length promised 5 bytes, 0 bytes came.
      """#
    ),
    .response(
      "surplus",
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokXYZ",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      surplus 'XYZ'
      complete
      RFC9112-6.3-surplus @40 'XYZ'
      """#
    ),
    .response(
      "two responses",
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      surplus 'HTTP/1.1 200 OK\r\n\r\n'
      complete
      RFC9112-6.3-surplus @40 'HTTP/1.1 200 OK\r\n\r\n'
      """#
    ),
    .response(
      "Content-Length twice, equal",
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 2, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9110-8.6-content-length-repeated @17 'Content-Length: 2\r\nContent-Length: 2'
      """#
    ),
    .response(
      "Content-Length as a list, equal",
      "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 2, 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9110-8.6-content-length-repeated @17 'Content-Length: 2, 2'
      """#
    ),
    .response(
      "Content-Length twice, different",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 2\r\n\r\nhello",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 5, Content-Length: 2]
      contentLength(2)
      body 'he'
      surplus 'llo'
      complete
      RFC9112-6.3-content-length-conflict @17 'Content-Length: 5\r\nContent-Length: 2'
      """#
    ),
    .response(
      "Content-Length with a sign",
      "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: +2]
      contentLength(2)
      body 'ok'
      complete
      RFC9110-8.6-content-length-invalid @17 'Content-Length: +2'
      """#
    ),
    .response(
      "Content-Length negative",
      "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Content-Length: -2]
      untilClose
      body 'ok'
      complete
      RFC9110-8.6-content-length-invalid @17 'Content-Length: -2'
      """#
    ),
    .response(
      "Content-Length hexadecimal",
      "HTTP/1.1 200 OK\r\nContent-Length: 0x2\r\n\r\nok",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 0x2]
      untilClose
      body 'ok'
      complete
      RFC9110-8.6-content-length-invalid @17 'Content-Length: 0x2'
      """#
    ),
    .response(
      "Content-Length empty",
      "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\nok",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Content-Length: ]
      untilClose
      body 'ok'
      complete
      RFC9110-8.6-content-length-invalid @17 'Content-Length:'
      """#
    ),
    .response(
      "Content-Length beyond all numbers",
      "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 99999999999999999999999]
      contentLength(9223372036854775807)
      failed The body is longer than the limit of 16777216 bytes.
      """#
    ),
    .response(
      "Content-Length over the limit",
      "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world",
      limits: ReadLimits(maxBodyBytes: 10),
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 11]
      contentLength(11)
      failed The body is longer than the limit of 10 bytes.
      """#
    ),
    .response(
      "body until close over the limit",
      "HTTP/1.1 200 OK\r\n\r\nhello world",
      limits: ReadLimits(maxBodyBytes: 10),
      #"""
      HTTP/1.1 200 'OK' []
      untilClose
      body 'hello worl'
      failed The body is longer than the limit of 10 bytes.
      """#
    ),
    .response(
      "Content-Length with Transfer-Encoding",
      "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n"
        + "ok\r\n0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 3, Transfer-Encoding: chunked]
      chunked
      body 'ok'
      complete
      RFC9112-6.2-content-length-with-transfer-encoding @17 'Content-Length: 3'
      """#
    ),
    .response(
      "Transfer-Encoding in HTTP/1.0",
      "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      #"""
      HTTP/1.0 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      complete
      RFC9112-6.1-transfer-encoding-in-http-1.0 @17 'Transfer-Encoding: chunked'
      """#
    ),
    .response(
      "gzip, chunked",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: gzip, chunked]
      chunked
      body 'ok'
      complete reusable
      RFC9112-7.4-transfer-coding-unasked @17 'Transfer-Encoding: gzip, chunked'
      """#
    ),
    .response(
      "gzip until close",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nok",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: gzip]
      untilClose
      body 'ok'
      complete
      RFC9112-7.4-transfer-coding-unasked @17 'Transfer-Encoding: gzip'
      """#
    ),
    .response(
      "chunked twice",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked, chunked]
      chunked
      body 'ok'
      complete
      RFC9112-6.1-chunked-repeated @17 'Transfer-Encoding: chunked, chunked'
      """#
    ),
    .response(
      "chunked not last",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\nok",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked, gzip]
      untilClose
      body 'ok'
      complete
      RFC9112-6.1-chunked-not-last @17 'Transfer-Encoding: chunked, gzip'
      """#
    ),
    .response(
      "unknown transfer coding",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: x\r\nContent-Length: 2\r\n\r\nok",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: x, Content-Length: 2]
      untilClose
      body 'ok'
      complete
      RFC9112-7-transfer-coding-unknown @17 'Transfer-Encoding: x'
      RFC9112-6.2-content-length-with-transfer-encoding @39 'Content-Length: 2'
      """#
    ),
    .response(
      "identity besides Content-Length",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: identity, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-7-transfer-coding-unknown @17 'Transfer-Encoding: identity'
      RFC9112-6.2-content-length-with-transfer-encoding @46 'Content-Length: 2'
      """#
    ),
    .response(
      "Transfer-Encoding in upper case",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: CHUNKED\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [transfer-encoding: CHUNKED]
      chunked
      body 'ok'
      complete reusable
      """#
    ),
  ]
}
