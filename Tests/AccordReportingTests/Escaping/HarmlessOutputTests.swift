import Testing

@testable import AccordReporting

/// A text in pieces is the text as a whole.
struct HarmlessOutputTests {
  private static let lines = [
    "::error::x", "  ::warning::y", "a ##[group]b", "##vso[x", "section_start:1", "é::",
    "\u{2003}::x",
    "", "plain",
  ]

  private final class Pieces {
    var list: [[UInt8]] = []
  }

  @Test(arguments: [LogText.Language.text, .json, .markup, .commands], [1, 7, 100_000])
  func piecesAreHarmless(_ language: LogText.Language, _ size: Int) {
    let text = (0..<15_000).map { Self.lines[$0 % Self.lines.count] + "\n" }.joined()
    let pieces = Pieces()
    var output = HarmlessOutput(in: language) { pieces.list.append($0) }
    var rest = text[...]
    while !rest.isEmpty {
      output.write(String(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    output.finish()
    let joined = String(decoding: pieces.list.joined(), as: UTF8.self)
    #expect(joined == LogText.harmless(text, in: language))
    #expect(size > 1_000 || pieces.list.count > 1)
  }

  @Test
  func aLineIsNeverParted() {
    let pieces = Pieces()
    var output = HarmlessOutput(in: .text) { pieces.list.append($0) }
    let line = String(repeating: "a", count: 300_000)
    for part in ["\(line)", "\(line)##[", "x]\nb", "\n"] { output.write(part) }
    output.finish()
    #expect(pieces.list.map { $0.last } == [0x0A, 0x0A] || pieces.list.count == 1)
    #expect(!String(decoding: pieces.list.joined(), as: UTF8.self).contains("##["))
  }
}
