import AccordSchema
import Testing

/// What makes other engines take for ever, or answer wrongly.
@Suite("Bounds of patterns")
struct PatternBoundTests {
  private static let many = 50_000

  private static let patterns: [(String, String, PatternVerdict)] = [
    ("^(a+)+$", String(repeating: "a", count: many) + "b", .doesNotMatch),
    ("^(a+)+$", String(repeating: "a", count: many), .matches),
    ("^(a|a)*$", String(repeating: "a", count: many) + "b", .doesNotMatch),
    ("^(a|aa)+$", String(repeating: "a", count: many) + "b", .doesNotMatch),
    ("^(?:a*)*$", String(repeating: "a", count: many) + "b", .doesNotMatch),
    ("^(?:(a+)+$|a+!)", String(repeating: "a", count: many) + "!", .matches),
    ("a*a*a*a*a*b", String(repeating: "a", count: 5000), .doesNotMatch),
    ("(x+x+)+y", String(repeating: "x", count: 5000), .doesNotMatch),
    ("^(?:(?=.*b)a)*$", String(repeating: "a", count: 5000), .doesNotMatch),
    ("^(?:(?=.*b)a)*b$", String(repeating: "a", count: 5000) + "b", .matches),
    ("^(?:(?=(?:a*)*b)a)*b$", String(repeating: "a", count: 300) + "b", .matches),
    ("(?:a?){30}a{30}", String(repeating: "a", count: 30), .matches),
    ("(?:.|\\n)*z$", String(repeating: "a", count: many), .doesNotMatch),
    ("(...)*", String(repeating: "abc", count: 300_000), .matches),
    ("(?:a{1,9}){1,9}b", String(repeating: "a", count: 2000), .doesNotMatch),
  ]

  @Test("Patterns without backreferences take time in proportion to the text", arguments: patterns)
  func bounded(source: String, text: String, verdict: PatternVerdict) throws {
    #expect(try Pattern(source).matches(in: text) == verdict)
  }

  private static let undecided: [(String, String)] = [
    (#"^(a+)+\1c$"#, String(repeating: "a", count: 5000) + "b"),
    (#"(?:(a|b)*)*\1{3}c"#, String(repeating: "ab", count: 5000)),
  ]

  @Test("What cannot be decided within the bound is not guessed", arguments: undecided)
  func gaveUp(source: String, text: String) throws {
    #expect(try Pattern(source).matches(in: text) == .gaveUp)
  }

  @Test("Rounds that are many are counted, not written out")
  func manyRounds() throws {
    let pattern = try Pattern("^(?:(?:(?:ab){1,1000}){1,1000}){1,1000}$")
    #expect(pattern.matches(in: "abab") == .matches)
    #expect(pattern.matches(in: "aba") == .doesNotMatch)
    #expect(try Pattern("^(?:a?){4000000000}$").matches(in: "aaa") == .matches)
    #expect(try Pattern("^a{4294967296}$").matches(in: "aaa") == .doesNotMatch)
    #expect(
      try Pattern("^.{1,65535}$").matches(in: String(repeating: "é", count: 65_535)) == .matches
    )
  }

  @Test("Nested repetitions do not take longer to read than they are long")
  func nestedRepetitions() throws {
    let depth = 150
    let source =
      String(repeating: "(?:", count: depth) + "ab" + String(repeating: "){2,9}", count: depth)
    #expect(try Pattern(source).matches(in: "ab") != .matches)
  }
}
