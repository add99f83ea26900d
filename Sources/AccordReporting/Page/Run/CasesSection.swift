import AccordModel

/// The cases of a run, each folded into one line.
///
/// What is folded is in the page already, so that it is read, searched and linked to without a
/// script; the browser lays out only what is open and on the screen.
struct CasesSection {
  /// How many cases the browser lays out together.
  private static let chunk = 40

  /// How many cases are shown at once: the others are in the page as text, until they are searched for.
  static let mostShown = 10_000

  /// How many are written.
  private var written = 0

  private let page: RunPage
  private var folding = BodyFolding()

  /// The cases of a page.
  init(_ page: RunPage) { self.page = page }

  /// Writes the section.
  mutating func write(to output: inout some TextOutputStream) {
    let heading: HTML = """
      <section aria-labelledby="cases">
      <h2 id="cases">Cases</h2>
      \(page.filter)
      """
    output.write(heading.text)
    for (suite, endpoints) in page.suites {
      for endpoint in endpoints where !endpoint.results.isEmpty {
        write(endpoint, of: suite, to: &output)
      }
    }
    output.write("</section>\n")
  }

  private mutating func write(
    _ endpoint: EndpointResults,
    of suite: RunRecord.Suite,
    to output: inout some TextOutputStream
  ) {
    let anchor = RunPage.anchor(of: endpoint.contract, in: suite)
    let summary = suite.contracts.first { $0.id == endpoint.contract }?.summary ?? ""
    let opening: HTML = """
      <section class="endpoint" aria-labelledby="\(anchor)">
      <h3 id="\(anchor)"><code>\(endpoint.contract)</code></h3>
      <p class="muted">\(summary) \(quantity(endpoint.results.count, "case")).</p>

      """
    output.write(opening.text)
    let promises = suite.contracts.first { $0.id == endpoint.contract }?.promises ?? []
    let kinds = Dictionary(promises.map { ($0.id, $0.kind) }) { first, _ in first }
    var start = 0
    while start < endpoint.results.count {
      let end = min(start + Self.chunk, endpoint.results.count)
      let isHeld = written >= Self.mostShown
      let opening: HTML =
        isHeld
        ? "<div class=\"chunk lazy\" data-cases=\"\(end - start)\"><noscript>\n"
        : page.isLarge ? "<div class=\"chunk lazy\">\n" : "<div class=\"chunk\">\n"
      output.write(opening.text)
      for result in endpoint.results[start..<end] {
        let entry = CaseEntry(result, kinds: result.kinds(kinds), on: page, isHeld: isHeld)
        output.write(entry.markup(&folding).text)
      }
      output.write(isHeld ? "</noscript></div>\n" : "</div>\n")
      written += end - start
      start = end
    }
    output.write("</section>\n")
  }
}
