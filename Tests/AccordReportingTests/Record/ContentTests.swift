import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// What is kept of content that is too long to be kept whole.
struct ContentTests {
  private static let limit = RunRecord.Content.limit

  /// A list of numbers, one a line or all on one, with a wrong one far beyond the beginning.
  private static func list(isOneLine: Bool) -> (bytes: [UInt8], position: SourcePosition) {
    let end = isOneLine ? ", " : ",\n"
    let before = "[" + String(repeating: "10000" + end, count: 20_000)
    let text = before + "\"wrong\"" + end + String(repeating: "20000" + end, count: 9_000) + "0]"
    let position = SourcePosition(
      byte: before.utf8.count,
      line: isOneLine ? 1 : 20_001,
      column: isOneLine ? before.count + 1 : 1
    )
    return (Array(text.utf8), position)
  }

  private static func violation(at position: SourcePosition?) -> RunRecord.Violation {
    let path = InstancePath([.item(20_000)])
    return Differences.violation(.body(path), "an integer", "\"wrong\"", at: position)
  }

  private static func result(
    _ bytes: [UInt8],
    _ violation: RunRecord.Violation,
    keeping extent: RunRecord.Content.Extent = .beginning
  ) -> RunRecord.Case {
    let content = RunRecord.Content(bytes, keeping: extent, at: [violation])
    var result = Differences.result("long", violation, [])
    var exchange = Differences.exchange("")
    exchange.response?.body = content
    result.exchanges = [exchange]
    return result
  }

  private static func body(_ result: RunRecord.Case) -> [String] {
    ViolationDifference(result.violations[0], in: result).body.map { $0.sign + $0.text }
  }

  @Test(arguments: [RunRecord.Content.Extent.beginning, .whole])
  func theLinesAroundAPlaceBeyondTheBeginningAreShown(_ extent: RunRecord.Content.Extent) {
    let (bytes, position) = Self.list(isOneLine: false)
    let lines = Self.body(Self.result(bytes, Self.violation(at: position), keeping: extent))
    #expect(
      lines == [
        " 10000,", " 10000,", " 10000,", "+\"wrong\",", " 20000,", " 20000,", " 20000,",
      ]
    )
  }

  @Test(arguments: [RunRecord.Content.Extent.beginning, .whole])
  func thePartOfALineAroundAPlaceBeyondTheBeginningIsShown(_ extent: RunRecord.Content.Extent) {
    let (bytes, position) = Self.list(isOneLine: true)
    let lines = Self.body(Self.result(bytes, Self.violation(at: position), keeping: extent))
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("+… ") == true)
    #expect(lines.first?.contains("10000, \"wrong\", 20000") == true)
    #expect(lines.first?.hasSuffix(" …") == true)
  }

  @Test
  func aPlaceThatOnlyAPointerNamesIsFound() throws {
    for isOneLine in [true, false] {
      let (bytes, position) = Self.list(isOneLine: isOneLine)
      let located = [Self.violation(at: nil)].located(in: bytes)
      #expect(located.map(\.position) == [position])
    }
    // Short content is there whole.
    #expect([Self.violation(at: nil)].located(in: Array("[]".utf8)).map(\.position) == [nil])
  }

  @Test
  func passagesAreFewShortAndInOrder() {
    let bytes = Array(String(repeating: "é, ", count: 200_000).utf8)
    let places = stride(from: 0, to: bytes.count, by: 4_000).reversed().map { byte in
      Self.violation(at: SourcePosition(byte: byte, line: 1, column: byte * 3 / 4 + 1))
    }
    let content = RunRecord.Content(bytes, keeping: .beginning, at: places)
    #expect(content.passages.count == 32)
    #expect(content.passages.allSatisfy { $0.bytes.count <= 2_048 })
    let ranges = content.passages.map(\.range)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(ranges.allSatisfy { $0.lowerBound >= content.bytes.count })
    for passage in content.passages {
      #expect(passage.bytes == Array(bytes[passage.range]))
      #expect(String(validating: passage.bytes, as: UTF8.self) != nil)
    }
    // Those that touch are one.
    let near = [70_000, 70_100, 70_900].map {
      Self.violation(at: SourcePosition(byte: $0, line: 1, column: $0 * 3 / 4 + 1))
    }
    #expect(RunRecord.Content(bytes, keeping: .beginning, at: near).passages.count == 1)
  }

  /// A secret that becomes known later would not be found by its end alone.
  @Test
  func noPassageBeginsWithinAWord() throws {
    let word = String(repeating: "k", count: 3_000)
    let text = "[\"\(String(repeating: "a", count: 70_000))\", \"\(word)\", 1]"
    let place = SourcePosition(byte: text.utf8.count - 2, line: 1, column: text.count - 1)
    let content = RunRecord.Content(
      Array(text.utf8),
      keeping: .beginning,
      at: [Self.violation(at: place)]
    )
    let passage = try #require(content.passages.first)
    #expect(String(decoding: passage.bytes, as: UTF8.self) == ", 1]")
  }

  @Test
  func whatIsKeptIsWrittenAndReadBack() throws {
    let (bytes, position) = Self.list(isOneLine: false)
    let result = Self.result(bytes, Self.violation(at: position))
    let json = result.exchanges.json
    let value = RecordedValue(json: json, pointer: .root)
    #expect(try value.elements(RunRecord.Exchange.init) == result.exchanges)
    let body = try #require(json.elements?.first?["response"]?["body"])
    #expect(body["passages"]?.elements?.count == 1)
    #expect(body["passages"]?.elements?.first?["line"] == 19_998)
    let text = "[\"wrong\"\n]"
    for member in ["byte", "line", "column"] {
      let wrong: JSON = [
        "length": 100, "isTruncated": true, "text": "a",
        "passages": [
          .object(
            [("byte", 50), ("line", 1), ("column", 1)].map {
              JSONMember($0.0, .count($0.0 == member ? .max : $0.1))
            } + [JSONMember("text", .string(text))]
          )
        ],
      ]
      let isRead = (try? RunRecord.Content(RecordedValue(json: wrong, pointer: .root))) != nil
      #expect(isRead == (member != "byte"))
    }
  }

  @Test
  func thePageShowsThePassageWithItsMark() {
    let (bytes, position) = Self.list(isOneLine: true)
    let content = RunRecord.Content(bytes, keeping: .beginning, at: [Self.violation(at: position)])
    var folding = BodyFolding()
    let mark = BodyMark(byte: position.byte, note: "here", isDoubt: false)
    let markup = folding.markup(of: content, marks: [mark]).text
    let text = markup.replacing("&quot;", with: "\"")
    #expect(text.contains("10000, <mark>\"wrong\", 20000"))
    #expect(markup.contains("The first 65536 of \(bytes.count) bytes."))
    #expect(markup.contains(" bytes at byte \(content.passages[0].start.byte).</p>"))
    #expect(markup.components(of: "▲ here") == 1)
  }
}

extension String {
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
