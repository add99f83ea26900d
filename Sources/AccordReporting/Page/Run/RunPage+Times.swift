import AccordModel

extension RunPage {
  /// How long the exchanges of each endpoint took, where that is known.
  var times: HTML {
    let rows: [HTML] = run.suites.flatMap { suite in
      OperationTimes.times(of: suite).map { times in
        let cells: [HTML] = OperationTimes.shown.map { percent in
          "<td class=\"number\">\(OperationTimes.words(times.percentile(percent)))</td>"
        }
        return """
          <tr><th scope="row"><code>\(suite.id)/\(times.contract)</code></th>\
          <td class="number">\(times.count)</td>\(cells)\
          <td class="number">\(OperationTimes.words(times.longest))</td></tr>

          """
      }
    }
    guard !rows.isEmpty else { return "" }
    let head: [HTML] = OperationTimes.shown.map { "<th scope=\"col\">\($0) %</th>" }
    return """
      <h2 id="times">Times</h2>
      <div class="scroll" role="region" tabindex="0" aria-label="Times">
      <table>
      <caption>How long the exchanges of each endpoint's cases took at most: half of them, nine of ten, \
      ninety-nine of a hundred, and all.</caption>
      <thead><tr><th scope="col">Endpoint</th><th scope="col">Exchanges</th>\(head)\
      <th scope="col">Longest</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>

      """
  }
}
