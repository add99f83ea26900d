import Testing

@testable import AccordWire

/// What makes a response unreadable is the peer's fault where no network can have made it.
@Suite struct FaultTests {
  /// Bytes that cannot be read, and what is shown of them.
  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var input: String
    var fault: String?
    var testDescription: String { name }
  }

  static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

  static let examples: [Example] = [
    Example(
      name: "another protocol",
      input: "220 mail.example ESMTP\r\nmore",
      fault: #"RFC9112-2.1-not-http @0 '220 mail.example ESMTP\r\n'"#
    ),
    Example(
      name: "HTTP/0.9: content without a head",
      input: "<html>\n<p>hello</html>",
      fault: #"RFC9112-2.1-not-http @0 '<html>\n'"#
    ),
    Example(
      name: "content that has no line end",
      input: "hello",
      fault: "RFC9112-2.1-not-http @0 'hello'"
    ),
    Example(
      name: "garbage after an interim response",
      input: "HTTP/1.1 100 Continue\r\n\r\n<html>",
      fault: "RFC9112-2.1-not-http @25 '<html>'"
    ),
    Example(
      name: "no status",
      input: "HTTP/1.1 OK\r\n\r\n",
      fault: #"RFC9112-4-status-missing @0 'HTTP/1.1 OK\r\n'"#
    ),
    Example(
      name: "a chunk size of letters",
      input: chunked + "many\r\nhello",
      fault: #"RFC9112-7.1-chunk-size-missing @47 'many\r\n'"#
    ),
    Example(
      name: "a chunk size that runs on",
      input: chunked + "5 apples\r\nhello",
      fault: #"RFC9112-7.1-chunk-size-runs-on @47 '5 apples\r\n'"#
    ),
    Example(
      name: "a chunk longer than its size",
      input: chunked + "2\r\nhello\r\n0\r\n\r\n",
      fault: #"RFC9112-7.1-chunk-data-unterminated @52 'llo\r\n'"#
    ),
    Example(
      name: "a chunk longer than its size, as if another size followed",
      input: chunked + "2\r\nokay\r\n0\r\n\r\n",
      fault: #"RFC9112-7.1-chunk-data-unterminated @52 'ay\r\n'"#
    ),
    Example(
      name: "content where a chunk size belongs, and the end",
      input: chunked + "{\"a\":1}",
      fault: "RFC9112-7.1-chunk-size-missing @47 '{\"a\":1}'"
    ),
    Example(
      name: "a chunk size that runs on, and the end",
      input: chunked + "5 apples",
      fault: "RFC9112-7.1-chunk-size-runs-on @47 '5 apples'"
    ),
    Example(
      name: "no status, and the end",
      input: "HTTP/1.1 OK",
      fault: "RFC9112-4-status-missing @0 'HTTP/1.1 OK'"
    ),
    Example(name: "the end in a chunk size", input: chunked + "5"),
    Example(name: "the end in an extension of a chunk", input: chunked + "5;name=val"),
    Example(name: "the end before a chunk size", input: chunked),
    Example(name: "the end in the status line", input: "HTTP/1.1 20"),
    Example(name: "the end after the version", input: "HTTP/1.1 "),
    Example(name: "the end in the version", input: "HTT"),
    Example(name: "the end in the last line end", input: chunked + "0\r\n\r"),
    // What a network can do, and what is only more than the reader keeps.
    Example(name: "the end in the head", input: "HTTP/1.1 200 OK\r\nContent-"),
    Example(name: "the end in a chunk", input: chunked + "5\r\nhe"),
    Example(name: "the end in the body", input: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe"),
    Example(name: "no byte at all", input: ""),
    Example(name: "a chunk of more than can be", input: chunked + "FFFFFFFFFFFFFFFFF\r\n"),
    Example(
      name: "more than is kept",
      input: "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"
    ),
    Example(name: "a right answer", input: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
  ]

  @Test(arguments: examples) func isShownWithItsBytes(_ example: Example) {
    var whole = MessageReader(.response(toMethod: "GET"))
    whole.feed(Array(example.input.utf8))
    whole.finish()
    #expect(Self.text(whole.fault) == example.fault)
    // However the bytes are cut.
    var pieces = MessageReader(.response(toMethod: "GET"))
    for byte in example.input.utf8 { pieces.feed([byte]) }
    pieces.finish()
    #expect(Self.text(pieces.fault) == example.fault)
    #expect(pieces.failure == whole.failure)
  }

  @Test func isNamedWithTheWholeLine() {
    func failure(_ input: String) -> String {
      var reader = MessageReader(.response(toMethod: "GET"))
      reader.feed(Array(input.utf8))
      return reader.failure.map { "\($0)" } ?? ""
    }
    #expect(
      failure("<html>hello</html>\n")
        == #"The message head cannot be read at byte 0: expected "HTTP/", found "<html>hello</html>\n"."#
    )
    #expect(
      failure(Self.chunked + "2\r\nhello\r\n")
        == #"The chunked body cannot be read at byte 52: expected CR LF after the data of a chunk, found "llo\r\n"."#
    )
  }

  @Test func requestsAreNobodysAnswer() {
    var reader = MessageReader(.request)
    reader.feed(Array("garbage\r\n".utf8))
    #expect(reader.failure != nil)
    #expect(reader.fault == nil)
  }

  @Test func codingThatWasAskedForIsNoDeviation() {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
    for (asked, deviations) in [([], [Deviation.Kind.transferCodingUnasked]), (["gzip"], [])] {
      var reader = MessageReader(.response(toMethod: "GET"))
      reader.askedTransferCodings = Set(asked)
      reader.feed(Array((head + "0\r\n\r\n").utf8))
      #expect(reader.deviations.map(\.kind) == deviations)
    }
    let request = WireRequest("GET", "/", fields: [WireField("TE", "trailers, GZip;q=0.5")])
    #expect(request.askedTransferCodings == ["gzip"])
  }

  private static func text(_ fault: Deviation?) -> String? {
    fault.map { "\($0.id) @\($0.offset) '\(WireText.escaped($0.evidence))'" }
  }
}
