import AccordSchema
import Testing

@Suite("Patterns")
struct PatternTests {
  /// What another implementation of ECMA-262, the one in Node.js, finds with the `u` flag.
  private static let texts: [(String, [(text: String, isFound: Bool)])] = [
    ("", [("", true), ("a", true)]),
    ("^$", [("", true), ("\n", false)]),
    ("^abc$", [("abc", true), ("abc\n", false), ("xabc", false)]),
    ("a|b|", [("c", true)]),
    ("^(?:a|ab)(?:c|bcd)$", [("abc", true), ("abcd", true), ("ac", true)]),
    (
      "^.$",
      [
        ("a", true), ("\n", false), ("\r", false), ("\u{2028}", false), ("\u{2029}", false),
        ("\u{85}", true), ("\u{B}", true), ("🐲", true), ("e\u{301}", false),
      ]
    ),
    (#"^\d$"#, [("5", true), ("٣", false)]),
    (#"^\D$"#, [("5", false), ("٣", true)]),
    (#"^\w$"#, [("_", true), ("é", false), ("Z", true)]),
    (#"^\W$"#, [("é", true), ("_", false)]),
    (
      #"^\s$"#,
      [
        (" ", true), ("\t", true), ("\u{B}", true), ("\u{C}", true), ("\u{A0}", true),
        ("\u{FEFF}", true), ("\u{2029}", true), ("\u{3000}", true), ("\u{180E}", false),
        ("\u{85}", false), ("\u{200B}", false),
      ]
    ),
    (#"^\S$"#, [("\u{FEFF}", false), ("a", true)]),
    (#"^[\s\S]$"#, [("\n", true)]),
    (#"^[^\d\s]+$"#, [("ab", true), ("a b", false), ("a1", false)]),
    ("^[^]$", [("\n", true)]),
    ("[]", [("", false), ("a", false)]),
    ("^[a-c]$", [("b", true), ("d", false)]),
    ("^[-a]$", [("-", true)]),
    ("^[a-]$", [("-", true)]),
    (#"^[\]\-\\]+$"#, [(#"]-\"#, true)]),
    (#"^[\b]$"#, [("\u{8}", true)]),
    ("^[^a]$", [("a", false), ("🐲", true)]),
    ("^[🐲é]$", [("🐲", true), ("é", true), ("e", false)]),
    (#"^[\u{1F400}-\u{1F4FF}]$"#, [("🐲", true), ("a", false)]),
    (#"^\ud83d\udc32$"#, [("🐲", true)]),
    (#"^\u{1f432}{2}$"#, [("🐲🐲", true), ("🐲", false)]),
    (#"\ud83d"#, [("🐲", false), ("\u{FFFD}", false)]),
    (#"^\x41\u0042\cC\0\t\v\f\r\n\/$"#, [("AB\u{3}\u{0}\t\u{B}\u{C}\r\n/", true)]),
    ("^a*$", [("", true), ("aaa", true), ("ab", false)]),
    ("^a+?b$", [("aab", true), ("b", false)]),
    ("^a{2}$", [("aa", true), ("a", false), ("aaa", false)]),
    ("^a{2,}$", [("aa", true), ("a", false)]),
    ("^a{2,3}$", [("aaa", true), ("aaaa", false)]),
    ("^(?:ab){2,3}$", [("abab", true), ("ab", false), ("ababab", true), ("abababab", false)]),
    ("^a{0}$", [("", true), ("a", false)]),
    ("^(?:a{2,3}){2}$", [("aaaa", true), ("aaaaaa", true), ("aaa", false), ("aaaaaaa", false)]),
    ("^(?:a?){3}b$", [("b", true), ("aaab", true), ("aaaab", false)]),
    ("^(?:a*)*$", [("", true), ("aaa", true), ("b", false)]),
    ("^(?:a*)+b$", [("aab", true), ("aac", false)]),
    ("^(?:|a)+$", [("aaa", true)]),
    ("^(?:(?=a)|b)+$", [("b", true), ("a", false)]),
    (#"(?:\b)+x"#, [("x", true), ("yx", false)]),
    (
      #"^(?=.*\d)(?=.*[a-z]).{4,}$"#,
      [("abc1", true), ("abcd", false), ("1234", false), ("a1", false)]
    ),
    ("^(?!.*secret)", [("public", true), ("a secret", false)]),
    (#"(?<=\$)\d+"#, [("$5", true), ("€5", false)]),
    (#"(?<!\$)\b\d+"#, [("$5", false), ("€5", true)]),
    ("(?<=a+)b", [("aab", true), ("b", false)]),
    ("(?<=^|,)x", [("x", true), (",x", true), (";x", false)]),
    (#"(?<=([ab])\1)c"#, [("aac", true), ("abc", true)]),
    (#"(?<=\1([ab]))c"#, [("aac", true), ("abc", false)]),
    (#"^(a)?\1b$"#, [("b", true), ("aab", true), ("ab", false)]),
    (#"^(?<q>["']).*\k<q>$"#, [(#""x""#, true), (#""x'"#, false)]),
    (#"^\k<n>(?<n>a)$"#, [("a", true)]),
    (#"\2(a)(b)"#, [("ab", true)]),
    (#"^(?:(a)|b)*\1$"#, [("ab", true), ("aa", true), ("aba", false)]),
    (#"^(?:(a)|(b))+\1\2$"#, [("abb", true), ("ab", false)]),
    ("^(a+)+$", [("aaaa", true), ("aaab", false)]),
    (#"\bfoo\b"#, [("a foo b", true), ("food", false), ("éfoo", true)]),
    (#"\Bo"#, [("foo", true), ("o", false)]),
    (#"^\b"#, [("a", true), ("é", false), ("", false)]),
    (#"^\p{L}+$"#, [("élan", true), ("日本", true), ("a1", false)]),
    (#"^\p{Lu}$"#, [("\u{C9}", true), ("é", false)]),
    (#"^\p{Uppercase_Letter}$"#, [("\u{C9}", true)]),
    (#"^\p{General_Category=Decimal_Number}$"#, [("٣", true), ("a", false)]),
    (#"^\p{gc=Nd}$"#, [("৪", true)]),
    (#"^\P{L}$"#, [("1", true), ("a", false)]),
    (#"^[\p{L}\p{N}_]+$"#, [("é٣_", true), ("é-", false)]),
    (#"^[^\p{L}]$"#, [("1", true), ("a", false)]),
    (#"^[^\P{L}]$"#, [("1", false), ("a", true)]),
    (#"^\p{Script=Greek}$"#, [("α", true), ("a", false), ("\u{484}", false)]),
    (#"^\p{sc=Cyrl}$"#, [("ж", true), ("a", false)]),
    (#"^\p{Script_Extensions=Devanagari}$"#, [("\u{915}", true), ("\u{964}", true), ("a", false)]),
    (#"^\p{Script=Devanagari}$"#, [("\u{915}", true), ("\u{964}", false)]),
    (#"^\p{scx=Latn}+$"#, [("aé", true), ("α", false)]),
    (#"^\p{Script=Han}+$"#, [("日本", true), ("\u{3072}", false)]),
    (#"^\p{ASCII}$"#, [("a", true), ("é", false)]),
    (#"^\p{Alphabetic}$"#, [("é", true), ("1", false)]),
    (#"^\p{White_Space}$"#, [("\u{85}", true), ("\u{FEFF}", false)]),
    (#"^\p{Emoji_Presentation}$"#, [("🐲", true), ("a", false)]),
    (#"^\p{ID_Start}\p{ID_Continue}*$"#, [("a1é", true), ("1a", false)]),
    (#"^\p{Any}$"#, [("🐲", true)]),
    (#"^\p{Assigned}$"#, [("a", true), ("\u{378}", false)]),
    (#"^\p{Lowercase}\p{Uppercase}$"#, [("aA", true), ("Aa", false)]),
    (#"^[\w.+-]+@[\w-]+\.[\w.-]+$"#, [("a.b+c@d-e.co.uk", true), ("a@b", false)]),
    (
      "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
      [
        ("00000000-0000-0000-0000-00000000000f", true),
        ("00000000-0000-0000-0000-00000000000g", false),
      ]
    ),
    (
      #"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$"#,
      [("255.1.2.3", true), ("256.1.2.3", false)]
    ),
    (#"^/Date\((-?\d+)([+-]\d{4})?\)/$"#, [("/Date(1234+0100)/", true), ("/Date()/", false)]),
    ("^(?:(?:a|b)*c|(?:a|b)*d)$", [("ababd", true), ("abab", false)]),
    ("x*?y", [("xxy", true), ("xx", false)]),
    (#"^(.+)\1$"#, [("abab", true), ("aba", false)]),
    (#"(?=(a+))a*b\1"#, [("baaabac", true), ("baaab", false)]),
    (#"(?!(a))\1b"#, [("b", true)]),
    ("(?:a|ab)(?=c)", [("abc", true)]),
    ("^(z)((a+)?(b+)?(c))*$", [("zaacbbbcac", true)]),
    ("(?<a>x)|(?<b>y)", [("y", true)]),
    ("(?<ℕ>x)", [("x", true)]),
    (#"(?<$_1>x)\k<$_1>"#, [("xx", true)]),
    (#"(?<\u0061>x)\k<a>"#, [("xx", true)]),
  ]

  @Test("Patterns are found as ECMA-262 says", arguments: texts)
  func verdicts(source: String, texts: [(text: String, isFound: Bool)]) throws {
    let pattern = try Pattern(source)
    for (text, isFound) in texts {
      let expected: PatternVerdict = isFound ? .matches : .doesNotMatch
      #expect(pattern.matches(in: text) == expected, "\(source) in \(text.debugDescription)")
    }
  }

  @Test("A name may be used again in another alternative")
  func repeatedNames() throws {
    let pattern = try Pattern(#"^(?:(?<y>a)-\k<y>|(?<y>b)+\k<y>)$"#)
    #expect(pattern.matches(in: "a-a") == .matches)
    #expect(pattern.matches(in: "bbb") == .matches)
    #expect(pattern.matches(in: "a-b") == .doesNotMatch)
  }

  @Test("Only the start of a character is a place to look from")
  func characterBoundaries() throws {
    #expect(try Pattern(#"\B"#).matches(in: "c🐲1") == .doesNotMatch)
    #expect(try Pattern(#"[\ud83d\udc32]x"#).matches(in: "🐲x") == .matches)
    #expect(try Pattern(#"[^x]"#).matches(in: "") == .doesNotMatch)
  }

  @Test("Patterns are equal when they are written alike")
  func identity() throws {
    #expect(try Pattern("a") == Pattern("a"))
    #expect(try Pattern("é") != Pattern("e\u{301}"))
    #expect(try Pattern("a").description == "a")
  }
}
