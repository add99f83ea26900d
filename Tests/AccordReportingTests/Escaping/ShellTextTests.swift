import Testing

@testable import AccordReporting

struct ShellTextTests {
  @Test(arguments: [
    ("plain", "'plain'"),
    ("", "''"),
    ("it's", #"'it'\''s'"#),
    ("$HOME `id` \"x\" \\", "'$HOME `id` \"x\" \\'"),
    ("a\nb", #""$(printf 'a\nb')""#),
    ("it's\u{1B}\\", #""$(printf 'it\047s\033\\')""#),
    ("\u{202E}", #""$(printf '\342\200\256')""#),
    ("-\t%\"!", #""$(printf '\055\t%%\042\041')""#),
    ("a\n", "'a\n'"),
    ("\ta\n\n", "\"$(printf '\\ta')\"'\n\n'"),
  ])
  func quoted(_ text: String, _ expected: String) {
    #expect(ShellText.quoted(text) == expected)
  }

  @Test(arguments: [
    ("Bearer $T", #"'Bearer '"$T""#),
    ("$T", #""$T""#),
    ("$Tail", #""$T"'ail'"#),
    ("$TOKEN", #""$TOKEN""#),
    ("$OTHER", "'$OTHER'"),
    ("$", "'$'"),
    ("", "''"),
  ])
  func expanding(_ text: String, _ expected: String) {
    #expect(ShellText.quoted(text, expanding: ["T", "TOKEN"]) == expected)
  }

  @Test
  func words() {
    #expect(ShellText.word("PUT") == "PUT")
    #expect(ShellText.word("M-SEARCH") == "M-SEARCH")
    #expect(ShellText.word("A;B") == "'A;B'")
    #expect(ShellText.word("") == "''")
  }

  @Test(.enabled(if: Shell.isThere, "There is no bash on this machine."))
  func bashReadsBackEveryText() throws {
    let hostile = String(Hostile.text.unicodeScalars.filter { $0 != "\0" })
    let all = String(String.UnicodeScalarView((1...0x2FF).compactMap(Unicode.Scalar.init)))
    for text in [
      hostile, all, "a\n\n", "\ta\n", "'", "\\", "''\\''", "-n", "!x", "\u{1B}7", "\u{85}0",
    ] {
      for shell in Shell.paths {
        let output = try Shell.run("printf %s \(ShellText.quoted(text))", by: shell)
        #expect(String(decoding: output, as: UTF8.self) == text)
        let command = ShellText.printf(text + "$A\n", expanding: ["A"])
        let printed = try Shell.run(command, ["A": "%s\\n"], by: shell)
        #expect(String(decoding: printed, as: UTF8.self) == text + "%s\\n\n")
      }
    }
  }

  @Test(.enabled(if: Shell.isThere, "There is no bash on this machine."), arguments: [1, 40, 80])
  func bashReadsWrappedCommandsAsOne(_ width: Int) throws {
    let runs = [RunRecord(Hostile.report), RunRecord(Runs.mixed)]
    for exchange in runs.flatMap({ $0.suites[0].cases.flatMap(\.exchanges) }) {
      let command = TerminalFormat.curl(exchange)
      let lines = ShellText.wrapped(command, to: width)
      #expect(lines.count > 2)
      let wrapped = try Shell.curlArguments(of: lines.joined(separator: "\n"), ["PETS_TOKEN": "t"])
      let whole = try Shell.curlArguments(of: command, ["PETS_TOKEN": "t"])
      #expect(wrapped.arguments == whole.arguments)
      #expect(wrapped.input == whole.input)
    }
  }

  @Test
  func commandsArePartedBetweenOptions() {
    #expect(
      ShellText.wrapped("curl -i -X PUT 'a b c d' -H $'x: it\\'s \"' -H 'y: z'", to: 20) == [
        #"curl -i -X PUT \"#, #"  'a b c d' \"#, #"  -H $'x: it\'s "' \"#, "  -H 'y: z'",
      ]
    )
  }

  @Test(.enabled(if: Shell.isThere, "There is no bash on this machine."))
  func printfWritesEveryByte() throws {
    let bytes = (0...255).map { UInt8($0) } + Array("%s%% \\n '".utf8)
    #expect(try Shell.run("printf \(ShellText.printfFormat(bytes))") == bytes)
  }
}
