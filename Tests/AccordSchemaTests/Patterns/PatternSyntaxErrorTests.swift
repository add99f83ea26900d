import AccordSchema
import Testing

@Suite("Pattern errors")
struct PatternSyntaxErrorTests {
  private static let patterns: [(String, String)] = [
    ("(a", "character 1: expected ')' to close the group, found the end of the pattern"),
    ("a)", #"character 2: expected a group before ')', found none; write \) for the character"#),
    ("a[b", "character 2: expected ']' to close the class, found the end of the pattern"),
    ("a]", #"character 2: expected ']' to be escaped, write \] for the character"#),
    ("}", #"character 1: expected '}' to be escaped, write \} for the character"#),
    ("*a", "character 1: expected something to repeat before the quantifier, found nothing"),
    ("a|+", "character 3: expected something to repeat before the quantifier, found nothing"),
    ("a**", "character 3: expected something to repeat before the quantifier, found nothing"),
    ("^*", "character 2: expected something to repeat before the quantifier, found nothing"),
    ("(?=a)*", "character 6: expected something to repeat before the quantifier, found nothing"),
    (
      "a{,5}",
      #"character 2: expected {n}, {n,} or {n,m}, found another use of '{'; write \{ for the character"#
    ),
    (
      "a{1",
      #"character 2: expected {n}, {n,} or {n,m}, found another use of '{'; write \{ for the character"#
    ),
    ("a{3,1}", "character 2: expected the lower bound of the quantifier first"),
    (#"a\"#, "character 2: expected an escape after the backslash, found the end of the pattern"),
    (#"\a"#, #"character 1: expected an escape of ECMA-262, found \a"#),
    (#"\Z"#, #"character 1: expected an escape of ECMA-262, found \Z"#),
    (#"\-"#, #"character 1: expected an escape of ECMA-262, found \-"#),
    (#"\_"#, #"character 1: expected an escape of ECMA-262, found \_"#),
    (#"\u12"#, #"character 1: expected an escape of ECMA-262, found \u"#),
    (#"\u{110000}"#, #"character 1: expected an escape of ECMA-262, found \u"#),
    (#"\x1"#, #"character 1: expected an escape of ECMA-262, found \x"#),
    (#"\c1"#, #"character 1: expected an escape of ECMA-262, found \c"#),
    (#"\01"#, #"character 1: expected an escape of ECMA-262, found \0"#),
    (#"\p"#, #"character 1: expected an escape of ECMA-262, found \p"#),
    ("[b-a]", "character 2: expected the lower bound of the range first"),
    (#"[a-\d]"#, "character 2: expected a character on both sides of '-', found a class"),
    (#"[\p{L}-z]"#, "character 2: expected a character on both sides of '-', found a class"),
    (
      "(?P<n>a)",
      "character 1: expected ?:, ?=, ?!, ?<=, ?<! or ?<name> after '(', found another '?'"
    ),
    ("(?#a)", "character 1: expected ?:, ?=, ?!, ?<=, ?<! or ?<name> after '(', found another '?'"),
    ("(?i)a", "character 1: expected ?:, ?=, ?!, ?<=, ?<! or ?<name> after '(', found another '?'"),
    ("(?i:a)", "character 1: groups that change flags, such as (?i:…), are not supported"),
    ("(?-s:a)", "character 1: groups that change flags, such as (?i:…), are not supported"),
    ("(?<1>a)", "character 4: expected an identifier in angle brackets as the name of the group"),
    ("(?<>a)", "character 4: expected an identifier in angle brackets as the name of the group"),
    (#"\k"#, "character 1: expected an identifier in angle brackets as the name of the group"),
    ("(?<n>a)(?<n>b)", "character 8: expected each group name once, found n twice"),
    ("(?<n>a(?<n>b))", "character 7: expected each group name once, found n twice"),
    ("(?<n>a)|(?:b(?<n>c)(?<n>d))", "character 20: expected each group name once, found n twice"),
    (#"(a)\2"#, #"character 4: expected a group for \2, found none"#),
    (#"\k<n>"#, #"character 1: expected a group for \k<n>, found none"#),
    (#"\p{Greek}"#, "character 1: expected a Unicode property of ECMA-262, found Greek"),
    (
      #"\p{Script=greek}"#,
      "character 1: expected a Unicode property of ECMA-262, found Script=greek"
    ),
    (#"\p{gc=Foo}"#, "character 1: expected a Unicode property of ECMA-262, found gc=Foo"),
    (
      #"\p{Block=Latin}"#, "character 1: expected a Unicode property of ECMA-262, found Block=Latin"
    ),
    (#"[\p{RI}]"#, "character 2: the Unicode property RI is not supported"),
    (
      String(repeating: "(", count: 100_000),
      "character 201: expected at most 200 nested groups, found one more"
    ),
  ]

  @Test("Each error says what was expected and where", arguments: patterns)
  func message(source: String, message: String) {
    #expect(throws: PatternSyntaxError.self) { try Pattern(source) }
    do {
      _ = try Pattern(source)
    } catch {
      #expect(error.description == message)
    }
  }
}
