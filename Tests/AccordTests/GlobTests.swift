import Testing

@testable import Accord

@Suite struct GlobTests {
  @Test(arguments: [
    ("*", "", true), ("*", "a/b", true), ("", "", true), ("", "a", false), ("a", "a", true),
    ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "acb", false), ("*/v2/*", "i/c/v2/x", true),
    ("*/v2/*", "i/c/v2", false), ("?b", "ab", true), ("?b", "b", false), ("a**b", "ab", true),
    ("*a*b*c*", "xxaxxbxxcxx", true), ("*a*b*c*", "xxaxxcxxbxx", false), ("A", "a", false),
  ])
  func matches(pattern: String, text: String, expected: Bool) {
    #expect(Glob(pattern).matches(text) == expected)
  }

  @Test func takesNoExponentialTime() {
    let pattern = String(repeating: "a*", count: 50) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 2000)))
  }
}
