package import AccordModel

/// The living documents as a site of a few pages that need no network and no build.
package struct DocumentSite: Sendable {
  /// A page with the name of its file.
  package struct File: Sendable, Hashable {
    /// The name, below the folder of the site.
    package let name: String
    /// The text.
    package let text: String
  }

  private let documents: [(title: String, summary: String, name: String, markdown: String)]

  /// The site of suites, each with its document.
  package init(_ documents: [(suite: ContractSuite, markdown: String)]) {
    self.documents = documents.map { suite, markdown in
      (suite.name, suite.summary, "\(suite.id).html", markdown)
    }
  }

  /// The pages: the one that lists the others first.
  package var files: [File] {
    [File(name: "index.html", text: index)]
      + documents.map { File(name: $0.name, text: page($0.name, $0.title, $0.markdown)) }
  }

  private func skeleton(_ title: String, current: String) -> PageSkeleton {
    PageSkeleton(
      title: title,
      links: [PageSkeleton.Link("All APIs", to: "index.html", isCurrent: current == "index.html")]
        + documents.map { .init($0.title, to: $0.name, isCurrent: $0.name == current) }
    )
  }

  private var index: String {
    var body: HTML = """
      <p class="eyebrow">Living documentation</p>
      <h1>What the APIs promise</h1>
      <p class="lead">Written from the contracts that Accord holds the APIs to.</p>

      """
    for document in documents {
      let endpoints = MarkdownPage(document.markdown).endpoints
      let links: [HTML] = endpoints.map { heading in
        "<li><a href=\"\(document.name)#\(heading.anchor)\">\(heading.title)</a></li>\n"
      }
      body += """
        <section class="card"><h2><a href="\(document.name)">\(document.title)</a></h2>
        <p>\(document.summary)</p>
        <ul>
        \(links)</ul></section>

        """
    }
    return skeleton("Accord: what the APIs promise", current: "index.html").page(body)
  }

  private func page(_ name: String, _ title: String, _ markdown: String) -> String {
    let page = MarkdownPage(markdown)
    let links: [HTML] = page.headings.filter { $0.level == 2 }.map { heading in
      "<li><a href=\"#\(heading.anchor)\">\(heading.title)</a></li>\n"
    }
    let contents: HTML = """
      <nav class="contents" aria-label="On this page"><ul>
      \(links)</ul></nav>

      """
    return skeleton("Accord: \(title)", current: name)
      .page("<p class=\"eyebrow\">Living documentation</p>\n" + contents + page.html)
  }
}

extension MarkdownPage {
  /// The headings of endpoints: those that parts on how to reach them follow.
  fileprivate var endpoints: [Heading] {
    headings.indices.filter { place in
      headings[place].level == 2 && place + 1 < headings.count && headings[place + 1].level == 3
        && headings[place + 1].title == "Routes"
    }.map { headings[$0] }
  }
}
