import Testing

@testable import AccordWire

@Suite struct MessageReaderTests {
  static let cases =
    ReaderCase.heads + ReaderCase.fields + ReaderCase.framing + ReaderCase.chunks
    + ReaderCase.requests

  @Test(arguments: cases)
  func readsWhatIsThere(_ example: ReaderCase) {
    #expect("\(ReaderSummary(reader: example.read(cutAt: [])))" == example.expected)
  }

  @Test func readsTheSameHoweverTheBytesAreCut() async {
    for example in Self.cases {
      // Other tests measure time: the thread is lent to them.
      await Task.yield()
      let whole = example.read(cutAt: [])
      let cuts = [Array(0..<example.input.count)] + (0...example.input.count).map { [$0] }
      for cut in cuts {
        let reader = example.read(cutAt: cut)
        #expect(reader.state == whole.state, "\(example.name), cut at \(cut)")
        #expect(reader.response == whole.response, "\(example.name), cut at \(cut)")
        #expect(reader.deviations == whole.deviations, "\(example.name), cut at \(cut)")
        #expect(reader.surplus == whole.surplus, "\(example.name), cut at \(cut)")
        #expect(reader.unread == whole.unread, "\(example.name), cut at \(cut)")
        #expect(
          WireServerRequest(reader, connectionID: 1) == WireServerRequest(whole, connectionID: 1)
        )
      }
    }
  }

  /// Every case with bytes replaced, dropped and repeated, always the same ones.
  @Test func readsDamagedBytesTheSameHoweverTheyAreCut() async {
    var seed: UInt64 = 1
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let spice = Array("\r\n \t:;,0aF/.\u{0}".utf8) + [0xFF]
    for example in Self.cases where !example.input.isEmpty {
      await Task.yield()
      for _ in 0..<30 {
        var input = example.input
        for _ in 0...next(3) {
          let place = next(input.count)
          switch next(3) {
          case 0: input[place] = spice[next(spice.count)]
          case 1 where input.count > 1: input.remove(at: place)
          default: input.insert(spice[next(spice.count)], at: place)
          }
        }
        let damaged = ReaderCase(
          name: example.name,
          subject: example.subject,
          input: input,
          closes: example.closes,
          limits: example.limits,
          expected: ""
        )
        let whole = damaged.read(cutAt: [])
        let pieces = damaged.read(cutAt: Array(0..<input.count))
        let text = WireText.escaped(input, limit: 500)
        #expect(pieces.state == whole.state, "\(text)")
        #expect(pieces.response == whole.response, "\(text)")
        #expect(pieces.deviations == whole.deviations, "\(text)")
        #expect(pieces.unread == whole.unread, "\(text)")
      }
    }
  }

  @Test func keepsAllBytesOfTheHead() throws {
    let head = "HTTP/1.1 200 OK\nA : b\r\n\tc\r\n\r\n"
    var reader = MessageReader(.response(toMethod: "GET"))
    reader.feed(Array("\r\nHTTP/1.1 103 Hint\r\nB: c\r\n\r\n".utf8) + Array(head.utf8))
    let response = try #require(reader.response)
    #expect(response.rawHead == Array(head.utf8))
    #expect(response.fields.map(\.rawLine) == [Array("A : b\r\n\tc".utf8)])
    #expect(
      response.interim.map(\.rawHead) == [Array("HTTP/1.1 103 Hint\r\nB: c\r\n\r\n".utf8)]
    )
  }

  @Test func keepsTheBytesThatCannotBeRead() {
    var reader = MessageReader(.response(toMethod: "GET"))
    reader.feed(Array("220 mail.example ESMTP\r\nmore".utf8))
    #expect(WireText.decode(reader.unread) == "220 mail.example ESMTP\r\nmore")

    var chunked = MessageReader(.response(toMethod: "GET"))
    chunked.feed(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nrest".utf8))
    #expect(WireText.decode(chunked.unread) == "zz\r\nrest")
  }

  @Test func boundsTheBytesThatCannotBeRead() {
    var reader = MessageReader(.response(toMethod: "GET"))
    for _ in 0..<100 { reader.feed([UInt8](repeating: 0x41, count: 100)) }
    #expect(reader.unread.count == 1024)
  }

  @Test func noticesWhoWaitsForContinue() {
    var reader = MessageReader(.request)
    reader.feed(Array("PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\n".utf8))
    #expect(!reader.expectsContinue)
    reader.feed(Array("Content-Length: 2\r\n\r\n".utf8))
    #expect(reader.expectsContinue)
    reader.feed(Array("o".utf8))
    #expect(!reader.expectsContinue)
  }

  @Test func readsManyFoldedLinesInLinearTime() throws {
    let lines = 60_000
    var reader = MessageReader(.response(toMethod: "GET"))
    reader.feed(Array("HTTP/1.1 200 OK\r\nA: b\r\n".utf8))
    reader.feed(Array(String(repeating: " c\r\n", count: lines).utf8))
    reader.feed(Array("\r\n".utf8))
    let response = try #require(reader.response)
    #expect(response.fields.first?.value.count == 1 + 2 * lines)
  }
}
