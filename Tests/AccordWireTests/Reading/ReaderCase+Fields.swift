@testable import AccordWire

extension ReaderCase {
  static let fields: [ReaderCase] = [
    .response(
      "LF alone",
      "HTTP/1.1 200 OK\nA: b\nContent-Length: 2\n\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9112-2.2-bare-lf @15 'HTTP/1.1 200 OK\n' ×4
      """#
    ),
    .response(
      "one LF alone",
      "HTTP/1.1 200 OK\r\nA: b\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9112-2.2-bare-lf @21 'A: b\n'
      """#
    ),
    .response(
      "CR within a value",
      "HTTP/1.1 200 OK\r\nA: b\rc\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b\rc, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-2.2-bare-cr @21 'A: b\rc'
      """#
    ),
    .response(
      "CR CR LF",
      "HTTP/1.1 200 OK\r\nA: b\r\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b\r, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-2.2-bare-cr @21 'A: b\r'
      """#
    ),
    .response(
      "folded value",
      "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\t d \r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b c d, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9112-5.2-obs-fold @23 ' c' ×2
      """#
    ),
    .response(
      "folded Content-Length",
      "HTTP/1.1 200 OK\r\nContent-Length:\r\n 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9112-5.2-obs-fold @34 ' 2'
      """#
    ),
    .response(
      "fold of nothing",
      "HTTP/1.1 200 OK\r\nA: b\r\n  \r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9112-5.2-obs-fold @23 '  '
      """#
    ),
    .response(
      "blank before the first field",
      "HTTP/1.1 200 OK\r\n A: b\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-2.2-blank-before-first-field @17 ' A: b'
      """#
    ),
    .response(
      "space before the colon",
      "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9112-5.1-space-before-colon @31 'Content-Length : 2'
      """#
    ),
    .response(
      "line without a colon",
      "HTTP/1.1 200 OK\r\nnonsense\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [nonsense: , Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9112-5-field-without-colon @17 'nonsense'
      """#
    ),
    .response(
      "empty field name",
      "HTTP/1.1 200 OK\r\n: b\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [: b, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9110-5.1-field-name @17 ''
      """#
    ),
    .response(
      "field name that is no token",
      "HTTP/1.1 200 OK\r\nA(b): c\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A(b): c, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9110-5.1-field-name @17 'A(b)'
      """#
    ),
    .response(
      "field name with a space",
      "HTTP/1.1 200 OK\r\nA b: c\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A b: c, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9110-5.1-field-name @17 'A b'
      """#
    ),
    .response(
      "empty value",
      "HTTP/1.1 200 OK\r\nA:\r\nB: \r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: , B: , Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      """#
    ),
    .response(
      "blanks around a value",
      "HTTP/1.1 200 OK\r\nA: \t b  \t\r\nContent-Length:2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      """#
    ),
    .response(
      "value of Latin-1",
      "HTTP/1.1 200 OK\r\nA: caf\u{E9}\u{E9}\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: caf\xE9\xE9, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9110-5.5-non-ascii @23 'A: caf\xE9\xE9'
      """#
    ),
    .response(
      "NUL in a value",
      "HTTP/1.1 200 OK\r\nA: b\u{0}c\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b\x00c, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      RFC9110-5.5-nul @21 'A: b\x00c'
      """#
    ),
    .response(
      "control characters in a value",
      "HTTP/1.1 200 OK\r\nA: b\u{7}c\u{7F}\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [A: b\x07c\x7F, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete reusable
      RFC9110-5.5-control @21 'A: b\x07c\x7F' ×2
      """#
    ),
    .response(
      "Connection: close",
      "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 2\r\n\r\nok",
      #"""
      HTTP/1.1 200 'OK' [Connection: x, Close, Content-Length: 2]
      contentLength(2)
      body 'ok'
      complete
      """#
    ),
    .response(
      "seventeen LF alone are one deviation",
      "HTTP/1.1 200 OK\r\nA:b\nA:b\nA:b\nA:b\nA:b\nA:b\nA:b\nA:b\nA:b\nA:b\nA:b\nA:b\nA:b\n"
        + "A:b\nA:b\nA:b\nA:b\nContent-Length: 0\r\n\r\n",
      #"""
      HTTP/1.1 200 'OK' [A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, A: b, Content-Length: 0]
      contentLength(0)
      complete reusable
      RFC9112-2.2-bare-lf @20 'A:b\n' ×17
      """#
    ),
  ]
}
