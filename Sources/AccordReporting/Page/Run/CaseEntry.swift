import AccordModel

/// One case: a line, and below it the evidence.
struct CaseEntry {
  let result: RunRecord.Case
  let page: RunPage
  private let kinds: [Promise.Kind]

  /// Whether it is in text that becomes a part of the page when it is searched for.
  private let isHeld: Bool

  /// Whether it is said of it alone that it conforms: the page would be too large for a browser with what was
  /// sent and received in each of so many cases.
  private let isBrief: Bool

  /// The entry of a case that is about these kinds of promise.
  init(_ result: RunRecord.Case, kinds: [Promise.Kind], on page: RunPage, isHeld: Bool = false) {
    isBrief = isHeld && result.state == .holds && result.violations.isEmpty
    self.result = isBrief ? result : result.loaded
    self.kinds = kinds
    self.page = page
    self.isHeld = isHeld
  }

  /// The entry as markup.
  func markup(_ folding: inout BodyFolding) -> HTML {
    let content = isBrief ? brief : content(&folding)
    let held: HTML = page.isLarge && !isHeld ? "<noscript>\(content)</noscript>" : content
    return """
      \(line)<div class="content" id="\(anchor)">\(held)</div></details>

      """
  }

  private var brief: HTML {
    """
    <h4>\(result.title)</h4>
    <p class="muted">What was sent and received is not on a page of so many cases: \
    <code>accord show \(result.id.description) --run RUN.json</code> shows it.</p>
    <p class="meta"><a href="#\(anchor)">Link to this case</a><span>\(result.origin.rawValue)</span></p>

    """
  }

  private var anchor: String { HTMLText.anchor(result.id.description) }

  /// What is shown of a case that is folded.
  private var line: HTML {
    let id = result.id.description
    let state = result.state
    let rules = result.brokenRules.joined(separator: " ")
    let statuses = result.statuses.map(String.init).joined(separator: " ")
    let kinds = kinds.map(\.rawValue).joined(separator: " ")
    return """
      <details class="case" data-verdict="\(state.rawValue)" data-rule="\(rules)" \
      data-status="\(statuses)" data-kind="\(kinds)"><summary>\(state.badge(state.caseWord))\
      <code>\(id)</code><span class="statuses">\(statuses)</span></summary>
      """
  }

  private func content(_ folding: inout BodyFolding) -> HTML {
    var content: HTML = "<h4>\(result.title)</h4>\n"
    if let reason = result.verdict.reason {
      content += "<p>\(VisibleText.bounded(reason, to: RunPage.limit))</p>\n"
    }
    for cause in Cause.causes(of: result) { content += violated(cause) }
    for reason in isSaid ? [] : result.notChecked {
      content +=
        "<p class=\"muted\">Not checked: \(VisibleText.bounded(reason, to: RunPage.limit))</p>\n"
    }
    if let hindrance = result.retryHindrance {
      content += "<p class=\"muted\">\(VisibleText.bounded(hindrance, to: RunPage.limit))</p>\n"
    }
    for (index, earlier) in result.earlierTries.enumerated() {
      let earlier = earlier.loaded
      content += "<h5>Try \(index + 1): \(earlier.state.badge(earlier.state.caseWord))</h5>\n"
      if let reason = earlier.verdict.reason {
        content += "<p>\(VisibleText.bounded(reason, to: RunPage.limit))</p>\n"
      }
      for cause in Cause.causes(of: earlier) { content += violated(cause) }
      content += exchanges(of: earlier, &folding)
    }
    if let tries = result.triesInWords { content += "<h5>The last try: \(tries)</h5>\n" }
    content += exchanges(of: result, &folding)
    content += """
      <p class="meta"><a href="#\(anchor)">Link to this case</a><span>\(result.origin.rawValue)</span>\
      <span>\(checked)</span></p>

      """
    return content
  }

  private func exchanges(of result: RunRecord.Case, _ folding: inout BodyFolding) -> HTML {
    var content: HTML = ""
    let exchanges = result.exchanges
    for (index, exchange) in exchanges.enumerated() {
      let violations = result.violations.filter { $0.step == index }
      let number = exchanges.count > 1 ? index + 1 : nil
      content += markup(of: exchange, number: number, violations, &folding)
    }
    return content
  }

  /// Whether the reason of the verdict is all that was not checked.
  private var isSaid: Bool {
    guard case .notChecked = result.verdict else { return false }
    return result.notChecked.count == 1
  }

  private var checked: HTML {
    let rules = result.rules.joined(separator: ", ")
    let looked = list("Promises looked at", result.clauses.filter(result.isExercised))
    let unseen = list("Promises not seen", result.unseenClauses)
    return rules.isEmpty ? looked + unseen : "\(looked)\(unseen)Rules: <code>\(rules)</code>."
  }

  private func list(_ title: String, _ promises: [RunRecord.Clause.ID]) -> HTML {
    guard !promises.isEmpty else { return "" }
    return "\(title): <code>\(promises.joined(separator: ", "))</code>. "
  }

  private func violated(_ cause: Cause) -> HTML {
    let violation = cause.violation
    return """
      <div class="evidence"><p class="meta">\(page.state(of: violation).badge(violation.level.rawValue))\
      <code>\(violation.rule)</code><code>\(violation.clause.source)</code></p>
      <p><strong>\(cause.wrong)</strong></p>
      <p>\(violation.clause.sentence)</p>
      \(page.evidence(of: cause))</div>

      """
  }
}
