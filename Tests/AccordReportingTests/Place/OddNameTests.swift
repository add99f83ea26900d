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

  @Test(arguments: names)
  func anEntryIsReadBackAsItWasWritten(_ name: String) throws {
    let steps: [InstancePath.Step] = [.member("a"), .entry(name), .entryElement(name)]
    var result = Self.result(name)
    result.violations[0].place = .body(InstancePath(steps))
    let run = Differences.run([result])
    #expect(try RunRecord(parsing: Array(JSONFormat().text(for: run).utf8)) == run)
  }

  /// What is known of one run is known of the next, which was written and read in between.
  @Test(arguments: names)
  func baselinesAndComparisonsKnowIt(_ name: String) throws {
    let run = Differences.run([Self.result(name)])
    let read = try RunRecord(parsing: Array(JSONFormat().text(for: run).utf8))
    let result = run.suites[0].cases[0]
    let entry = Baseline.Entry(result.violations[0], in: result.id, reason: "Known.")
    let baseline = try Baseline(parsing: Array(Baseline([entry]).text.utf8))
    #expect(baseline.applied(to: read, today: Runs.today).exitStatus == 0)
    #expect(
      RunComparison(from: run, to: read).headline == "Nothing is newly broken, 1 still broken."
    )
    // Every other name is another defect.
    for other in Self.names where !other.isIdentical(to: name) {
      let changed = Differences.run([Self.result(other)])
      #expect(baseline.applied(to: changed, today: Runs.today).exitStatus == 1, "\(other)")
    }
  }

  /// The texts that a reader of the format gets, escapes resolved.
  private static func texts(of format: String, _ text: String) throws -> [String] {
    switch format {
    case "sarif", "codequality":
      return JSONDocument.strings(in: try JSONDocument(parsing: Array(text.utf8)).root.value)
    case "junit", "junit:gitlab":
      return XMLDocument.texts(below: try XMLDocument(parsing: Array(text.utf8)).root)
    default: return [text]
    }
  }

  @Test(
    arguments: ["sarif", "codequality", "junit", "junit:gitlab", "tap", "terminal", "events"]
      .flatMap { format in names.map { (format, $0) } }
  )
  func theNameStandsInEveryReport(_ format: String, _ name: String) throws {
    let run = Differences.run([Self.result(name)])
    let text = try #require(ReportFormats.named(format)).text(for: run)
    // Blanks at the end of a line are nothing that can be seen.
    let words = VisibleText.line(Self.place(name).description).trimmingBlanks
    let shown =
      format == "tap" || format == "events" ? JSON.string(words).text().trimmingQuotes : words
    let texts = try Self.texts(of: format, text)
    #expect(texts.contains { $0.contains(shown) }, "\(shown)")
  }

  @Test func aMemberIsNotTheItemOfItsNumber() {
    let member = Violation.Place.body(InstancePath([.member("0")]))
    let item = Violation.Place.body(InstancePath([.item(0)]))
    #expect(member.description == item.description)
    #expect(member != item)
    #expect(member.json != item.json)
  }
}

extension JSONDocument {
  /// All strings in a value.
  fileprivate static func strings(in value: JSON) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(strings)
    case .object(let members): members.flatMap { strings(in: $0.value) }
    case .null, .boolean, .number: []
    }
  }
}

extension XMLDocument {
  /// All texts and values of attributes below an element.
  fileprivate static func texts(below element: XMLElement) -> [String] {
    [element.text] + element.attributes.map(\.value) + element.childElements.flatMap(texts)
  }
}

extension String {
  fileprivate var trimmingBlanks: String { hasSuffix(" ") ? String(dropLast()) : self }
  fileprivate var trimmingQuotes: String { String(dropFirst().dropLast()) }
}
