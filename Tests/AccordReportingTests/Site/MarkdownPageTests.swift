import AccordModel
import Testing

@testable import AccordReporting

struct MarkdownPageTests {
  @Test(arguments: [
    ("plain", "plain"),
    (#"a \*b\* \_c\_ \`d\`"#, "a *b* _c_ `d`"),
    ("`code`", "<code>code</code>"),
    ("`` a`b ``", "<code>a`b</code>"),
    ("**strong** and *(assumed)*", "<strong>strong</strong> and <em>(assumed)</em>"),
    ("[words](#place)", ##"<a href="#place">words</a>"##),
    ("[words](https://a.example/b)", #"<a href="https://a.example/b">words</a>"#),
    ("[words](javascript:alert)", "words"), ("[words](JavaScript:alert)", "words"),
    ("[words](data:text/html,x)", "words"), ("[words](a/b.html)", #"<a href="a/b.html">words</a>"#),
    ("&lt;b&gt; &amp; &#124;", "&lt;b&gt; &amp; |"),
    ("http:<!-- -->//a @<!-- -->b", "http://a @b"),
    ("<code>a&#124;b</code>", "<code>a|b</code>"),
    ("`open", "`open"),
    ("[open", "[open"),
    ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
    ("`<b>`", "<code>&lt;b&gt;</code>"),
  ])
  func runningText(_ markdown: String, _ html: String) {
    #expect(MarkdownInline.html(markdown).text == html)
  }

  @Test
  func blocks() {
    let page = MarkdownPage(
      """
      # Title

      A paragraph
      on two lines.

      ## Part

      - one
        - nested
      - two

      ### Part

      | Name | Count | State |
      | --- | ---: | --- |
      | `a` | 1 | ✓ holds |
      | b &#124; c |   | ○ not exercised |

      ```json
      {"a": "<b>"}
      ```

      <details><summary>More</summary>

      Inside.

      </details>
      """
    )
    #expect(page.headings.map(\.title) == ["Title", "Part", "Part"])
    #expect(page.headings.map(\.anchor) == ["title", "part", "part-part"])
    let html = page.html.text
    for part in [
      "<h1 id=\"title\">Title", "<p>A paragraph on two lines.</p>",
      "<ul>\n<li>one<ul>\n<li>nested</li>\n</ul></li>\n<li>two</li>\n</ul>",
      "<th scope=\"col\" class=\"number\">Count</th>", "<th scope=\"row\"><code>a</code></th>",
      "<td class=\"number\">1</td>", "<span class=\"badge holds\">holds</span>",
      "<th scope=\"row\">b | c</th>", "<td><span class=\"badge not-run\">not exercised</span></td>",
      "{\"a\": \"&lt;b&gt;\"}\n</code></pre>",
      "<details class=\"fold\"><summary>More</summary>\n<p>Inside.</p>\n</details>",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test("A place keeps its name when another endpoint is added before it")
  func placesStay() {
    func document(_ names: [String]) -> String {
      names.map { name in
        """
        ## \(name)

        ### Answers

        | Member | Type |
        | --- | --- |
        | `id` | integer |

        **Part**

        | Member | Type |
        | --- | --- |
        | `id` | text |

        """
      }.joined(separator: "\n")
    }
    func places(_ names: [String]) -> [String] {
      MarkdownPage(document(names)).html.text.matches(of: /id="([^"]*)"/).map { String($0.1) }
    }
    let last = ["list", "list-answers", "list-answers-id", "list-answers-part-id"]
    #expect(places(["list"]) == last)
    #expect(places(["add", "list"]).suffix(4) == last)
    #expect(Set(places(["add", "list"])).count == 8)
  }

  @Test
  func aDiagramIsAListOfItsArrows() {
    let cycle = StateDiagram(
      of: "pet",
      from: "Free",
      [.transition(from: "Free", to: "Sold", by: "PUT /pets/{id}: sold")]
    )
    let lines = MermaidDiagram.states(cycle).split(separator: "\n")
    #expect(lines[1...] == ["  [*] --> Free", "  Free --> Sold : PUT /pets/#123;id#125;#58; sold"])
    #expect(
      MermaidList(lines).html.text == """
        <ul class="diagram">
        <li>begins as <b>Free</b></li>
        <li><b>Free</b> → <b>Sold</b>: PUT /pets/{id}: sold</li>
        </ul>

        """
    )
  }

  @Test
  func nothingOfADocumentIsLost() {
    let markdown = LivingDocument(of: Pets.plan).markdown
    let html = MarkdownPage(markdown).html.text
    for clause in Pets.contract.clauses(in: Pets.suite) {
      #expect(html.contains(HTMLText.line(clause.sentence)), "\(clause.id)")
    }
  }

  @Test(arguments: [
    "`", "``", "[a](", "[a](b", "|", "| a |", "#", "```", "- ", "\\", "&#;", "**", "*",
  ])
  func whatIsNotFinishedIsNoTrap(_ text: String) {
    _ = MarkdownPage(text).html
    _ = MarkdownPage("\(text)\n\(text)").html
    _ = MarkdownInline.html(text)
  }
}
