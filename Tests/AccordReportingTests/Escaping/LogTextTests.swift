import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

@Suite struct LogTextTests {
  @Test(
    "What a runner would take for a command becomes visible",
    arguments: [
      ("::error::x", #"\u{3A}:error::x"#),
      ("a\n \t::set-env name=A::b\nc", "a\n \t\\u{3A}:set-env name=A::b\nc"),
      ("a\r\n::stop-commands::x", "a\r\n\\u{3A}:stop-commands::x"),
      ("a\r::x::", "a\r\\u{3A}:x::"),
      ("\u{A0}\u{3000}::x::", "\u{A0}\u{3000}\\u{3A}:x::"),
      // A mark that joins the sign before it.
      ("::\u{301}error::x", "\\u{3A}:\u{301}error::x"),
      ("see ##[error]x", #"see \u{23}#[error]x"#),
      ("###[group]", ##"#\u{23}#[group]"##),
      ("a ##vso[task.setvariable]b", #"a \u{23}#vso[task.setvariable]b"#),
      ("a ##VSO[task]b", #"a \u{23}#VSO[task]b"#),
      ("section_start:1:a", #"\u{73}ection_start:1:a"#),
      ("x section_end:1:a", #"x \u{73}ection_end:1:a"#),
      // At the very end, where nothing follows.
      ("abc\n::", "abc\n\\u{3A}:"),
      ("abcd ##[", #"abcd \u{23}#["#),
      ("a SECTION_START:", #"a \u{53}ECTION_START:"#),
    ]
  )
  func breaks(_ text: String, _ expected: String) {
    #expect(LogText.harmless(text) == expected)
    #expect(LogText.harmless(expected) == expected)
  }

  @Test(
    "All else stays as it is",
    arguments: ["", "a::b", "x ::error::", "# #[", "##", "section", "::", "é ::x", "A :: B"]
  )
  func keeps(_ text: String) {
    guard text != "::" else { return #expect(LogText.harmless(text) == #"\u{3A}:"#) }
    #expect(LogText.harmless(text) == text)
  }

  @Test("In a language with escapes of its own the text stays the same")
  func languages() throws {
    let text = ###"{"a":"##[error] ##vso[x] section_start:1"}"###
    let json = LogText.harmless(text, in: .json)
    #expect(!json.contains("##[") && !json.contains("##vso[") && !json.contains("section_start:"))
    #expect(
      try JSONDocument(parsing: Array(json.utf8)).root.value
        == JSONDocument(parsing: Array(text.utf8)).root.value
    )
    let xml = LogText.harmless("<a>##[error]\n::x</a>", in: .markup)
    #expect(xml == "<a>&#35;#[error]\n&#58;:x</a>")
    #expect(LogText.harmless("::error::##[x]", in: .commands) == #"::error::\u{23}#[x]"#)
  }

  /// A run in which a server sends what a log takes for commands.
  private static let run: RunRecord = {
    var run = RunRecord(Hostile.report)
    let text = "\n::error::x\n ::add-mask::y\n##[error]z ##vso[a] section_start:1:b\r::x"
    for suite in run.suites.indices {
      for index in run.suites[suite].cases.indices {
        for violation in run.suites[suite].cases[index].violations.indices {
          run.suites[suite].cases[index].violations[violation].actual = text
          run.suites[suite].cases[index].violations[violation].hint = text
        }
        for exchange in run.suites[suite].cases[index].exchanges.indices {
          run.suites[suite].cases[index].exchanges[exchange].response?.body =
            RunRecord.Content(Array(text.utf8))
        }
      }
    }
    return run
  }()

  private func expectHarmless(_ shown: String, _ name: String, isCommand: Bool = false) {
    #expect(!shown.contains("##[") && !shown.lowercased().contains("##vso["), "\(name)")
    #expect(!shown.contains("section_start:"), "\(name)")
    guard !isCommand else { return }
    let lines = shown.split(whereSeparator: \.isNewline)
    #expect(!lines.contains { $0.drop { $0.isWhitespace }.hasPrefix("::") }, "\(name)")
  }

  @Test("No report holds a command of the server's, wherever it is written")
  func reports() {
    let formats: [any ReportFormat] =
      ReportFormats.all + [TerminalFormat(detail: .exchanges), TerminalFormat(detail: .causes)]
    for format in formats {
      expectHarmless(format.text(for: Self.run), format.name, isCommand: format is GitHubFormat)
      for file in format.files(for: Self.run, at: "out/\(format.fileName)")
        ?? [WrittenFile(path: format.fileName, bytes: Array(format.text(for: Self.run).utf8))]
      {
        // An attachment is the body itself.
        guard !file.path.contains("attachments/") else { continue }
        let text = String(decoding: file.bytes, as: UTF8.self)
        expectHarmless(text, file.path, isCommand: format is GitHubFormat)
      }
    }
    #expect(MarkdownFormat().text(for: Self.run).contains(#"\u{23}#[error]z"#))
    #expect(TerminalFormat().text(for: Self.run).contains(#"\u{23}#[error]z"#))
  }

  @Test("Nor does a comparison, nor an event")
  func comparisonsAndEvents() {
    var before = Self.run
    for suite in before.suites.indices {
      for index in before.suites[suite].cases.indices {
        before.suites[suite].cases[index].verdict = .conforms
        before.suites[suite].cases[index].violations = []
      }
    }
    let comparison = RunComparison(from: before, to: Self.run)
    for format in ComparisonFormat.allCases {
      let text = format.text(for: comparison, in: TerminalFormat())
      #expect(text.contains("#[error]"), "\(format)")
      expectHarmless(text, format.rawValue)
    }
    for result in Self.run.suites[0].cases {
      expectHarmless(RunEvent.finished(result, suite: "pets").line, "event")
    }
  }

  @Test("A run that is read back is the same, although its commands were broken up")
  func recordsStayTheSame() throws {
    for format in [JSONFormat(), EventsFormat()] as [any ReportFormat] {
      let text = format.text(for: Self.run)
      #expect(try RunRecord(reading: Array(text.utf8)) == Self.run)
    }
  }

  @Test("What is broken up takes no more room than a page of Markdown has")
  func pagesStayBounded() {
    var run = Self.run
    let text = String(repeating: "##[error] ::x section_start:1 ", count: 30)
    for index in 0..<400 {
      var result = run.suites[0].cases[0]
      result.id = CaseID("pets/hostile/v1/example/\(index)")
      for violation in result.violations.indices {
        result.violations[violation].place = .header("\(index) \(text)")
      }
      run.suites[0].cases.append(result)
    }
    let markdown = MarkdownFormat().text(for: run)
    #expect((50_000...60_000).contains(markdown.utf8.count))
  }
}
