@testable import AccordSchema
import Testing

/// The table of states finds what the matchers find.
struct PatternAutomatonTests {
  private static func program(_ source: String) throws -> PatternProgram {
    var parser = PatternParser(source)
    return PatternProgram(try parser.parse())
  }

  @Test(
    arguments: [
      "", "^$", "a", "^a", "a$", "^a$", "ab|ba", "^(a|b)*b$", "a{2,3}", "^a{2,3}$", "^a{0,2}b",
      "a*b",
      "^[ab]+-[^b]$", "(?:ab){2}", "^(?:a|ab)(?:c|bcd)?$", "a?b?-?$", "[^a]", "^[^a]*$", ".", "^.$",
      "a|^b|-$", "(^a|b)$", "^^a", "a$$", "$a", "b^", "a+?b", "(a|b|-)*a(a|b)", "^(a+)+$", #"\d"#,
      #"^\w+$"#, #"[\s-]"#, "a{3}", "^a{0}b", "(?:a{2}){2}", "[]", "[^]", "^(?:b|-a)+$",
      #"\u0061b"#,
      "^[0-9a-f]{2}-[0-9a-f]{2}$", "^https?://", "(?:)", "^(?:a|)b", "a{2,}", "^a{1,}?-",
    ]
  )
  func agreement(source: String) throws {
    let program = try Self.program(source)
    let automaton = try #require(PatternAutomaton(program))
    for text in Self.texts {
      let found = text.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { automaton.finds(in: $0, count: bytes.count) }
      }
      var work = WorkBudget(.default, bytes: text.count)
      let verdict = text.withUnsafeBufferPointer { program.verdict(on: PatternText($0), &work) }
      #expect(
        found == nil || found == (verdict == .matches),
        "\(String(decoding: text, as: UTF8.self))"
      )
      #expect(found != nil || text.isEmpty || text.contains { $0 >= 0x80 })
    }
  }

  /// What a table cannot say is left to the matchers, and so is a table that would be too large.
  @Test(
    arguments: [
      "(?=a)b", "(?<!a)b", #"\ba"#, #"(a)\1"#, "(?:a|b)*a(?:a|b){12}", "(?:a?)*b", "a{5000}",
    ]
  )
  func none(source: String) throws {
    #expect(PatternAutomaton(try Self.program(source)) == nil)
  }

  /// All texts of up to five letters, and some that are not ASCII or look like something.
  private static let texts: [[UInt8]] = {
    var texts: [[UInt8]] = [[]]
    var last = texts
    for _ in 0..<5 {
      last = last.flatMap { text in "ab-c".utf8.map { text + [$0] } }
      texts += last
    }
    let others = [
      "0f-a9", "0f-g9", "https://a", "http://", "xhttp://", "é", "aé", "abé", " ", "\n", "a\n",
      "aaaaaaaa",
      "0", "A", "_", "ab ab",
    ]
    return texts + others.map { Array($0.utf8) }
  }()
}
