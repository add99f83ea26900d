import AccordSchema
import Foundation
import Testing

@testable import AccordReporting

/// The page of a run in a real browser.
@Suite(.serialized, .enabled(if: Browser.program != nil, Comment(rawValue: Browser.absence)))
@MainActor
struct RunPageTests {
  private let cases = [
    "pets/pets.list/example", "pets/pets.list/limit-too-large", "pets/pets.rename/token-missing",
    "pets/pets.rename/unknown-pet",
  ]

  @Test
  func theFilterShowsWhatIsAskedFor() throws {
    let tab = try Tab(Runs.mixed)
    #expect(try tab.listed() == cases)
    #expect(try tab.evaluate("count.textContent") == "All 4 cases")
    for (name, value, expected) in [
      ("verdict", "broken", [1]), ("verdict", "warned", [2]), ("verdict", "skipped", [3]),
      ("rule", "body-matches-schema", [1]), ("rule", "error-name", [2]),
      ("endpoint", "endpoint:pets/pets.rename", [2, 3]), ("status", "400", [2]),
      ("kind", "parameter", [1, 3]), ("q", "LIMIT", [1]), ("q", "rename token", [2]),
      ("q", "name=example", [0]), ("q", "integer of at least", [1, 2]), ("q", "no such", []),
    ] {
      try tab.filter(name, value)
      #expect(try tab.listed() == expected.map { cases[$0] }, "\(name)=\(value)")
      #expect(try tab.evaluate("count.textContent") == "\(expected.count) of 4 cases")
      try tab.evaluate("filter.querySelector('button').click(); new Promise(setTimeout)")
    }
    #expect(try tab.listed() == cases)
  }

  @Test
  func theFilterIsAPartOfTheAddress() throws {
    let tab = try Tab(Runs.mixed)
    try tab.filter("verdict", "broken")
    #expect(try tab.evaluate("location.search") == "?verdict=broken")
    try tab.open("?q=rename&verdict=warned")
    #expect(try tab.listed() == [cases[2]])
    #expect(try tab.evaluate("filter.elements.q.value") == "rename")
  }

  @Test
  func aCellOfTheMatrixShowsItsCases() throws {
    let tab = try Tab(Runs.mixed)
    try tab.evaluate(
      "document.querySelector('.matrix a[data-kind=parameter].skipped').click()"
    )
    #expect(try tab.listed() == [cases[3]])
  }

  @Test(arguments: [true, false])
  func aLinkOpensItsCase(_ hasScripts: Bool) throws {
    let tab = try Tab(Runs.mixed, at: "#\(cases[1])", hasScripts: hasScripts)
    #expect(try tab.evaluate("document.querySelectorAll('.case[open]').length") == 1)
    let target = try tab.evaluate("document.querySelector(':target').closest('.case').innerText")
    let text = target.string ?? ""
    #expect(text.contains("limit-too-large"))
    #expect(text.contains("▲ body-matches-schema: expected an integer of at least 0"))
    #expect(text.contains("12.3 ms, connected after 0.9 ms, first byte after 11.0 ms"))
    #expect(try tab.evaluate("document.querySelector(':target mark').textContent") == #""old""#)
    let top = try tab.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    #expect((0..<900).contains(Int(Double(top.number?.text ?? "") ?? -1)))
  }

  @Test
  func aLinkOpensACaseThatTheFilterHides() throws {
    let tab = try Tab(Runs.mixed, at: "?verdict=skipped#\(cases[1])")
    #expect(try tab.listed() == cases)
    #expect(try tab.evaluate("document.querySelector(':target').offsetHeight > 0") == true)
  }

  @Test
  func allIsReadableWithoutScripts() throws {
    let tab = try Tab(Runs.mixed, hasScripts: false)
    #expect(try tab.listed() == cases)
    #expect(try tab.evaluate("filter.offsetParent === null") == true)
    try tab.evaluate("document.querySelectorAll('.case > summary').forEach(line => line.click())")
    let text = try tab.evaluate("document.querySelector('main').innerText").string ?? ""
    for expected in [
      "1 of 4 cases violates its contract, 1 warning, 1 skipped.", "PUT https://pets.example/",
      "HTTP/1.1 400 Reason", "x-token: $PETS_TOKEN", #""age": "old""#,
      "  <Text>Who &amp; why</Text>", "There is no value for pets.pet.",
    ] {
      #expect(text.contains(expected), "\(expected)")
    }
  }

  @Test
  func aCommandIsCopied() throws {
    let tab = try Tab(Runs.mixed, at: "#\(cases[0])")
    try tab.evaluate("document.querySelector(':target .fold > summary').click()")
    try tab.evaluate("new Promise(done => setTimeout(done, 100))")
    let copied = try tab.evaluate(
      """
      (async () => {
        let copied = "";
        navigator.clipboard.writeText = async text => { copied = text; };
        document.querySelector(":target .copy").click();
        await new Promise(setTimeout);
        return copied;
      })()
      """
    )
    #expect(
      copied.string
        == "curl -i -X PUT 'https://pets.example/pets.list/v2?name=example' "
        + "-H \"x-token: $PETS_TOKEN\" --data-binary '{}'"
    )
  }

  @Test(arguments: [true, false])
  func aHostileAnswerIsInert(_ hasScripts: Bool) throws {
    let tab = try Tab(Runs.hostile, at: "#pets/pets.list/hostile", hasScripts: hasScripts)
    try tab.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    Thread.sleep(forTimeInterval: 0.3)
    #expect(
      try tab.evaluate("document.title")
        == "Accord: The run is incomplete: 1 of 2 cases violates its contract, 1 failed."
    )
    #expect(try tab.evaluate("location.hash") == "#pets/pets.list/hostile")
    #expect(tab.requests == [])
    #expect(try tab.evaluate("document.querySelectorAll('script').length") == 1)
    #expect(
      try tab.evaluate(
        "document.querySelectorAll('main :is(img, svg, style, title, [onload])').length"
      )
        == 0
    )
    let text = try tab.evaluate("document.querySelector('main').textContent").string ?? ""
    #expect(text.contains("</pre></details></script>"))
    #expect(text.contains(#"\u{0}\u{8}\u{1B}[2J\u{9B}\u{202E}evil\u{2066}\u{200B}"#))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isInvisible($0) })
  }

  @Test(arguments: [320, 360, 768])
  func aNarrowScreenIsWideEnough(_ width: Int) throws {
    for run in [Runs.mixed, Runs.hostile] {
      let tab = try Tab(run, width: width)
      try tab.evaluate(
        "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
      )
      let tooWide = try tab.evaluate(
        """
        document.documentElement.scrollWidth <= \(width) ? "" : [...document.querySelectorAll("*")]
          .filter(element => element.getBoundingClientRect().right > \(width))
          .map(element => `${element.tagName} ${element.className}`).join("; ")
        """
      )
      #expect(tooWide == "")
    }
  }

  @Test
  func thePageIsLightOrDarkAsTheReaderLikes() throws {
    #expect(try Tab(Runs.mixed).colour(x: 5, y: 5) == [0xFA, 0xF9, 0xF7])
    #expect(try Tab(Runs.mixed, isDark: true).colour(x: 5, y: 5) == [0x13, 0x15, 0x19])
  }

  @Test
  func aScreenReaderFindsItsWay() throws {
    let tab = try Tab(Runs.mixed)
    let levels = try tab.evaluate(
      "[...document.querySelectorAll('h1, h2, h3, h4, h5')].map(heading => heading.tagName).join(' ')"
    )
    let ranks = (levels.string ?? "").split(separator: " ").compactMap { $0.last?.wholeNumberValue }
    #expect(ranks.first == 1)
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(try tab.evaluate("document.querySelectorAll('h1, main').length") == 2)
    #expect(try tab.evaluate("document.querySelectorAll('table th:not([scope])').length") == 0)
    #expect(
      try tab.evaluate(
        "[...document.querySelectorAll('input, select')].every(field => field.labels.length === 1)"
      ) == true
    )
    #expect(
      try tab.evaluate(
        "[...document.querySelectorAll('[id]')].every(e => document.querySelectorAll(`[id=\"${e.id}\"]`).length === 1)"
      ) == true
    )
    #expect(try tab.evaluate("document.querySelector('a').hash") == "#content")
  }

  @Test(arguments: [true, false])
  func aLargePageIsReadAsASmallOne(_ hasScripts: Bool) throws {
    let tab = try Tab(
      Runs.many(1_200),
      at: "#pets/shop.endpoint-10/case-603",
      hasScripts: hasScripts
    )
    Thread.sleep(forTimeInterval: 0.3)
    let text = try tab.evaluate("document.querySelector(':target').innerText").string ?? ""
    #expect(text.contains(#""name": "Item 0 of 603""#))
    #expect(text.contains("▲ body-matches-schema: expected an integer of at least 0; found"))
    #expect(try tab.evaluate("document.querySelectorAll(':target mark').length") == 1)
    guard hasScripts else { return }
    for (query, expected) in [
      ("item 3 of 777", [777]), (#""total": 24 case-1195"#, [1_195]), ("name=case-17&", []),
      ("noscript", []),
    ] {
      try tab.filter("q", query)
      let names = expected.map { "pets/shop.endpoint-\($0 / 60)/case-\($0)" }
      #expect(try tab.listed() == names, "\(query)")
    }
  }

  @Test
  func aBodyThatComesAgainIsShownWhenItsCaseIsOpened() throws {
    var run = Runs.many(1_200)
    let body = RunRecord.Content(
      Array(#"{"repeated":"\#(String(repeating: "y", count: 400))"}"#.utf8)
    )
    for index in 1...2 { run.suites[0].cases[index].exchanges[0].response?.body = body }
    let tab = try Tab(run, at: "#pets/shop.endpoint-0/case-2")
    Thread.sleep(forTimeInterval: 0.3)
    let text = try tab.evaluate("document.querySelector(':target').innerText").string ?? ""
    #expect(text.contains(#"  "repeated": "yyyy"#))
  }

  /// The figure is published and not held: a busy machine is no fault of the page.
  @Test
  func tenThousandCasesOpen() throws {
    let run = Runs.many(10_000)
    let tab = try Tab(run)
    let load = try tab.evaluate(
      """
      (async () => {
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        const entry = performance.getEntriesByType("navigation")[0];
        const paint = performance.getEntriesByName("first-contentful-paint")[0];
        return { load: entry.loadEventEnd, paint: paint?.startTime, shown: performance.now() };
      })()
      """
    )
    print("10,000 cases open after", load.text(), "ms")
    #expect(try tab.evaluate("document.querySelectorAll('.case').length") == 10_000)
    // What the browser has to build is what makes it slow.
    let elements = try tab.evaluate("document.querySelectorAll('*').length").number?.text ?? ""
    print("elements", elements, "bytes", try Data(contentsOf: tab.file).count)
    #expect((Int(elements) ?? .max) < 400_000)
    try tab.filter("verdict", "broken")
    #expect(try tab.listed().count == 1_000)
  }

  @Test
  func beyondTenThousandTheSearchFindsThem() throws {
    let tab = try Tab(Runs.many(12_000))
    #expect(
      try tab.evaluate("count.textContent")
        == "The first 10000 of 12000 cases; a search finds the others"
    )
    #expect(try tab.evaluate("document.querySelectorAll('.case').length") == 10_000)
    #expect(try tab.listed().count == 10_000)
    try tab.filter("q", "case-11999")
    #expect(try tab.listed() == ["pets/shop.endpoint-19/case-11999"])
    #expect(try tab.evaluate("count.textContent") == "1 of 12000 cases")
    // Those that violate are said whole: their evidence is searched too.
    try tab.filter("q", "11983-0")
    #expect(try tab.listed() == ["pets/shop.endpoint-19/case-11983"])
    try tab.filter("q", "")
    try tab.filter("verdict", "broken")
    #expect(try tab.listed().count == 1_200)
    #expect(try tab.evaluate("count.textContent") == "1200 of 12000 cases")
    try tab.evaluate("filter.querySelector('button').click(); new Promise(setTimeout)")
    #expect(try tab.listed().count == 10_000)
  }

  @Test(arguments: [(11_903, "found number 11903"), (11_904, "--run RUN.json shows it")])
  func aLinkOpensACaseBeyondTenThousand(_ number: Int, _ expected: String) throws {
    let id = "pets/shop.endpoint-19/case-\(number)"
    let tab = try Tab(Runs.many(12_000), at: "#\(id)")
    Thread.sleep(forTimeInterval: 0.3)
    let target = "document.getElementById('\(id)')"
    let text = try tab.evaluate("\(target).innerText").string ?? ""
    #expect(text.contains(expected))
    #expect(try tab.evaluate("\(target).offsetHeight > 0") == true)
  }
}
