import Testing

@testable import AccordReporting

struct TerminalTextTests {
  @Test(arguments: [
    ("plain é 😀", "plain é 😀"),
    ("\u{1B}[2J\u{1B}]0;title\u{7}", #"\u{1B}[2J\u{1B}]0;title\u{7}"#),
    ("\u{9B}31m\u{90}\u{9C}", #"\u{9B}31m\u{90}\u{9C}"#),
    ("a\nb\rc\td", #"a\nb\rc\td"#),
    ("\u{202E}\u{2066}\u{200F}\u{61C}", #"\u{202E}\u{2066}\u{200F}\u{61C}"#),
    ("\u{200B}\u{FEFF}\u{2028}\u{E0041}", #"\u{200B}\u{FEFF}\u{2028}\u{E0041}"#),
    ("\u{3164}\u{AD}\u{0}\u{7F}", #"\u{3164}\u{AD}\u{0}\u{7F}"#),
  ])
  func line(_ text: String, _ expected: String) {
    #expect(TerminalText.line(text) == expected)
  }

  @Test
  func noControlIsLeft() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let line = TerminalText.line(String(scalar))
      let isVisible = line.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
          && !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
      }
      #expect(isVisible, "U+\(String(value, radix: 16))")
    }
  }

  @Test
  func long() {
    #expect(TerminalText.line("abcdef", limit: 4) == "abcd… (2 more characters)")
    #expect(TerminalText.fitted("abcdef", to: 4) == "abc…")
    #expect(TerminalText.fitted("abcd", to: 4) == "abcd")
    #expect(TerminalText.fitted("abcd", to: 0).isEmpty)
    #expect(TerminalText.padded("ab", to: 4) == "ab  ")
    #expect(TerminalText.padded("ab", to: 4, toTheLeft: true) == "  ab")
  }
}

struct WrappedTextTests {
  @Test(arguments: [
    ("one two three four five", 20, ["one two three four", "five"]),
    ("short", 20, ["short"]),
    ("aaaaaaaaaaaaaaaaaaaaaaaaa b", 20, ["aaaaaaaaaaaaaaaaaaaa", "aaaaa b"]),
    ("one aaaaaaaaaaaaaaaaaaaaaaaaa", 20, ["one", "aaaaaaaaaaaaaaaaaaaa", "aaaaa"]),
    ("a b", 1, ["a b"]),
    ("", 20, [""]),
  ])
  func lines(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(TerminalText.wrapped(text, to: width) == expected)
    #expect(TerminalText.wrapped(text, to: nil) == [text])
  }
}
