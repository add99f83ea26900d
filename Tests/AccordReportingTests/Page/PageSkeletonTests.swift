import Testing

@testable import AccordReporting

struct PageSkeletonTests {
  @Test
  func aTextInAPieceIsEscaped() {
    let name = #"</td><script>alert("it's")</script> & more"#
    let row: HTML = "<td>\(name)</td>"
    #expect(
      row.text == """
        <td>&lt;/td&gt;&lt;script&gt;alert(&quot;it&#39;s&quot;)&lt;/script&gt; &amp; more</td>
        """
    )
    let pieces: HTML = "<ul>\(["a", "b"].map { "<li>\($0)</li>" as HTML })</ul>\(3)"
    #expect(pieces.text == "<ul><li>a</li><li>b</li></ul>3")
  }

  @Test
  func whatSteersTheScreenIsMadeVisible() {
    #expect(HTMLText.line("a\u{202E}b\n\u{0}é") == #"a\u{202E}b\n\u{0}é"#)
    #expect(HTMLText.block("a\tb\nc\r\u{1B}<'\"") == "a\tb\nc\\r\\u{1B}&lt;'\"")
  }

  @Test
  func anAnchorIsTheSameInAnAttributeAndAFragment() {
    #expect(HTMLText.anchor("pets/pets.rename/v1+x_Y:z") == "pets/pets.rename/v1+x_Y:z")
    #expect(HTMLText.anchor("a b\"é~") == "a~20b~22~c3~a9~7e")
  }

  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (String(repeating: "a", count: 55), "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="),
    (String(repeating: "a", count: 56), "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="),
    (String(repeating: "a", count: 64), "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="),
    (String(repeating: "a", count: 1_000), "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="),
  ])
  func theDigestIsThatOfTheStandard(_ text: String, _ expected: String) {
    #expect(ContentHash(of: text).source == "'sha256-\(expected)'")
  }

  @Test
  func aPageAllowsItsOwnStyleAndScriptAndNothingElse() {
    let script = PageScript("document.title")
    let page = PageSkeleton(title: "A <page>", script: script).page("<h1>\("x<y")</h1>")
    #expect(page.hasPrefix("<!DOCTYPE html>\n"))
    #expect(page.contains("<title>A &lt;page&gt;</title>"))
    #expect(page.contains("style-src \(PageStyle.hash.source); "))
    #expect(page.contains("script-src \(ContentHash(of: script.text).source); "))
    #expect(page.contains("<style>\(PageStyle.sheet)</style>"))
    #expect(page.contains("<h1>x&lt;y</h1></main>\n<script>document.title</script>\n</body>"))
    #expect(PageSkeleton(title: "").page("").contains("script-src 'none'; "))
  }

  @Test
  func aSiteSaysWhichPageIsShown() {
    let links = [
      PageSkeleton.Link("Pets", to: "pets.html", isCurrent: true),
      PageSkeleton.Link("Shop", to: "shop.html"),
    ]
    #expect(
      PageSkeleton(title: "Pets", links: links).opening.text.contains(
        """
        <nav aria-label="Pages"><ul><li><a href="pets.html" aria-current="page">Pets</a></li>\
        <li><a href="shop.html">Shop</a></li></ul></nav>
        """
      )
    )
  }
}
