import AccordModel

extension RunPage {
  /// The most characters of a foreign text.
  static let limit = 2_000

  /// A link to a case.
  static func link(to id: CaseID) -> HTML {
    let id = id.description
    return "<a href=\"#\(HTMLText.anchor(id))\"><code>\(id)</code></a>"
  }

  /// Causes, each with its cases.
  func causes(_ causes: [Cause], _ title: String, id: String) -> HTML {
    guard !causes.isEmpty else { return "" }
    let cards: [HTML] = causes.map(card)
    return """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(title)</h2>
      <p class="muted">What fails for one reason is one entry.</p>
      \(cards)</section>

      """
  }

  private func card(_ cause: Cause) -> HTML {
    let violation = cause.violation
    let lazy = isLarge ? " lazy" : ""
    return """
      <article class="card cause\(lazy)">
      <h3>\(cause.heading)</h3>
      <p>\(violation.clause.sentence)</p>
      <p class="meta">\(state(of: violation).badge(violation.level.rawValue))\
      <code>\(violation.rule)</code> <span>\(cause.extent)</span>\
      <code>\(violation.clause.source)</code></p>
      \(evidence(of: cause))\(list(of: cause.cases))</article>

      """
  }

  /// Whether a violation breaks the promise or only warns.
  func state(of violation: RunRecord.Violation) -> PageState {
    run.counts(violation) ? .broken : .warned
  }

  /// What was promised and what was found.
  func evidence(of cause: Cause) -> HTML {
    let violation = cause.violation
    let place = TerminalFormat.place(of: violation, in: cause.example)
    var rows: HTML =
      "<dt>at</dt><dd><code>\(VisibleText.bounded(place, to: Self.limit))</code></dd>"
    if let all = cause.allPlaces {
      rows += "<dt>items</dt><dd>\(VisibleText.bounded(all, to: Self.limit))</dd>"
    }
    let expected = VisibleText.bounded(violation.expected, to: Self.limit)
    let actual = VisibleText.bounded(violation.actual, to: Self.limit)
    rows += "<dt>expected</dt><dd><code class=\"expected\">\(block: expected)</code></dd>"
    rows += "<dt>actual</dt><dd><code class=\"actual\">\(block: actual)</code></dd>"
    if let hint = violation.hint {
      rows += "<dt>hint</dt><dd>\(VisibleText.bounded(hint, to: Self.limit))</dd>"
    }
    if let tries = cause.example.triesInWords { rows += "<dt>tries</dt><dd>\(tries)</dd>" }
    if let trace = cause.traceInWords { rows += "<dt>trace</dt><dd><code>\(trace)</code></dd>" }
    if let reason = violation.clause.assumedBecause {
      rows += "<dt>assumed, because</dt><dd>\(reason)</dd>"
    }
    return "<dl class=\"facts\">\(rows)</dl>\n"
  }

  /// Cases, folded where they are many.
  private func list(of cases: [CaseID]) -> HTML {
    let items: [HTML] = cases.map { "<li>\(Self.link(to: $0))</li>" }
    guard items.count > 3 else { return "<ul class=\"small\">\(items)</ul>" }
    return """
      <details class="fold small"><summary>\(quantity(items.count, "case"))</summary>\
      <ul>\(items)</ul></details>

      """
  }

  /// Reasons that cases have in common, in a table.
  func reasons(
    _ title: String,
    id: String,
    _ count: ([RunRecord.Case]) -> [ReasonCount]
  ) -> HTML {
    let reasons = count(run.suites.flatMap(\.cases))
    guard !reasons.isEmpty else { return "" }
    let rows: [HTML] = reasons.map { reason in
      let example: HTML = reason.cases.first.map(Self.link) ?? ""
      return """
        <tr><td class="number">\(reason.count)</td>\
        <td class="long">\(VisibleText.bounded(reason.reason, to: Self.limit))</td>\
        <td class="long">\(example)</td></tr>

        """
    }
    return table(title, id: id, head: ["Cases", "Reason", "For example"], rows)
  }

  /// The cases that passed only when they were tried again.
  var flaky: HTML {
    let rows: [HTML] = run.flakyCases.map { result in
      let tries: [HTML] = result.wrongTries.map { wrong in
        "<div>\(VisibleText.bounded(wrong, to: Self.limit))</div>"
      }
      return """
        <tr><td class="long">\(Self.link(to: result.id))</td>\
        <td class="number">\(result.earlierTries.count + 1)</td><td class="long">\(tries)</td></tr>

        """
    }
    guard !rows.isEmpty else { return "" }
    return table(
      "Flaky",
      id: "flaky",
      head: ["Case", "Passed on try", "What was wrong before"],
      rows
    )
  }

  /// The errors that no case brings about.
  var notProvoked: HTML {
    let rows: [HTML] = run.suites.flatMap { suite in
      suite.notProvoked.map { entry in
        """
        <tr><td><code>\(suite.id)/\(entry.contract)</code></td><td><code>\(entry.error)</code></td>\
        <td class="long">\(VisibleText.bounded(entry.reason, to: Self.limit))</td></tr>

        """
      }
    }
    guard !rows.isEmpty else { return "" }
    return table("Not provoked", id: "not-provoked", head: ["Endpoint", "Error", "Reason"], rows)
  }

  private func table(_ title: String, id: String, head: [String], _ rows: [HTML]) -> HTML {
    let cells: [HTML] = head.map { "<th scope=\"col\">\($0)</th>" }
    return """
      <h2 id="\(id)">\(title)</h2>
      <div class="scroll" role="region" tabindex="0" aria-labelledby="\(id)">
      <table><thead><tr>\(cells)</tr></thead>
      <tbody>
      \(rows)</tbody></table>
      </div>

      """
  }
}
