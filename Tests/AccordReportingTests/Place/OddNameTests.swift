import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// Names with the characters that places are written with: nothing takes a place apart.
@Suite struct OddNameTests {
  static let names = [
    "dc:title", "a/b", "a~b", "a[0]", "row 2 /id", "0", "*", "", " ", "é", "e\u{301}", "a, as in b",
  ]

  /// Too much for one line.
  private static let long = String(repeating: "x", count: 80)

  private static func place(_ name: String) -> Violation.Place {
    .body(InstancePath([.member("items"), .item(1), .member(name)]))
  }

  private static func result(_ name: String) -> RunRecord.Case {
    let body: JSON = [
      "items": [
        [:],
        .object([JSONMember("first", .string(Self.long)), JSONMember(name, 2)]),
      ],
      "a": nil,
    ]
    return Differences.result(
      "odd",
      Differences.violation(Self.place(name), "a string", "integer 2"),
      [Differences.exchange(body.text())]
    )
  }

  @Test(arguments: names)
  func aPlaceIsReadBackAsItWasWritten(_ name: String) throws {
    let run = Differences.run([Self.result(name)])
    let read = try RunRecord(parsing: Array(JSONFormat().text(for: run).utf8))
    #expect(read == run)
    let events = EventsFormat().text(for: run)
    #expect(try RunRecord(reading: Array(events.utf8)).suites == run.suites)
  }

  @Test(arguments: names)
  func theMarksAreAtTheValue(_ name: String) throws {
    let result = Self.result(name)
    let content = try #require(result.exchanges[0].response?.body)
    let text = try #require(String(validating: content.bytes, as: UTF8.self))
    let marks = BodyMark.marks(
      for: result.violations,
      in: content,
      of: Differences.run([result])
    )
    let offset = try #require(marks.first?.byte)
    #expect(String(text.utf8.dropFirst(offset).prefix(1)) == "2")
    let lines = ViolationDifference(result.violations[0], in: result).body
    #expect(lines.filter { $0.kind == .actual }.map { $0.text.hasSuffix(": 2") } == [true])
  }

  @Test func aMemberIsNotTheItemOfItsNumber() {
    let member = Violation.Place.body(InstancePath([.member("0")]))
    let item = Violation.Place.body(InstancePath([.item(0)]))
    #expect(member.description == item.description)
    #expect(member != item)
    #expect(member.json != item.json)
  }
}
