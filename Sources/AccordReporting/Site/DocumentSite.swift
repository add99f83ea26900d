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

  private let documents: [(suite: ContractSuite, name: String, markdown: String)]

  /// The site of suites, each with its document.
  package init(_ documents: [(suite: ContractSuite, markdown: String)]) {
    self.documents = documents.map { suite, markdown in
      (suite, "\(suite.id).html", markdown)
    }
  }

  /// The pages: the one that lists the others first.
  package var files: [File] {
    [File(name: "index.html", text: index)]
      + documents.map { File(name: $0.name, text: page($0.suite, $0.name, $0.markdown)) }
  }

  private func skeleton(
    _ title: String,
    current: String,
    script: PageScript? = nil
  ) -> PageSkeleton {
    var skeleton = PageSkeleton(
      title: title,
      links: [PageSkeleton.Link("All APIs", to: "index.html", isCurrent: current == "index.html")]
        + documents.map { .init($0.suite.name, to: $0.name, isCurrent: $0.name == current) },
      script: script
    )
    skeleton.sheet = PageStyle.sheet + PageStyle.reference
    return skeleton
  }

  private var index: String {
    var body: HTML = """
      <p class="eyebrow">Living documentation</p>
      <h1>What the APIs promise</h1>
      <p class="lead">Written from the contracts that Accord holds the APIs to.</p>

      """
    for document in documents {
      let links = endpoints(of: document.suite, MarkdownPage(document.markdown), in: document.name)
      body += """
        <section class="card"><h2><a href="\(document.name)">\(document.suite.name)</a></h2>
        <p>\(document.suite.summary)</p>
        <ul>
        \(links)</ul></section>

        """
    }
    return skeleton("Accord: what the APIs promise", current: "index.html").page(body)
  }

  /// Links to the endpoints, each with its methods and its paths.
  private func endpoints(
    of suite: ContractSuite,
    _ page: MarkdownPage,
    in file: String = ""
  ) -> [HTML] {
    zip(suite.contracts, page.endpoints).map { contract, heading in
      let requests: [HTML] = contract.routes.map { route in
        """
        <span class="request"><span class="verb">\(route.verb)</span> \
        <code>\(route.path.description)</code></span>
        """
      }
      return """
        <li><a href="\(file)#\(heading.anchor)">\(heading.title)\(requests)</a></li>

        """
    }
  }

  private func page(_ suite: ContractSuite, _ name: String, _ markdown: String) -> String {
    let page = MarkdownPage(markdown)
    let anchors = Set(page.endpoints.map(\.anchor))
    let others: [HTML] = page.headings.filter { $0.level == 2 && !anchors.contains($0.anchor) }
      .map { heading in "<li><a href=\"#\(heading.anchor)\">\(heading.title)</a></li>\n" }
    let body: HTML = """
      <div class="reference">
      <nav class="sidebar" aria-label="On this page">
      <input type="checkbox" id="drawer" class="drawer sr">
      <label class="drawer-label" for="drawer">Endpoints and search</label>
      <div class="panel">
      <div id="searching" hidden>
      <label class="sr" for="search">Search this page</label>
      <input type="search" id="search" placeholder="Search ( / )" autocomplete="off">
      <div id="results" hidden></div>
      </div>
      <div id="lists">
      <h2>Endpoints</h2>
      <ul>
      \(endpoints(of: suite, page))</ul>
      <h2>All of them</h2>
      <ul>
      \(others)</ul>
      </div>
      </div>
      </nav>
      <div class="text">
      <p class="eyebrow">Living documentation</p>
      \(page.html)</div>
      </div>

      """
    return skeleton("Accord: \(suite.name)", current: name, script: .reference).page(body)
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
