import Accord
@testable import AccordMocking
import AccordWire

extension FaultyServer {
  /// Servers that write the right answer in a way that RFC 9112 does not allow.
  static let wire: [FaultyServer] = [
    framing("lines-end-with-lf", "Section 2.2: lines end with CR LF.") {
      $0.head().replacing("\r\n", with: "\n") + $0.text
    },
    framing("empty-line-first", "Section 2.2: a message begins with its start line.") {
      "\r\n" + $0.head() + $0.text
    },
    framing("version-2", "Section 2.3: the version is HTTP/1.1.") {
      $0.head(line: "HTTP/2.0 200 OK") + $0.text
    },
    framing("no-blank-after-the-status", "Section 4: a blank follows the status.") {
      $0.head(line: "HTTP/1.1 200") + $0.text
    },
    framing("two-blanks-before-the-status", "Section 4: one blank precedes the status.") {
      $0.head(line: "HTTP/1.1  200 OK") + $0.text
    },
    framing("field-without-colon", "Section 5: a field has a colon.") {
      $0.head(more: ["X-Powered-By Accord"]) + $0.text
    },
    framing("blank-before-the-colon", "Section 5.1: no blank stands before the colon.") {
      $0.head(more: ["X-Powered-By : Accord"]) + $0.text
    },
    framing("folded-field", "Section 5.2: a value is not folded.") {
      $0.head(more: ["X-Powered-By: Accord", " and more"]) + $0.text
    },
    framing("nul-in-a-field", "RFC 9110 section 5.5: a value holds no NUL.") {
      $0.head(more: ["X-Powered-By: Acc\0rd"]) + $0.text
    },
    framing("length-twice", "RFC 9110 section 8.6: Content-Length is given once.") {
      $0.head(more: ["Content-Length: \($0.body.count)"]) + $0.text
    },
    framing("length-and-chunks", "Section 6.2: chunks come without Content-Length.") {
      $0.head(more: ["Transfer-Encoding: chunked"]) + $0.chunked()
    },
    framing("blank-after-the-chunk-size", "Section 7.1: a chunk size stands alone.") {
      $0.head(dropping: "Content-Length", more: ["Transfer-Encoding: chunked"])
        + $0.chunked(size: { "\($0) " })
    },
    framing("chunk-data-runs-on", "Section 7.1: CR LF follows the data of a chunk.") {
      $0.head(dropping: "Content-Length", more: ["Transfer-Encoding: chunked"])
        + $0.chunked(end: "")
    },
    framing("length-in-a-trailer", "RFC 9110 section 6.5.1: no framing in trailers.") {
      $0.head(dropping: "Content-Length", more: ["Transfer-Encoding: chunked"])
        + $0.chunked(trailer: "Content-Length: 5\r\n")
    },
    framing("chunked-twice", "Section 6.1: chunked is applied once.") {
      $0.head(dropping: "Content-Length", more: ["Transfer-Encoding: chunked, chunked"])
        + $0.chunked()
    },
    framing("lengths-that-disagree", "Section 6.3: no two lengths disagree.") {
      $0.head(more: ["Content-Length: 1"]) + $0.text
    },
    framing("gzip-that-nobody-asked-for", "Section 7.4: no coding but those of TE.") {
      $0.head(dropping: "Content-Length", more: ["Transfer-Encoding: gzip, chunked"])
        + $0.chunked()
    },
    framing("no-status", "Section 4: the status line holds a status.") {
      $0.head(line: "HTTP/1.1 OK") + $0.text
    },
    framing("content-without-a-head", "Section 2.1: a response begins with its status line.") {
      $0.text + "\n"
    },
    framing("another-protocol", "Section 2.1: a response begins with its status line.") { _ in
      "220 mail.example ESMTP\r\n"
    },
    framing("chunk-of-no-size", "Section 7.1: a chunk begins with its size.") {
      $0.head(dropping: "Content-Length", more: ["Transfer-Encoding: chunked"])
        + $0.chunked(size: { _ in "many" })
    },
    framing("chunk-size-runs-on", "Section 7.1: a chunk size stands alone.") {
      $0.head(dropping: "Content-Length", more: ["Transfer-Encoding: chunked"])
        + $0.chunked(size: { "\($0)xyz" })
    },
    framing("chunk-longer-than-its-size", "Section 7.1: CR LF follows the data of a chunk.") {
      $0.head(dropping: "Content-Length", more: ["Transfer-Encoding: chunked"])
        + $0.chunked(size: { _ in "2" })
    },
    FaultyServer(
      "faults-of-the-mock-no-status",
      "RFC 9112 section 4: the status line holds a status.",
      of: "interact",
      answers,
      breaks: "message-framing",
      at: "response message"
    ) { answer, _ in answer.faults = [.malformedHead] },
    FaultyServer(
      "faults-of-the-mock-garbage",
      "RFC 9112 section 2.1: a response begins with its status line.",
      of: "interact",
      answers,
      breaks: "message-framing",
      at: "response message"
    ) { answer, _ in answer.faults = [.garbage] },
    FaultyServer(
      "two-charsets",
      "RFC 9110 section 8.3: a parameter of the media type is given once.",
      of: "interact",
      answers,
      breaks: "content-type-is-well-formed",
      at: "response header Content-Type"
    ) { answer, _ in
      guard !answer.body.isEmpty else { return }
      answer.setField("Content-Type", "application/json; charset=utf-8; charset=iso-8859-1")
    },
    FaultyServer(
      "more-than-the-length",
      "RFC 9112 section 6.3: nothing follows the content.",
      of: "interact",
      answers,
      breaks: "message-framing",
      at: ""
    ) { _, answer in
      WireReply([.write(answer.head() + answer.text + "\r\n"), .close])
    },
    FaultyServer(
      "name-beyond-ascii",
      "RFC 9110 section 5.5: values are limited to US-ASCII.",
      of: "interact",
      answers,
      breaks: "message-framing",
      at: "response message",
      as: .assumption
    ) { _, answer in
      WireReply([.write(answer.head(more: ["X-Powered-By: Zoë"]) + answer.text)], keepAlive: true)
    },
  ]

  private static let answers = [
    "interact/connections.accept-reject/*/example/*", "interact/*/header-missing/*",
  ]

  /// A server that writes every answer in this way.
  private static func framing(
    _ name: String,
    _ promise: String,
    _ write: @escaping @Sendable (MockAnswer) -> String
  ) -> FaultyServer {
    FaultyServer(
      name,
      "RFC 9112. \(promise)",
      of: "interact",
      answers,
      breaks: "message-framing",
      at: "response message"
    ) { _, answer in WireReply([.write(write(answer))], keepAlive: true) }
  }
}

extension MockAnswer {
  /// The head as text, with another first line, without a field or with more of them.
  func head(line: String? = nil, dropping: String? = nil, more: [String] = []) -> String {
    let usual = "HTTP/1.1 \(status) \(reason)"
    var text = (line?.replacing("200", with: "\(status)") ?? usual) + "\r\n"
    for field in fields where field.name != dropping { text += "\(field.name): \(field.value)\r\n" }
    for line in more { text += line + "\r\n" }
    return text + "\r\n"
  }

  /// The content in chunks.
  func chunked(
    size: (String) -> String = { $0 },
    end: String = "\r\n",
    trailer: String = ""
  ) -> String {
    let half = body.count / 2
    let pieces = [body.prefix(half), body.dropFirst(half)].filter { !$0.isEmpty }
    let chunks = pieces.map { piece in
      size(String(piece.count, radix: 16)) + "\r\n" + String(decoding: piece, as: UTF8.self) + end
    }
    return chunks.joined() + "0\r\n" + trailer + "\r\n"
  }
}
