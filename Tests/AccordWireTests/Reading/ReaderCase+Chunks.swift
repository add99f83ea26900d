@testable import AccordWire

extension ReaderCase {
  static let chunks: [ReaderCase] = [
    .response(
      "chunks",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n"
        + "0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'hello world'
      complete reusable
      """#
    ),
    .response(
      "hexadecimal sizes, leading zeros",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n000A\r\n0123456789\r\na\r\n"
        + "0123456789\r\n00\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body '01234567890123456789'
      complete reusable
      """#
    ),
    .response(
      "chunk extensions",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b;c=\"d;e\"\r\nok\r\n"
        + "0;last\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      complete reusable
      """#
    ),
    .response(
      "trailers",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 1\r\n"
        + "x-sum: 2\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      trailers [X-Sum: 1, x-sum: 2]
      complete reusable
      """#
    ),
    .response(
      "folded trailer",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n c\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      trailers [A: b c]
      complete reusable
      RFC9112-5.2-obs-fold @56 ' c'
      """#
    ),
    .response(
      "trailer that is forbidden",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n"
        + "Content-Length: 2\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      trailers [Content-Length: 2]
      complete reusable
      RFC9110-6.5.1-trailer-forbidden @57 'Content-Length: 2'
      """#
    ),
    .response(
      "surplus after chunks",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\nXYZ",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      surplus 'XYZ'
      complete
      RFC9112-6.3-surplus @59 'XYZ'
      """#
    ),
    .response(
      "blank after the size",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2 \r\nok\r\n0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      complete reusable
      RFC9112-7.1-chunk-size-whitespace @48 '2 '
      """#
    ),
    .response(
      "LF alone in chunks",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\nok\n0\n\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      complete reusable
      RFC9112-2.2-bare-lf @48 '2\n' ×4
      """#
    ),
    .response(
      "no CR LF after a chunk",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      complete
      RFC9112-7.1-chunk-data-unterminated @52 '0'
      """#
    ),
    .response(
      "something else after a chunk",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokXY\r\n0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      failed The chunked body cannot be read at byte 52: expected CR LF after the data of a chunk, found "X".
      """#
    ),
    .response(
      "CR without LF after a chunk",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\rX0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      failed The chunked body cannot be read at byte 53: expected CR LF after the data of a chunk, found "X".
      """#
    ),
    .response(
      "no final line end",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      complete
      RFC9112-7.1-final-crlf-missing @57 ''
      """#
    ),
    .response(
      "half of the final line end",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      complete
      RFC9112-7.1-final-crlf-missing @58 '\r'
      """#
    ),
    .response(
      "no last chunk",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      failed The server closed the connection within a chunked body: 2 bytes of content came, the last chunk did not.
      """#
    ),
    .response(
      "closed in the last chunk's size",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'ok'
      failed The server closed the connection within a chunked body: 2 bytes of content came, the last chunk did not.
      """#
    ),
    .response(
      "closed within a chunk",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'hel'
      failed The server closed the connection within a chunked body: 3 bytes of content came, the last chunk did not.
      """#
    ),
    .response(
      "closed before any chunk",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The server closed the connection within a chunked body: 0 bytes of content came, the last chunk did not.
      """#
    ),
    .response(
      "closed within a trailer",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\nC",
      closes: true,
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      trailers [A: b]
      failed The server closed the connection within a chunked body: 0 bytes of content came, the last chunk did not.
      """#
    ),
    .response(
      "no size",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\nok\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The chunked body cannot be read at byte 47: expected a hexadecimal chunk size, found "".
      """#
    ),
    .response(
      "size of letters",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nok\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The chunked body cannot be read at byte 47: expected a hexadecimal chunk size, found "xyz".
      """#
    ),
    .response(
      "size with 0x",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x2\r\nok\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The chunked body cannot be read at byte 48: expected a line end or ";" after the chunk size, found "0x2".
      """#
    ),
    .response(
      "negative size",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\nok\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The chunked body cannot be read at byte 47: expected a hexadecimal chunk size, found "-2".
      """#
    ),
    .response(
      "size overflow",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nok\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The chunked body cannot be read at byte 47: the chunk size "FFFFFFFFFFFFFFFFF" is larger than any body can be.
      """#
    ),
    .response(
      "size just below overflow",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFFF\r\nok\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The body is longer than the limit of 16777216 bytes.
      """#
    ),
    .response(
      "not chunked at all",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{\"a\":1}\r\n",
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The chunked body cannot be read at byte 47: expected a hexadecimal chunk size, found "{"a":1}".
      """#
    ),
    .response(
      "chunks over the limit",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello \r\n6\r\nworld!\r\n"
        + "0\r\n\r\n",
      limits: ReadLimits(maxBodyBytes: 10),
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      body 'hello '
      failed The body is longer than the limit of 10 bytes.
      """#
    ),
    .response(
      "chunk line over the limit",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;aaaaaaaaaaaaaaaaaaaa\r\n"
        + "ok\r\n",
      limits: ReadLimits(maxChunkLineBytes: 16),
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The chunked body cannot be read at byte 47: the chunk size and its extensions are longer than 16 bytes.
      """#
    ),
    .response(
      "trailers over the limit",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
        + "A: bbbbbbbbbbbbbbbbbbbbbb\r\n\r\n",
      limits: ReadLimits(maxHeadBytes: 60),
      #"""
      HTTP/1.1 200 'OK' [Transfer-Encoding: chunked]
      chunked
      failed The message heads and trailers are longer than the limit of 60 bytes.
      """#
    ),
  ]
}
