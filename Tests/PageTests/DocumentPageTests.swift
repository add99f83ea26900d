import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// A page of a site of documents in a real browser.
@Suite(.serialized, .enabled(if: Browser.program != nil, Comment(rawValue: Browser.absence)))
@MainActor
struct DocumentPageTests {
  @Test(
    "Nothing but what scrolls by itself is wider than the window",
    arguments: [390, 768, 1_280]
  )
  func width(_ width: Int) throws {
    let tab = try Tab(page: Harbour.page(), width: width)
    try tab.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    #expect(try tab.evaluate("document.documentElement.scrollWidth <= innerWidth") == true)
    #expect(
      try tab.evaluate("[...document.querySelectorAll('table')].every(t => t.closest('.scroll'))")
        == true
    )
  }

  @Test("On a narrow screen the type of a field is in view beside its name")
  func typeFirst() throws {
    let tab = try Tab(page: Harbour.page(), width: 390)
    let right = try tab.evaluate(
      """
      document.getElementById("berthship-request-body-aratherlongnameofafieldofshipsthatfitsnonarrowscreen").cells[1]
        .getBoundingClientRect().right <= innerWidth
      """
    )
    #expect(right == true)
  }

  @Test("The list of endpoints stays in view, with methods and paths")
  func sidebar() throws {
    let tab = try Tab(page: Harbour.page())
    try tab.evaluate("scrollTo(0, 3000); new Promise(done => setTimeout(done, 100))")
    #expect(
      try tab.evaluate("document.querySelector('.sidebar').getBoundingClientRect().top >= 0")
        == true
    )
    let text = try tab.evaluate("document.getElementById('lists').innerText").string ?? ""
    #expect(text.contains("POST /berths"))
    #expect(text.contains("GET /tides"))
  }

  @Test("On a narrow screen the list is a drawer, which closes behind a link")
  func drawer() throws {
    let tab = try Tab(page: Harbour.page(), width: 390)
    let isShown = "document.querySelector('.panel').offsetParent !== null"
    #expect(try tab.evaluate(isShown) == false)
    try tab.evaluate("document.querySelector('.drawer-label').click()")
    #expect(try tab.evaluate(isShown) == true)
    try tab.evaluate("document.querySelector('#lists a').click()")
    #expect(try tab.evaluate(isShown) == false)
  }

  @Test(
    "The search finds fields, errors and parts",
    arguments: [
      ("draught", "#berthship-request-body-draught"), ("berthtaken", "#errors-berthtaken"),
      ("page size", "#tides-parameters-pagesize"), ("Tides", "#tides"),
    ]
  )
  func search(_ words: String, _ place: String) throws {
    let tab = try Tab(page: Harbour.page())
    try tab.evaluate(
      """
      search.value = \(JSON.quoted(words)); search.dispatchEvent(new Event("input"));
      """
    )
    let links = try tab.evaluate("[...document.querySelectorAll('#results a')].map(a => a.hash)")
    #expect(links.elements?.first?.string == place, "\(links)")
    let none = try tab.evaluate(
      "search.value = 'no such'; search.dispatchEvent(new Event('input')); results.innerText"
    )
    #expect(none == "0 places")
  }

  @Test("A link into a fold opens it")
  func fold() throws {
    let tab = try Tab(page: Harbour.page(), at: "#berthtaken")
    #expect(
      try tab.evaluate("document.getElementById('berthtaken').closest('details').open") == true
    )
  }

  @Test("A block is copied")
  func copies() throws {
    let tab = try Tab(page: Harbour.page())
    let copied = try tab.evaluate(
      """
      (async () => {
        let copied = "";
        navigator.clipboard.writeText = async text => { copied = text; };
        const part = document.getElementById("tides-call");
        part.parentElement.querySelector("#tides-call ~ .block .copy").click();
        await new Promise(setTimeout);
        return copied;
      })()
      """
    )
    #expect(copied.string?.hasPrefix("curl -i ") == true, "\(copied)")
  }

  @Test("Without scripts all is there, and nothing that does nothing")
  func withoutScripts() throws {
    let tab = try Tab(page: Harbour.page(), hasScripts: false)
    #expect(try tab.evaluate("document.getElementById('searching').offsetParent === null") == true)
    #expect(try tab.evaluate("document.querySelectorAll('.copy').length") == 0)
    #expect(try tab.evaluate("document.querySelectorAll('#lists a').length > 3") == true)
  }

  @Test("A hostile description does nothing", arguments: [true, false])
  func hostile(_ hasScripts: Bool) throws {
    let tab = try Tab(page: Harbour.page(saying: Runs.trap), hasScripts: hasScripts)
    try tab.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    #expect(try tab.evaluate("document.title") == "Accord: Harbour")
    #expect(tab.requests == [])
    #expect(try tab.evaluate("document.querySelectorAll('script').length") == 1)
    #expect(
      try tab.evaluate(
        """
        document.querySelectorAll('main :is(img, svg, style, title, [onload], a[href^="javascript:"])')
          .length
        """
      ) == 0
    )
    if hasScripts {
      let found = try tab.evaluate(
        """
        search.value = "script"; search.dispatchEvent(new Event("input"));
        [results.querySelectorAll("img, svg, script").length, results.querySelectorAll("a").length > 0]
        """
      )
      #expect(found == [0, true])
    }
  }
}
