import Testing

@testable import AccordReporting

struct ShellTextTests {
  @Test(arguments: [
    ("plain", "'plain'"),
    ("", "''"),
    ("it's", #"'it'\''s'"#),
    ("$HOME `id` \"x\" \\", "'$HOME `id` \"x\" \\'"),
    ("a\nb", #"$'a\nb'"#),
    ("it's\u{1B}\\", #"$'it\'s\033\\'"#),
    ("\u{202E}", #"$'\342\200\256'"#),
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
    for text in [hostile, all, "'", "\\", "''\\''", "-n", "!x", "\u{1B}7", "\u{85}0"] {
      let output = try Shell.run("printf %s \(ShellText.quoted(text))")
      #expect(String(decoding: output, as: UTF8.self) == text)
    }
  }

  @Test(.enabled(if: Shell.isThere, "There is no bash on this machine."))
  func printfWritesEveryByte() throws {
    let bytes = (0...255).map { UInt8($0) } + Array("%s%% \\n '".utf8)
    #expect(try Shell.run("printf \(ShellText.printfFormat(bytes))") == bytes)
  }
}
