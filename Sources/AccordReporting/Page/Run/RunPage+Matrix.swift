import AccordModel

extension RunPage {
  /// The anchor of an endpoint.
  static func anchor(of contract: Contract.ID, in suite: RunRecord.Suite) -> String {
    HTMLText.anchor("endpoint:\(suite.id)/\(contract)")
  }

  /// The table of a suite's endpoints by kinds of promise.
  func matrix(of suite: RunRecord.Suite, _ endpoints: [EndpointResults]) -> HTML {
    guard !endpoints.isEmpty else { return "" }
    let kinds = PromiseKind.kinds(of: [suite])
    let matrix = PromiseMatrix(suite, endpoints, kinds: kinds, in: run)
    let head: [HTML] = kinds.map { "<th scope=\"col\">\($0.name)</th>" }
    let rows: [HTML] = matrix.rows.map { row in
      let anchor = Self.anchor(of: row.contract, in: suite)
      let cells: [HTML] = zip(row.cells, kinds).map { cell, kind in
        self.cell(cell, of: kind, row.contract, anchor)
      }
      return """
        <tr><th scope="row"><a href="#\(anchor)"><code>\(row.contract)</code></a><br>\
        <span class="muted small">\(row.summary)</span></th>\(cells)</tr>

        """
    }
    let name = suite.name
    return """
      <h2>\(name): endpoints and promises</h2>
      <div class="scroll" role="region" tabindex="0" aria-label="Promises of \(name)">
      <table class="matrix">
      <caption>How many cases are about each kind of promise, and the worst that came of them.\
      </caption>
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
    of kind: PromiseKind,
    _ contract: Contract.ID,
    _ anchor: String
  ) -> HTML {
    guard let state = cell.state else {
      return "<td><span class=\"sr\">none</span></td>"
    }
    let count = cell.worst == cell.total ? "\(cell.total)" : "\(cell.worst)/\(cell.total)"
    let words = "\(state.word): \(cell.worst) of \(cell.total)"
    return """
      <td><a class="\(state.rawValue)" href="#\(anchor)" data-kind="\(kind.name)" \
      title="\(words)"><span aria-hidden="true">\(state.sign) \(count)</span>\
      <span class="sr">\(words)</span></a></td>
      """
  }

  private func legend(of matrix: PromiseMatrix) -> HTML {
    let seen = Set(matrix.rows.flatMap(\.cells).compactMap(\.state))
    let items: [HTML] = (PageState.ofCases + [.notProvoked]).filter(seen.contains)
      .map { "<li>\($0.badge())</li>" }
    return "<ul class=\"legend\" aria-label=\"Legend\">\(items)</ul>\n"
  }
}
