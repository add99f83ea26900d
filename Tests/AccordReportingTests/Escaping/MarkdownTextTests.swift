import Testing

@testable import AccordReporting

struct MarkdownTextTests {
  @Test(arguments: [
    ("plain text, with marks.", "plain text, with marks."),
    ("a|b", "a&#124;b"),
    ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
    ("@team and a@b.example", "@<!-- -->team and a@<!-- -->b.example"),
    ("[x](http://e.example)", #"\[x\](http:<!-- -->//e.example)"#),
    ("www.e.example", "www<!-- -->.e.example"),
    ("*a* _b_ `c` ~d~ \\", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\\\"),
    ("# heading #12, GH-12", "#<!-- --> heading #<!-- -->12, GH<!-- -->-12"),
    ("- item", #"\- item"#),
    ("1. item", #"1\. item"#),
    ("2) item", #"2\) item"#),
    ("=== ", #"\=== "#),
    ("a\nb\u{1B}[0m\u{202E}", #"a\\nb\\u\{1B\}\[0m\\u\{202E\}"#),
  ])
  func inline(_ text: String, _ expected: String) {
    #expect(MarkdownText.inline(text) == expected)
  }

  @Test(arguments: [
    ("plain", "`plain`"),
    ("", ""),
    ("a`b", "``a`b``"),
    ("`", "`` ` ``"),
    ("``a", "``` ``a ```"),
    (" a ", "`  a  `"),
    ("a|b", "<code>a&#124;b</code>"),
    ("</code>|`@x", "<code>&#60;&#47;code&#62;&#124;&#96;&#64;x</code>"),
    ("a\nb\u{7}", #"`a\nb\u{7}`"#),
  ])
  func code(_ text: String, _ expected: String) {
    #expect(MarkdownText.code(text) == expected)
  }

  @Test(arguments: [
    ("plain", "```sh\nplain\n```\n"),
    ("ends\n", "```sh\nends\n```\n"),
    ("```\n</details>", "````sh\n```\n</details>\n````\n"),
    ("`````", "``````sh\n`````\n``````\n"),
    ("tab\there\r\u{1B}", "```sh\ntab\there\\r\\u{1B}\n```\n"),
  ])
  func block(_ text: String, _ expected: String) {
    #expect(MarkdownText.block(text, language: "sh") == expected)
  }

  @Test
  func tables() {
    #expect(MarkdownText.head(["A", "B"], numbers: 1..<2) == "| A | B |\n| --- | ---: |\n")
    #expect(MarkdownText.row(["a", ""]) == "| a |   |\n")
  }
}
