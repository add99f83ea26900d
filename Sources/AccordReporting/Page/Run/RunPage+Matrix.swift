import AccordModel

extension RunPage {
  /// The anchor of an endpoint.
  static func anchor(of contract: Contract.ID, in suite: RunRecord.Suite) -> String {
    HTMLText.anchor("endpoint:\(suite.id)/\(contract)")
  }

  /// The table of a suite's endpoints by kinds of promise.
  func matrix(of suite: RunRecord.Suite, _ endpoints: [EndpointResults]) -> HTML {
    let matrix = PromiseMatrix(suite)
    guard !matrix.rows.isEmpty else { return "" }
    // Only what has cases has a place on the page to lead to.
    let withCases = Set(endpoints.filter { !$0.results.isEmpty }.map(\.contract))
    let head: [HTML] = matrix.kinds.map { "<th scope=\"col\">\($0.rawValue)</th>" }
    let rows: [HTML] = matrix.rows.map { row in
      let anchor =
        withCases.contains(row.contract) ? Self.anchor(of: row.contract, in: suite) : nil
      let cells: [HTML] = zip(row.cells, matrix.kinds).map { cell, kind in
        self.cell(cell, of: kind, anchor)
      }
      let name: HTML = "<code>\(row.contract)</code>"
      let link: HTML = anchor.map { "<a href=\"#\($0)\">\(name)</a>" } ?? name
      return """
        <tr><th scope="row">\(link)<br>\
        <span class="muted small">\(row.summary)</span></th>\(cells)</tr>

        """
    }
    let name = suite.name
    return """
      <h2>\(name): endpoints and promises</h2>
      <div class="scroll" role="region" tabindex="0" aria-label="Promises of \(name)">
      <table class="matrix">
      <caption>What the run showed of the promises of each kind: how many are as the sign says, of \
      how many there are.</caption>
      <thead><tr><th scope="col">Endpoint</th>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      \(legend(of: matrix))
      """
  }

  private func cell(
    _ cell: PromiseMatrix.Cell,
    of kind: Promise.Kind,
    _ anchor: String?
  ) -> HTML {
    guard let state = cell.state else {
      return "<td><span class=\"sr\">none</span></td>"
    }
    let page = state.pageState
    let words = cell.words
    let text: HTML = """
      <span aria-hidden="true">\(page.sign) \(cell.count)/\(cell.total)</span>\
      <span class="sr">\(words)</span>
      """
    guard let anchor else {
      return "<td><span class=\"cell \(page.rawValue)\" title=\"\(words)\">\(text)</span></td>"
    }
    return """
      <td><a class="\(page.rawValue)" href="#\(anchor)" data-kind="\(kind.rawValue)" \
      title="\(words)">\(text)</a></td>
      """
  }

  private func legend(of matrix: PromiseMatrix) -> HTML {
    let seen = matrix.rows.flatMap(\.cells).reduce(into: Set()) { $0.formUnion($1.states) }
    let items: [HTML] = PromiseState.allCases.filter(seen.contains)
      .map { "<li>\($0.pageState.badge($0.words))</li>" }
    return "<ul class=\"legend\" aria-label=\"Legend\">\(items)</ul>\n"
  }
}
