import AccordSchema
import Testing

/// Patterns that are one without the `u` flag only; the verdicts are those of an ECMAScript engine.
@Suite("Patterns of Annex B")
struct LenientPatternTests {
  private static let rows: [(String, String, Bool)] = [
    ("^https\\:\\/\\/", "https://x", true),
    ("^https\\:\\/\\/", "http://x", false),
    ("^[a-z\\_\\-]+$", "a_-", true),
    ("^\\-\\_\\@\\a$", "-_@a", true),
    ("\\Z", "Z", true),
    ("\\Z", "a", false),
    ("\\A\\z", "Az", true),
    ("a{,5}", "a{,5}", true),
    ("a{,5}", "aaa", false),
    ("^{$", "{", true),
    ("^a{1$", "a{1", true),
    ("^}]$", "}]", true),
    ("x{a}", "x{a}", true),
    ("(?=a)*b", "b", true),
    ("^(?=a)+ab", "ab", true),
    ("(?!a){2}b", "b", true),
    ("(?=ab){1,2}", "ab", true),
    ("^\\1$", "\u{1}", true),
    ("^(a)\\2$", "a\u{2}", true),
    ("^(a)\\1\\:$", "aa:", true),
    ("^\\8\\9$", "89", true),
    ("^\\101$", "A", true),
    ("^\\377$", "ÿ", true),
    ("^\\400$", " 0", true),
    ("^\\012$", "\u{a}", true),
    ("^\\08$", "\u{0}8", true),
    ("^[\\1\\12]+$", "\u{1}\u{a}", true),
    ("^[\\8]$", "8", true),
    ("^\\c$", "\\c", true),
    ("^\\c1$", "\\c1", true),
    ("^[\\c1]$", "\u{11}", true),
    ("^[\\c_]$", "\u{1f}", true),
    ("^[\\c*]+$", "\\c*", true),
    ("^\\cA\\:$", "\u{1}:", true),
    ("^\\x1$", "x1", true),
    ("^\\x4G$", "x4G", true),
    ("^\\u12$", "u12", true),
    ("^\\uXY$", "uXY", true),
    ("^[\\d-z]+$", "5-z", true),
    ("^[a-\\d]+$", "a-5", true),
    ("^[a-\\d]+$", "b", false),
    ("^[\\w-\\:]+$", "a-:", true),
    ("^\\k$", "k", true),
    ("^\\k<a>$", "k<a>", true),
    ("^(?<a>x)\\k<a>\\:$", "xx:", true),
    ("^\\p$", "p", true),
    ("^[\\B]$", "B", true),
    ("^[\\k]$", "k", true),
    ("\\/\\#\\!", "/#!", true),
    ("^[^\\s\\,\\;]+$", "a,b", false),
    ("^\\ü$", "ü", true),
    ("^\\'$", "'", true),
    ("^\\ $", " ", true),
  ]

  @Test("They are read as Annex B of ECMA-262 reads them", arguments: rows)
  func matches(source: String, text: String, isMatch: Bool) throws {
    #expect(throws: PatternSyntaxError.self) { try Pattern(source) }
    let pattern = try Pattern(source, syntax: .lenient)
    #expect(pattern.lenience != nil)
    #expect(pattern.matches(in: text) == (isMatch ? .matches : .doesNotMatch))
  }

  @Test(
    "What Annex B refuses too stays refused, with what is wrong under the flag",
    arguments: [
      "(", "a)", "[b", "*", "a**", "^*", "{1}", "(?<=a)*", "[b-a]", "a{3,1}", #"(?<a>x)\k"#,
      #"(?<a>x)\k<b>"#, #"\"#, "(?x)", "(?<n>a)(?<n>b)", #"\p{Foo}"#, #"\:("#,
    ]
  )
  func refused(source: String) {
    let strict = #expect(throws: PatternSyntaxError.self) { try Pattern(source) }
    let lenient = #expect(throws: PatternSyntaxError.self) { try Pattern(source, syntax: .lenient) }
    #expect(strict == lenient)
  }

  @Test("What means something under the flag keeps its meaning")
  func propertiesStay() throws {
    let pattern = try Pattern(#"^[\p{L}\_]+\u{2D}\:$"#, syntax: .lenient)
    #expect(pattern.matches(in: "Grün_-:") == .matches)
    #expect(pattern.matches(in: "p{L}-:") == .doesNotMatch)
    #expect(try Pattern(#"^\u{1F600}.$"#, syntax: .lenient).lenience == nil)
  }

  @Test("A loaded schema says so, word for word, and the strict syntax refuses it")
  func notices() throws {
    let document: JSON = [
      "properties": ["a": ["pattern": #"^https\:"#]], "patternProperties": ["^x]$": true],
    ]
    let messages = [
      #"In the schema at /properties/a/pattern: the pattern ^https\: is in the syntax of ECMA-262 "#
        + "only without the u flag, which JSON Schema asks for: character 7: expected an escape of "
        + #"ECMA-262, found \:. It is read as Annex B of ECMA-262 reads it: \: is the character :."#,
      "In the schema at /patternProperties/^x]$: the pattern ^x]$ is in the syntax of ECMA-262 only "
        + "without the u flag, which JSON Schema asks for: character 3: expected ']' to be escaped, "
        + #"write \] for the character. It is read as Annex B of ECMA-262 reads it: ] is the "#
        + "character itself.",
    ]
    let validator = try SchemaValidator(Schema(loading: document))
    #expect(Set(validator.notices.map(\.message)) == Set(messages))
    #expect(validator.admits(["a": "https:", "x]": 1]))
    #expect(!validator.admits(["a": "http:"]))
    #expect(throws: SchemaError.self) {
      try SchemaValidator(Schema(loading: document, patterns: .unicode))
    }
    // A schema that is written in Swift is asked for what JSON Schema asks for.
    #expect(throws: SchemaError.self) { try SchemaValidator(.string(pattern: #"\:"#)) }
  }

  @Test("A hundred thousand groups with names are read in little time")
  func manyNames() throws {
    let source = (0..<100_000).map { "(?<n\($0)>a)" }.joined()
    #expect(throws: Never.self) { try Pattern(source) }
  }
}
