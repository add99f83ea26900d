import Accord
@testable import AccordMocking
import AccordWire

extension HarmlessVariation {
  /// The same answer, framed in another way that RFC 9112 allows.
  static let wire: [HarmlessVariation] = [
    .writing("chunked", "RFC 9112 section 7.1.") { answer in
      .of(answer, chunks: answer.chunked(by: 7))
    },
    .writing("one-chunk", "RFC 9112 section 7.1.") { answer in
      .of(answer, chunks: answer.chunked(by: 4_096))
    },
    .writing("nothing-in-chunks", "Document 004: no body is Content-Length 0 or no chunk.") {
      $0.body.isEmpty ? .of($0, chunks: "0\r\n\r\n") : nil
    },
    .writing("chunk-extensions", "RFC 9112 section 7.1.1.") { answer in
      .of(answer, chunks: answer.chunked(by: 5, after: ";name=\"a b\";flag"))
    },
    .writing("chunk-sizes-with-zeros", "RFC 9112 section 7.1: a size is 1*HEXDIG.") { answer in
      .of(answer, chunks: answer.chunked(by: 11, before: "000"))
    },
    .writing("trailer", "RFC 9112 section 7.1.2: fields may follow.") { answer in
      .of(answer, chunks: answer.chunked(by: 9, trailer: "X-Checksum: 7\r\n"))
    },
    .writing("until-the-end-of-the-connection", "RFC 9112 section 6.3, item 8.") { answer in
      WireReply([.write(answer.message(dropping: "content-length")), .close])
    },
    .writing("connection-is-closed", "RFC 9112 section 9.6: Connection: close.") { answer in
      WireReply([.write(answer.message(more: "Connection: close\r\n")), .close])
    },
    .writing("connection-is-kept-in-words", "RFC 9112 section 9.3.") { answer in
      WireReply(
        [.write(answer.message(more: "Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n"))],
        keepAlive: true
      )
    },
    .writing("no-reason", "RFC 9112 section 4: the reason phrase may be empty.") { answer in
      WireReply([.write(answer.message(line: "HTTP/1.1 \(answer.status) "))], keepAlive: true)
    },
    .writing("another-reason", "RFC 9112 section 4: clients ignore the phrase.") { answer in
      WireReply(
        [.write(answer.message(line: "HTTP/1.1 \(answer.status) So be it"))],
        keepAlive: true
      )
    },
    .writing("early-hints", "RFC 8297: 103 before the answer.") { answer in
      let hints = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"
      return WireReply([.write(hints + answer.message())], keepAlive: true)
    },
    .writing("two-interim-responses", "RFC 9110 section 15.2: any number may come.") { answer in
      let interim = "HTTP/1.1 102 Processing\r\n\r\n"
      return WireReply(
        [.write(interim), .pause(.milliseconds(1)), .write(interim + answer.message())],
        keepAlive: true
      )
    },
    .writing("in-pieces", "RFC 9112 section 2: a message is a stream of bytes.") { answer in
      WireReply(
        WireAction.trickle(
          Array(answer.message().utf8),
          by: answer.pieces(of: 40),
          pause: .milliseconds(1)
        ),
        keepAlive: true
      )
    },
    .writing("white-space-around-values", "RFC 9112 section 5.1: OWS is not a part.") { answer in
      let head = answer.head(separator: ": \t ", end: " \t\r\n")
      return WireReply([.write(head + answer.text)], keepAlive: true)
    },
    .writing("no-white-space-before-values", "RFC 9112 section 5: OWS is optional.") { answer in
      WireReply([.write(answer.head(separator: ":", end: "\r\n") + answer.text)], keepAlive: true)
    },
    .writing("http-1.0", "RFC 9110 section 2.5: a server may answer in an older version.") {
      answer in
      let line = "HTTP/1.0 \(answer.status) \(answer.reason)"
      return WireReply([.write(answer.message(line: line)), .close])
    },
  ]
}

extension WireReply {
  fileprivate static func of(_ answer: MockAnswer, chunks: String) -> WireReply {
    let head = answer.head(dropping: "content-length", more: "Transfer-Encoding: chunked\r\n")
    return WireReply([.write(head + chunks)], keepAlive: true)
  }
}

extension MockAnswer {
  fileprivate func head(
    line: String? = nil,
    dropping: String = "",
    separator: String = ": ",
    end: String = "\r\n",
    more: String = ""
  ) -> String {
    let kept = fields.filter { $0.name.lowercased() != dropping }
    return (line ?? "HTTP/1.1 \(status) \(reason)") + "\r\n"
      + kept.map { $0.name + separator + $0.value + end }.joined() + more + "\r\n"
  }

  fileprivate func message(
    line: String? = nil,
    dropping: String = "",
    more: String = ""
  ) -> String {
    head(line: line, dropping: dropping, more: more) + text
  }

  /// So many bytes, of long answers more: lists would take most of the time and show nothing else.
  fileprivate func pieces(of size: Int) -> Int { body.count < 4_096 ? size : 1_021 * size }

  fileprivate func chunked(
    by size: Int,
    before: String = "",
    after: String = "",
    trailer: String = ""
  ) -> String {
    // Bodies of Interact are ASCII, so that bytes and characters are the same.
    let size = pieces(of: size)
    let chunks = stride(from: 0, to: body.count, by: size).map { start in
      let piece = body[start..<min(start + size, body.count)]
      let text = String(decoding: piece, as: UTF8.self)
      return before + String(piece.count, radix: 16) + after + "\r\n" + text + "\r\n"
    }
    return chunks.joined() + before + "0\r\n" + trailer + "\r\n"
  }
}
